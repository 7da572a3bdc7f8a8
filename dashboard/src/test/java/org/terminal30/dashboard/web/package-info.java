/** The REST interface over real HTTP. */
@NullMarked
package org.terminal30.dashboard.web;

import org.jspecify.annotations.NullMarked;
