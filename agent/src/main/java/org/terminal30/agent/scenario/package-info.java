/** Scenarios as files: the parts of a simulated car, and what happens to them and at the bay. */
@NullMarked
package org.terminal30.agent.scenario;

import org.jspecify.annotations.NullMarked;
