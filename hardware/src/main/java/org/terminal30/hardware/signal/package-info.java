/** What a bay shows, sounds and hears by itself: stack light, buzzer and acknowledge button on GPIO lines. */
@NullMarked
package org.terminal30.hardware.signal;

import org.jspecify.annotations.NullMarked;
