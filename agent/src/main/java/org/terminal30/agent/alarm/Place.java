package org.terminal30.agent.alarm;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail.Chattering;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** Where an alarm lives: low, critical, feed-lost and interruption of a channel share one place, named after {@code LOW}. */
record Place(Channel channel, EventKind family) {
    static Place of(Channel channel, EventKind kind) {
        return new Place(channel, switch (kind) {
            case CRITICAL, FEED_LOST, INTERRUPTION -> EventKind.LOW;
            default -> kind;
        });
    }

    static Place of(Alarm alarm) {
        return of(alarm.channel(), alarm.cause().kind());
    }

    static Place of(SupplyEvent event) {
        return of(event.channel(), kind(event));
    }

    /** What an event is about: of chattering, what comes and goes. */
    static EventKind kind(SupplyEvent event) {
        return event.detail() instanceof Chattering chattering ? chattering.of() : event.kind();
    }

    boolean isOf(SupplyEvent event) {
        return equals(of(event));
    }
}
