/** Battery swaps at random on the model of a car: what the bay says, held against what really happened. */
@NullMarked
package org.terminal30.agent.swaps;

import org.jspecify.annotations.NullMarked;
