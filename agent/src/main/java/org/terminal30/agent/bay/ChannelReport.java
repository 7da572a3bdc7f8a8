package org.terminal30.agent.bay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.ChannelStatus;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * Says how each channel is measured: device, rate, calibration; every 10 s and when it changes. A calibration that has grown
 * too old is said here and in the log; it is no alarm, the values are as good as they were yesterday.
 */
final class ChannelReport {
    static final Duration INTERVAL = Duration.ofSeconds(10);
    /** A rate that moves by less, as part of the nominal one, can wait for the interval. */
    private static final double RATE_STEP = 0.1;
    private static final Logger LOG = LoggerFactory.getLogger(ChannelReport.class);

    private final BayId id;
    private final List<ChannelInfo> channels;
    private final CalibrationHistory history;
    private final LongUnaryOperator labels;
    private final Consumer<ChannelStatus> output;
    private final Map<Channel, Said> said = new EnumMap<>(Channel.class);

    private record Said(ChannelStatus status, long atNanos) {}

    /** @param labels from the monotonic clock to nanoseconds since the epoch */
    ChannelReport(BayId id, List<ChannelInfo> channels, CalibrationHistory history, LongUnaryOperator labels,
            Consumer<ChannelStatus> output) {
        this.id = id;
        this.channels = channels;
        this.history = history;
        this.labels = labels;
        this.output = output;
    }

    void turn(long nowNanos, RateMeter rates) {
        for (ChannelInfo info : channels) {
            Said before = said.get(info.channel());
            double rateHertz = rates.hertz(info.channel());
            if (before == null || nowNanos - before.atNanos() >= INTERVAL.toNanos()
                    || Math.abs(rateHertz - before.status().rateHertz()) > RATE_STEP * info.nominalRateHertz()) {
                say(info, rateHertz, nowNanos, before == null ? null : before.status());
            }
        }
    }

    private void say(ChannelInfo info, double rateHertz, long nowNanos, @Nullable ChannelStatus before) {
        long labelNanos = labels.applyAsLong(nowNanos);
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochSecond(0, labelNanos), ZoneOffset.UTC);
        LocalDate calibratedOn = history.of(info.channel(), info.device()).map(CalibrationRecord::date).orElse(null);
        boolean due = history.of(info.channel(), info.device()).filter(record -> record.isDue(today)).isPresent();
        if (due && (before == null || !before.due())) {
            LOG.warn("{} was last calibrated on {}: calibrate it again (terminal30-agent calibrate)",
                    info.channel().wireName(), Objects.requireNonNull(calibratedOn));
        }
        var status = new ChannelStatus(id, info.channel(), labelNanos, info.device(), rateHertz,
                info.nominalRateHertz(), info.calibration(), calibratedOn, due);
        said.put(info.channel(), new Said(status, nowNanos));
        output.accept(status);
    }
}
