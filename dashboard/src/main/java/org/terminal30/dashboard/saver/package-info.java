/** The workshop's memory savers and their load tests. */
@NullMarked
package org.terminal30.dashboard.saver;

import org.jspecify.annotations.NullMarked;
