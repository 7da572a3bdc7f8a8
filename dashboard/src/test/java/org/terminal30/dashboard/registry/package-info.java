/** Tests of the registry in SQLite and in a real PostgreSQL. */
@NullMarked
package org.terminal30.dashboard.registry;

import org.jspecify.annotations.NullMarked;
