/** What is known of each kind of head unit: what is shipped with every source, and what the workshop goes by instead. */
@NullMarked
package org.terminal30.dashboard.profile;

import org.jspecify.annotations.NullMarked;
