/** Server-sent events: what happens now, to the browsers; orders, to the bays. */
@NullMarked
package org.terminal30.dashboard.live;

import org.jspecify.annotations.NullMarked;
