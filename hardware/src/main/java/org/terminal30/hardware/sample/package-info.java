/** What a front-end delivers: channels, blocks of samples, and the source they come from. Knows only the JDK. */
@NullMarked
package org.terminal30.hardware.sample;

import org.jspecify.annotations.NullMarked;
