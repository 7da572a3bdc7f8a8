/** The history in an InfluxDB, behind a spool on the dashboard's own disk. */
@NullMarked
package org.terminal30.dashboard.history.influx;

import org.jspecify.annotations.NullMarked;
