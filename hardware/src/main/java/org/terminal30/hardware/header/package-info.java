/** The pin header of a Raspberry Pi: who has which of its buses and lines. */
@NullMarked
package org.terminal30.hardware.header;

import org.jspecify.annotations.NullMarked;
