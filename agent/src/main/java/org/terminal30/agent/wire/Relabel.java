package org.terminal30.agent.wire;

import org.jspecify.annotations.Nullable;

/** Moves the labels of a record that was made before the clock could be trusted (rule B8). */
public final class Relabel {
    private Relabel() {
    }

    /**
     * The same record with every label in it moved.
     *
     * @param shiftNanos what is added to each label; absent labels, which are 0, stay absent
     * @param clock how far the new labels can be trusted
     */
    public static WireRecord shifted(WireRecord record, long shiftNanos, WireRecord.Clock clock) {
        return switch (record) {
            case WireRecord.Window it -> shifted(it, shiftNanos);
            case WireRecord.Event it -> shifted(it, shiftNanos, clock);
            case WireRecord.Waveform it -> shifted(it, shiftNanos, clock);
            case WireRecord.Alarm it -> new WireRecord.Alarm(it.bay(), it.channel(), it.id(),
                    it.timeNanos() + shiftNanos, it.revision(), it.kind(), it.priority(), it.state(), it.condition(),
                    it.count(), label(it.raisedNanos(), shiftNanos), label(it.silencedUntilNanos(), shiftNanos),
                    shifted(it.shelf(), shiftNanos), it.phase(), it.event(), it.job(), it.who(), it.order(),
                    it.refused());
            case WireRecord.Job it -> new WireRecord.Job(it.bay(), it.id(), it.timeNanos() + shiftNanos, it.revision(),
                    it.kind(), it.state(), it.phase(), label(it.startedNanos(), shiftNanos), it.vehicle(), it.who(),
                    it.order(), it.refused());
            case WireRecord.Agent it -> new WireRecord.Agent(it.bay(), it.timeNanos() + shiftNanos, it.version(),
                    it.source(), it.watching(), it.trouble(), it.vehicle(), it.rateHertz(), it.malformed(),
                    it.pending(), it.quarantined(), it.boot(), clock);
            case WireRecord.ChannelStatus it -> new WireRecord.ChannelStatus(it.bay(), it.channel(),
                    it.timeNanos() + shiftNanos, it.device(), it.rateHertz(), it.nominalRateHertz(), it.calibration(),
                    it.calibratedOn(), it.due());
        };
    }

    /** As {@link #shifted(WireRecord, long, WireRecord.Clock)}. */
    public static WireRecord.Event shifted(WireRecord.Event event, long shiftNanos, WireRecord.Clock clock) {
        return new WireRecord.Event(event.bay(), event.channel(), event.kind(), event.id(),
                event.timeNanos() + shiftNanos, event.revision(), event.open(), event.durationNanos(), event.minimum(),
                event.maximum(), event.saturated(), event.parent(), event.reason(), event.job(), clock, event.detail());
    }

    /** As {@link #shifted(WireRecord, long, WireRecord.Clock)}. */
    public static WireRecord.Waveform shifted(WireRecord.Waveform waveform, long shiftNanos, WireRecord.Clock clock) {
        return new WireRecord.Waveform(waveform.bay(), waveform.channel(), waveform.timeNanos() + shiftNanos,
                waveform.samples(), clock);
    }

    /** A window has no field that says how far its label can be trusted. */
    public static WireRecord.Window shifted(WireRecord.Window window, long shiftNanos) {
        return new WireRecord.Window(window.bay(), window.channel(), window.timeNanos() + shiftNanos, window.minimum(),
                window.maximum(), window.sum(), window.count());
    }

    private static WireRecord.@Nullable Shelf shifted(WireRecord.@Nullable Shelf shelf, long shiftNanos) {
        return shelf == null
                ? null
                : new WireRecord.Shelf(shelf.untilNanos() + shiftNanos, shelf.who(), shelf.why());
    }

    private static long label(long nanos, long shiftNanos) {
        return nanos == 0 ? 0 : nanos + shiftNanos;
    }
}
