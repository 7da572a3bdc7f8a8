@NullMarked
package org.terminal30.dashboard.words;

import org.jspecify.annotations.NullMarked;
