/** The way to the dashboard or to any InfluxDB, and the orders that stream back. */
@NullMarked
package org.terminal30.agent.uplink;

import org.jspecify.annotations.NullMarked;
