/** What people read for the names of the wire: one file of words for each kind of job, the same for pages and reports. */
@NullMarked
package org.terminal30.dashboard.words;

import org.jspecify.annotations.NullMarked;
