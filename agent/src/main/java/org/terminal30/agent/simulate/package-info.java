/** Plays scenarios: the model behind simulated chips and real drivers, the real bay on a virtual clock, and the truth beside it. */
@NullMarked
package org.terminal30.agent.simulate;

import org.jspecify.annotations.NullMarked;
