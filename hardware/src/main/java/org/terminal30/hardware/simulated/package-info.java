/** An electrical model of a car in a bay and register-level chips behind a Pi4J provider. */
@NullMarked
package org.terminal30.hardware.simulated;

import org.jspecify.annotations.NullMarked;
