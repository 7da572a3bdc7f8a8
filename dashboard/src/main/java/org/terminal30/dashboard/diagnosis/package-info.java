/** Why a radio locks again and again: evidence for and against each cause, and the risk of the next lock. Pure. */
@NullMarked
package org.terminal30.dashboard.diagnosis;

import org.jspecify.annotations.NullMarked;
