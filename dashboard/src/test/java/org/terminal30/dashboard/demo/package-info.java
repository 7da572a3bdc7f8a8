/** The demo, tried in real time. */
@NullMarked
package org.terminal30.dashboard.demo;

import org.jspecify.annotations.NullMarked;
