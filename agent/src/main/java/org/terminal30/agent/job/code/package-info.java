/** Typing in a radio's code on a supply that holds still, and waiting out its lockout. Pure. */
@NullMarked
package org.terminal30.agent.job.code;

import org.jspecify.annotations.NullMarked;
