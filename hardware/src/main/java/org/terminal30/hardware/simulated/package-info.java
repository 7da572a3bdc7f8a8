/** An electrical model of a car in a bay, register-level chips behind a Pi4J provider, and trace replay. */
@NullMarked
package org.terminal30.hardware.simulated;

import org.jspecify.annotations.NullMarked;
