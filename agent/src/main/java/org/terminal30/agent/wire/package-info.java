/** Records of the line protocol and their codec, shared with the dashboard. */
@NullMarked
package org.terminal30.agent.wire;

import org.jspecify.annotations.NullMarked;
