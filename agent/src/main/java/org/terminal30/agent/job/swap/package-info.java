/** The battery swap with its two gates (rule B6): what is proven, what failed, what cannot be measured. Pure. */
@NullMarked
package org.terminal30.agent.job.swap;

import org.jspecify.annotations.NullMarked;
