/** The history in an SQLite file of the dashboard's own. */
@NullMarked
package org.terminal30.dashboard.history.sqlite;

import org.jspecify.annotations.NullMarked;
