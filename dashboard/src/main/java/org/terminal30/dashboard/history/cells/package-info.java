/** Cells of the history in memory, whichever store they come from: windows, what they make together, and the answer to a question. */
@NullMarked
package org.terminal30.dashboard.history.cells;

import org.jspecify.annotations.NullMarked;
