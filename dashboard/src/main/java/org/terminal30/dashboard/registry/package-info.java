/** Where the registry is kept: a SQLite file, or one schema for each site of a PostgreSQL database. */
@NullMarked
package org.terminal30.dashboard.registry;

import org.jspecify.annotations.NullMarked;
