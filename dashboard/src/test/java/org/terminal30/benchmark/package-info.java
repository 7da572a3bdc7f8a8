/** Programs that measure; what they said is in {@code docs/benchmarks.md}. */
@NullMarked
package org.terminal30.benchmark;

import org.jspecify.annotations.NullMarked;
