/** Errors as {@code application/problem+json}: one shape for all that can go wrong over HTTP. */
@NullMarked
package org.terminal30.dashboard.problem;

import org.jspecify.annotations.NullMarked;
