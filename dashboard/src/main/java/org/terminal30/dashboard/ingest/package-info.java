/** The write endpoint of InfluxDB 2, idempotent: records of the bays come in here. */
@NullMarked
package org.terminal30.dashboard.ingest;

import org.jspecify.annotations.NullMarked;
