/** Head units, their moves between cars, and their codes: kept, sealed, shown and deleted. */
@NullMarked
package org.terminal30.dashboard.headunit;

import org.jspecify.annotations.NullMarked;
