/** The door, tried from outside. */
@NullMarked
package org.terminal30.dashboard.security;

import org.jspecify.annotations.NullMarked;
