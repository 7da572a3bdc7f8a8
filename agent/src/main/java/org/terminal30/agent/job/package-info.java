/** Procedures as state machines: (state, evidence or action) to (state, effects). Pure. */
@NullMarked
package org.terminal30.agent.job;

import org.jspecify.annotations.NullMarked;
