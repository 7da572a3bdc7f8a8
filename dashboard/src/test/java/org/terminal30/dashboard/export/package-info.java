@NullMarked
package org.terminal30.dashboard.export;

import org.jspecify.annotations.NullMarked;
