/** Labels: what time of day a moment of the monotonic clock is called, and how far that can be trusted. */
@NullMarked
package org.terminal30.agent.clock;

import org.jspecify.annotations.NullMarked;
