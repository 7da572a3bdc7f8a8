/** What is attached to this machine that a bay could measure with. */
@NullMarked
package org.terminal30.agent.devices;

import org.jspecify.annotations.NullMarked;
