/** The history in a real InfluxDB. */
@NullMarked
package org.terminal30.dashboard.history.influx;

import org.jspecify.annotations.NullMarked;
