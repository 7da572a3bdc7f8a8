/** The alternator check (rule B7) as a state machine. Pure. */
@NullMarked
package org.terminal30.agent.job.alternator;

import org.jspecify.annotations.NullMarked;
