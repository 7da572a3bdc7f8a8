/** Pages and REST controllers. */
@NullMarked
package org.terminal30.dashboard.web;

import org.jspecify.annotations.NullMarked;
