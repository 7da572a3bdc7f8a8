@NullMarked
package org.terminal30.dashboard.backup;

import org.jspecify.annotations.NullMarked;
