/** Reads out of history and workshop what a diagnosis weighs; bounded, however long the history is. */
@NullMarked
package org.terminal30.dashboard.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
