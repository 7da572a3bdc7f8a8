package org.terminal30.agent.bay;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.bay.Bay.BayOutput;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * An interruption played through a bay of its own, whose records go nowhere. The first alarm of the day is the one that
 * matters, and it must not be the one that loads classes: on a Raspberry Pi that takes longer than the alarm may.
 */
final class Rehearsal {
    private static final double RATE_HERTZ = 1_000;
    private static final long SAMPLE_NANOS = 1_000_000;
    private static final int HELD_SAMPLES = 3_000;
    private static final int BROKEN_SAMPLES = 200;
    private static final double HELD_VOLTS = 12.6;

    private Rehearsal() {
    }

    static void play(BayConfig config, BayIdentity identity, long nowNanos) {
        ChannelInfo onboard = new ChannelInfo(Channel.ONBOARD, RATE_HERTZ, "rehearsal", Timing.DEVICE);
        var procedures = new BayProcedures(new BayWiring(List.of(onboard)), config.backup().saver());
        Bay bay = new Bay(identity, procedures, new Nowhere());
        Detector detector = new Detector(Limits.of(config), List.of(onboard), bay);
        detector.duty(Duty.JOB);
        bay.order(
                new Order.StartJob(new Order.Header("rehearsal", 0, Instant.MAX, null), JobKind.WATCH.wireName(), "0"),
                nowNanos);
        SampleBlock block = new SampleBlock(Channel.ONBOARD, HELD_SAMPLES);
        long atNanos = fill(block, nowNanos, HELD_SAMPLES, HELD_VOLTS);
        detector.accept(block);
        atNanos = fill(block, atNanos, BROKEN_SAMPLES, 0);
        detector.accept(block);
        fill(block, atNanos, BROKEN_SAMPLES, HELD_VOLTS);
        detector.accept(block);
        bay.advanceTo(atNanos);
    }

    private static long fill(SampleBlock block, long fromNanos, int samples, double volts) {
        block.clear();
        long atNanos = fromNanos;
        for (int i = 0; i < samples; i++) {
            atNanos += SAMPLE_NANOS;
            block.add(atNanos, volts);
        }
        return atNanos;
    }

    /** Encodes what it gets, as the outbox would, and forgets it. */
    private static final class Nowhere implements BayOutput {
        private long characters;

        @Override
        public void records(List<WireRecord.Event> earlier, List<WireRecord> records, String snapshot) {
            records.forEach(record -> characters += RecordCodec.line(record).length());
        }

        @Override
        public void window(WireRecord.Window window) {
            characters += RecordCodec.line(window).length();
        }

        @Override
        public void captured(WireRecord.Waveform capture) {
            characters += RecordCodec.line(capture).length();
        }

        @Override
        public void saver(@Nullable SaverProfile saver) {
            characters++;
        }

        @Override
        public void duty(Duty duty) {
            // The rehearsal's detector has been told.
            characters++;
        }

        @Override
        public void lifted(long sinceNanos) {
            characters++;
        }

        @Override
        public void state(BaySignals.BayState state, long nowNanos) {
            characters += BaySignals.of(state).toString().length();
        }
    }
}
