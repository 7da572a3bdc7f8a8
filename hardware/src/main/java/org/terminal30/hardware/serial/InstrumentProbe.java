package org.terminal30.hardware.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource.Status;

/**
 * Finds out what is on a serial port. First listens for what speaks by itself, then asks, because a question could disturb what
 * only speaks. The port must not be in use.
 */
public final class InstrumentProbe {
    private static final List<ChannelScale> ALL = Stream.of(Channel.values()).map(ChannelScale::uncalibrated).toList();
    private static final ChannelScale ONBOARD = ChannelScale.uncalibrated(Channel.ONBOARD);

    /** A kind of instrument, with what stands for it as the {@code type} of a source. */
    public enum Kind {
        TEXT("serial", 1_500),
        STREAM("stream", 1_500),
        VE_DIRECT("ve-direct", 3_000),
        /** Three speeds with two seconds each, and two until the first voltage. */
        ELM327("elm327", 8_500),
        SCPI("scpi", 4_500);

        private final String type;
        private final long boundMillis;

        Kind(String type, long boundMillis) {
            this.type = type;
            this.boundMillis = boundMillis;
        }

        /** The {@code type} of a source in the configuration of a bay. */
        public String type() {
            return type;
        }

        /** The longest that looking for this kind takes. */
        public long boundMillis() {
            return boundMillis;
        }

        private SerialSource source(String port, NanoClock clock) {
            return switch (this) {
                case TEXT -> SerialSource.text(SerialTextSettings.of(port, ALL), clock);
                case STREAM -> SerialSource.stream(SerialTextSettings.of(port, ALL), clock);
                case VE_DIRECT -> SerialSource.veDirect(port, VeDirectDialogue.BAUD, List.of(ONBOARD),
                        List.of(VeDirectField.V), clock);
                case ELM327 -> SerialSource.elm327(port, Elm327Dialogue.SPEEDS_BAUD.getFirst(), ONBOARD, clock);
                case SCPI -> SerialSource.scpi(port, ScpiDialogue.DEFAULT_BAUD, ONBOARD, clock);
            };
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * An instrument has measured something.
         *
         * @param identity what it calls itself; empty when it does not say
         * @param channel of the reading: {@code onboard} for an instrument that does not name what it measures
         * @param reading uncalibrated, in the unit of the channel
         */
        record Found(Kind kind, int baud, String identity, Channel channel, double reading) implements Result {}

        /** Nothing that is known answered; the reason is for people. */
        record Nothing(String reason) implements Result {}
    }

    private InstrumentProbe() {
    }

    /** Looks for every kind, which takes at most the sum of their bounds. */
    public static Result probe(String port, NanoClock clock) throws InterruptedException {
        if (!Files.exists(Path.of(port))) {
            return new Result.Nothing(port + " is not there");
        }
        List<String> reasons = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            switch (probe(port, kind, clock)) {
                case Result.Found found -> {
                    return found;
                }
                case Result.Nothing nothing -> reasons.add(nothing.reason());
            }
        }
        return new Result.Nothing("nothing known answers: " + String.join("; ", reasons));
    }

    /** Looks for one kind, for as long as its bound. */
    public static Result probe(String port, Kind kind, NanoClock clock) throws InterruptedException {
        long untilNanos = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(kind.boundMillis());
        var first = new FirstSample();
        String reason = "no %s speaks at %s".formatted(kind.type(), port);
        try (SerialSource source = kind.source(port, clock)) {
            while (clock.nanoTime() - untilNanos < 0) {
                Status status = source.poll(first);
                if (first.channel != null) {
                    return new Result.Found(kind, source.baud(), source.identity().orElse(""), first.channel,
                            first.value);
                }
                if (status instanceof Status.Lost lost) {
                    reason = lost.reason();
                }
                if (source.hasFailed()) {
                    return new Result.Nothing(reason);
                }
            }
        }
        return new Result.Nothing(reason);
    }

    /** Keeps the first sample of all. */
    private static final class FirstSample implements SampleSink {
        private @Nullable Channel channel;
        private double value;

        @Override
        public void accept(SampleBlock block) {
            if (channel == null) {
                channel = block.channel();
                value = block.valueAt(0);
            }
        }
    }
}
