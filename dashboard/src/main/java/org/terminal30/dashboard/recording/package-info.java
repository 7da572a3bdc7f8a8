/** Recordings that others made, taken into a vehicle's history. */
@NullMarked
package org.terminal30.dashboard.recording;

import org.jspecify.annotations.NullMarked;
