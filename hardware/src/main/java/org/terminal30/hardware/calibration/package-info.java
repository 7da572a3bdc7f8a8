/** From what the converter counted to what the wire carries: divider, two-point calibration, plausible range. Pure. */
@NullMarked
package org.terminal30.hardware.calibration;

import org.jspecify.annotations.NullMarked;
