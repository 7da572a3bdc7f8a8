/** Real components for the tests of every module: Debian programs, pseudo-terminals, an InfluxDB server, free ports. */
@NullMarked
package org.terminal30.testing;

import org.jspecify.annotations.NullMarked;
