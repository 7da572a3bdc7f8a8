/** Vehicles, visits, jobs, lock events and alarms: the registry. */
@NullMarked
package org.terminal30.dashboard.workshop;

import org.jspecify.annotations.NullMarked;
