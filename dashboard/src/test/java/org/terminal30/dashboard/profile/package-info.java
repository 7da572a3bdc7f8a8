/** The library of profiles: its forms, its file and what the workshop chooses over it. */
@NullMarked
package org.terminal30.dashboard.profile;

import org.jspecify.annotations.NullMarked;
