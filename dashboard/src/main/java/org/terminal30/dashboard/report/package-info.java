/** What is handed over after a job: composed once, kept as it was said, shown as a page and as a PDF. */
@NullMarked
package org.terminal30.dashboard.report;

import org.jspecify.annotations.NullMarked;
