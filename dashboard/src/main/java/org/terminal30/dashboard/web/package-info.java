/** Pages, REST controllers and the shape of their errors. */
@NullMarked
package org.terminal30.dashboard.web;

import org.jspecify.annotations.NullMarked;
