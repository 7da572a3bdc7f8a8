/** What was measured: windows, events and their resolutions, behind one port. */
@NullMarked
package org.terminal30.dashboard.history;

import org.jspecify.annotations.NullMarked;
