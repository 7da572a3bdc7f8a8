/** The demo: a simulated car behind the real chip driver, and a technician who does a battery swap again and again. */
@NullMarked
package org.terminal30.dashboard.demo;

import org.jspecify.annotations.NullMarked;
