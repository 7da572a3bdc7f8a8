@NullMarked
package org.terminal30.dashboard.recording;

import org.jspecify.annotations.NullMarked;
