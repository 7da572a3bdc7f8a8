/** The whole workshop in one file, and back. */
@NullMarked
package org.terminal30.dashboard.backup;

import org.jspecify.annotations.NullMarked;
