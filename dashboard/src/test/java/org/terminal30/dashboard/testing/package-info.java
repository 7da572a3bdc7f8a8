/** A real dashboard for tests, on a free port and in a folder of its own, and a browser's view of it without the browser. */
@NullMarked
package org.terminal30.dashboard.testing;

import org.jspecify.annotations.NullMarked;
