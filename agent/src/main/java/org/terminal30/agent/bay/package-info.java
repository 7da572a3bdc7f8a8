/** The running bay: source, detection, alarms, job and uplink wired together. */
@NullMarked
package org.terminal30.agent.bay;

import org.jspecify.annotations.NullMarked;
