/** The configuration of a bay, read from TOML into validated records. */
@NullMarked
package org.terminal30.agent.config;

import org.jspecify.annotations.NullMarked;
