/** The workshop's server: its command line, its clocks and its databases. */
@NullMarked
package org.terminal30.dashboard;

import org.jspecify.annotations.NullMarked;
