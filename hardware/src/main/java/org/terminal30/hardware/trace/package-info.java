/** Recordings of voltages that people have: what a file looks like is found out, then it is read row by row or replayed. */
@NullMarked
package org.terminal30.hardware.trace;

import org.jspecify.annotations.NullMarked;
