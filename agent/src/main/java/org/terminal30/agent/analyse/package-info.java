/** Events of a recorded trace, for the command line. */
@NullMarked
package org.terminal30.agent.analyse;

import org.jspecify.annotations.NullMarked;
