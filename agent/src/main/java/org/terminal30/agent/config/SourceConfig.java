package org.terminal30.agent.config;

import java.util.List;
import java.util.Set;

import org.terminal30.hardware.sample.Channel;

/** One thing that the bay measures with: a section {@code [source]}, or each {@code [[source]]}. */
public sealed interface SourceConfig permits ChipConfig, InstrumentConfig, PlayedConfig {
    /** The channels that it delivers, at least one, in the order of the file. */
    List<Channel> channels();

    /** What it is, for people. */
    String description();

    /** The chips and ports that it has to have for itself, for people. */
    default Set<String> devices() {
        return Set.of();
    }

    /** The GPIO lines that it needs. */
    default List<GpioUse> gpios() {
        return List.of();
    }
}
