/** The electrical model of a car at a bay, exact between its events; what really happened in it is its truth. Knows only the JDK. */
@NullMarked
package org.terminal30.hardware.model;

import org.jspecify.annotations.NullMarked;
