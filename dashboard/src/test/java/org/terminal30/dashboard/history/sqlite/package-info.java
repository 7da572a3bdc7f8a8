/** The history over a real file. */
@NullMarked
package org.terminal30.dashboard.history.sqlite;

import org.jspecify.annotations.NullMarked;
