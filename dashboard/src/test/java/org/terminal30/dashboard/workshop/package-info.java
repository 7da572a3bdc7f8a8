/** What the workshop knows. */
@NullMarked
package org.terminal30.dashboard.workshop;

import org.jspecify.annotations.NullMarked;
