/** Samples become windows and supply events. Pure: no I/O, no clock, no threads, no allocation per sample. */
@NullMarked
package org.terminal30.agent.detect;

import org.jspecify.annotations.NullMarked;
