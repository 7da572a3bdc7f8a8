/** What browsers are told, and when. */
@NullMarked
package org.terminal30.dashboard.live;

import org.jspecify.annotations.NullMarked;
