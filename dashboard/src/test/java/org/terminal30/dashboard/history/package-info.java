/** What every history has to hold to, whichever store it is kept in. */
@NullMarked
package org.terminal30.dashboard.history;

import org.jspecify.annotations.NullMarked;
