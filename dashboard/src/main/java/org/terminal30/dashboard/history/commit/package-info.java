/** One writer for an SQLite file, which lets many share a wait for the disk. */
@NullMarked
package org.terminal30.dashboard.history.commit;

import org.jspecify.annotations.NullMarked;
