/** How far something long is, told on a command line. */
@NullMarked
package org.terminal30.dashboard.progress;

import org.jspecify.annotations.NullMarked;
