/** Diagnoses over invented histories, read through the port as recorded ones are. */
@NullMarked
package org.terminal30.dashboard.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
