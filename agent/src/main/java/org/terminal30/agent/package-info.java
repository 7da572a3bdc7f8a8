/** The command line of the agent: what is wired together, visibly. */
@NullMarked
package org.terminal30.agent;

import org.jspecify.annotations.NullMarked;
