package org.terminal30.hardware.trace;

import org.terminal30.hardware.sample.Channel;

/**
 * Where a channel of a recording stands.
 *
 * @param channel that was measured
 * @param column that holds it, or the reading of this name
 * @param perBase what a value is divided by, to become volts or amperes
 */
record ChannelColumn(Channel channel, Column column, double perBase) {
    /** For people. */
    String description() {
        return column.label() + column.unit().map(unit -> " in " + unit.symbol()).orElse("");
    }
}
