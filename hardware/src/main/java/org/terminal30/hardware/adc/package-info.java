/** One driver per chip. The only users of Pi4J's I²C and SPI. */
@NullMarked
package org.terminal30.hardware.adc;

import org.jspecify.annotations.NullMarked;
