/** Head units as things of their own: which car each one is in, what to go by with it, and where its code is kept. */
@NullMarked
package org.terminal30.dashboard.headunit;

import org.jspecify.annotations.NullMarked;
