/** What the judge makes of scripted histories. */
@NullMarked
package org.terminal30.dashboard.diagnosis;

import org.jspecify.annotations.NullMarked;
