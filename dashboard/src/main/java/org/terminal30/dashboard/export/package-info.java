/** Parts of the history as files for other programs. */
@NullMarked
package org.terminal30.dashboard.export;

import org.jspecify.annotations.NullMarked;
