@NullMarked
package org.terminal30.dashboard.report;

import org.jspecify.annotations.NullMarked;
