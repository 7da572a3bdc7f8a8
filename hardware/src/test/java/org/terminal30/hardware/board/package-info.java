/** The circuits of the box, simulated by ngspice: what they survive, how fast and how exact they are. */
@NullMarked
package org.terminal30.hardware.board;

import org.jspecify.annotations.NullMarked;
