/** Instruments on a serial port. The only users of jSerialComm. */
@NullMarked
package org.terminal30.hardware.serial;

import org.jspecify.annotations.NullMarked;
