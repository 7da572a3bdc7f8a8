/** Log-in, roles, bay tokens and the audit trail. */
@NullMarked
package org.terminal30.dashboard.security;

import org.jspecify.annotations.NullMarked;
