/** What has not been acknowledged yet: memory first, then an SQLite file; deleted when acknowledged. */
@NullMarked
package org.terminal30.agent.outbox;

import org.jspecify.annotations.NullMarked;
