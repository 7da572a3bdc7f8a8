package org.terminal30.agent.bay;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.VoltageSource;

/** Says how the bay is, every second and when it changes. */
final class StatusReport {
    private final BayId id;
    private final String version;
    private final String sourceName;
    private final VoltageSource source;
    private final Bay bay;
    private final Journal journal;
    private final Outbox outbox;
    private final BootLabels labels;
    private final Supplier<@Nullable String> signals;
    private long nextNanos = Long.MIN_VALUE;
    private @Nullable String lastTrouble;
    private boolean lastVehicle;

    /** @param signals what does not work of light, buzzer and button, for people; null while all does */
    StatusReport(BayId id, String version, String sourceName, VoltageSource source, Bay bay, Journal journal,
            Outbox outbox, BootLabels labels, Supplier<@Nullable String> signals) {
        this.id = id;
        this.version = version;
        this.sourceName = sourceName;
        this.source = source;
        this.bay = bay;
        this.journal = journal;
        this.outbox = outbox;
        this.labels = labels;
        this.signals = signals;
    }

    void turn(long nowNanos, @Nullable String lost, RateMeter rates) {
        String blind = blindness(lost);
        String sentences = Stream.of(blind, signals.get()).filter(Objects::nonNull).collect(Collectors.joining("; "));
        String trouble = sentences.isEmpty() ? null : sentences;
        boolean changed = bay.hasVehicle() != lastVehicle || !Objects.equals(trouble, lastTrouble);
        if (changed || nowNanos >= nextNanos) {
            lastTrouble = trouble;
            lastVehicle = bay.hasVehicle();
            nextNanos = nowNanos + BayLoop.STATUS_INTERVAL.toNanos();
            say(nowNanos, blind == null, trouble, rates.hertz());
        }
    }

    private @Nullable String blindness(@Nullable String lost) {
        String blind = lost != null ? lost : bay.blindness().orElse(null);
        return blind != null ? blind : journal.trouble();
    }

    private void say(long nowNanos, boolean watching, @Nullable String trouble, double rateHertz) {
        Outbox.Counters waiting = outbox.counters();
        VoltageSource.Counters left = source.counters();
        outbox.status(
                new WireRecord.Agent(id, labels.labelNanos(nowNanos), version, sourceName, watching, trouble,
                        bay.hasVehicle(), rateHertz, left.malformed() + left.implausible(), waiting.pending(),
                        waiting.quarantined(), labels.boot(), labels.trust()));
    }
}
