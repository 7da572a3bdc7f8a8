/** Writes over real HTTP into real files. */
@NullMarked
package org.terminal30.dashboard.ingest;

import org.jspecify.annotations.NullMarked;
