/** Makes the front-ends that a configuration names, and polls several as one. */
@NullMarked
package org.terminal30.agent.source;

import org.jspecify.annotations.NullMarked;
