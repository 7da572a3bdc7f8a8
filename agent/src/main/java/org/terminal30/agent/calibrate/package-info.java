/** The walk through a calibration against a multimeter: what is asked, what is believed, what is written. */
@NullMarked
package org.terminal30.agent.calibrate;

import org.jspecify.annotations.NullMarked;
