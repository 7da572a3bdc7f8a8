/** Voltages over time as the standards draw them, and what a front-end makes of them. Knows only the JDK. */
@NullMarked
package org.terminal30.hardware.waveform;

import org.jspecify.annotations.NullMarked;
