/** What the voltage tells about battery and alternator. Pure: no I/O, no clock, no threads. */
@NullMarked
package org.terminal30.agent.battery;

import org.jspecify.annotations.NullMarked;
