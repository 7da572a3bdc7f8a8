package org.terminal30.agent.devices;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found, or a place where nothing could be looked for.
 *
 * @param place device file, and the address on it
 * @param what it seems to be; null when that could not be found out
 * @param reading what it measures now; null when it was not read
 * @param note what whoever reads this should know or do; null when there is nothing
 * @param snippet for {@code bay.toml}; null when it cannot measure
 */
public record Device(String place, @Nullable String what, @Nullable String reading, @Nullable String note,
        @Nullable String snippet) {}
