/** Raise, acknowledge, silence, clear, latch, reset. Pure. */
@NullMarked
package org.terminal30.agent.alarm;

import org.jspecify.annotations.NullMarked;
