/** The re-lock watch: weeks of watching a parked car for what makes its radio lock. */
@NullMarked
package org.terminal30.agent.job.relock;

import org.jspecify.annotations.NullMarked;
