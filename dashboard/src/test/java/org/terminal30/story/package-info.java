/** The product as its users meet it: real processes, a pseudo-terminal for the instrument and a real browser. */
@NullMarked
package org.terminal30.story;

import org.jspecify.annotations.NullMarked;
