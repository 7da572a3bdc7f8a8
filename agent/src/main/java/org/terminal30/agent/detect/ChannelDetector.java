package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/** The windows and rules of one channel. */
final class ChannelDetector {
    private static final long SLOT_NANOS = 20_000_000;
    private static final int SLOTS = (int) (Detector.WINDOW_NANOS / SLOT_NANOS);

    private final Channel channel;
    private final DetectionListener listener;
    private final RecordLog log;
    private final SilenceRule silence;
    private final VehiclePresence presence;
    private final boolean supply;
    private final List<ThresholdRule> rules = new ArrayList<>();
    private final @Nullable ThresholdRule low;
    private final @Nullable ThresholdRule critical;
    private final @Nullable DipRule dip;
    private final @Nullable ThresholdRule interruption;
    private final @Nullable SurgeRule surge;
    private final @Nullable ThresholdRule reversed;
    private final @Nullable BackupRule backup;
    private final boolean slowWindow;
    private final boolean slowSlot;
    private boolean jobRunning;
    private boolean started;
    private long beforeNanos;
    private double before;
    private long slotEndNanos;
    private int slot;
    private double slotSum;
    private long slotCount;
    private double windowMin;
    private double windowMax;
    private double windowSum;
    private long windowCount;

    ChannelDetector(DetectorConfig config, ChannelInfo info, RecordLog log, DetectionListener listener) {
        this.channel = info.channel();
        this.listener = listener;
        this.log = log;
        this.silence = new SilenceRule(config.silence(), info.nominalIntervalNanos(), log);
        this.presence = new VehiclePresence(config.presence());
        // Fewer than two samples to a mean are no mean.
        this.slowWindow = 2 * info.nominalIntervalNanos() > Detector.WINDOW_NANOS;
        this.slowSlot = 2 * info.nominalIntervalNanos() > SLOT_NANOS;
        boolean onboard = channel == Channel.ONBOARD;
        this.supply = onboard || channel == Channel.RADIO;
        this.low = onboard ? rule(EventKind.LOW, config.low(), slowWindow) : null;
        this.critical = onboard ? rule(EventKind.CRITICAL, config.critical(), slowSlot) : null;
        this.dip = supply ? new DipRule(config.dip(), log) : null;
        this.interruption = supply ? rule(EventKind.INTERRUPTION, config.interruption(), true) : null;
        this.surge = supply ? new SurgeRule(config.surge(), log, slowWindow) : null;
        this.reversed = supply ? reversed(config.reversed()) : null;
        this.backup = channel == Channel.BACKUP
                ? new BackupRule(config.backup(), config.presence(), log, slowSlot)
                : null;
        clearWindow();
    }

    private ThresholdRule rule(EventKind kind, DetectorConfig.Threshold limit, boolean onSamples) {
        ThresholdRule rule = new ThresholdRule(kind, log, 1, limit.startVolts(), limit.endVolts(), limit.delayMillis(),
                onSamples);
        rules.add(rule);
        return rule;
    }

    /** Starts at its level too and ends above it: the other way round than a fall. */
    private ThresholdRule reversed(DetectorConfig.Threshold limit) {
        return new ThresholdRule(EventKind.REVERSED, log, 1, Math.nextUp(limit.startVolts()),
                Math.nextUp(limit.endVolts()), limit.delayMillis(), true);
    }

    void accept(SampleBlock block) {
        int size = block.size();
        for (int i = 0; i < size; i++) {
            sample(block.nanosAt(i), block.valueAt(i));
        }
    }

    private void sample(long nanos, double value) {
        boolean gap = silence.sample(nanos);
        if (!started) {
            slotEndNanos = nanos + SLOT_NANOS;
        }
        while (nanos >= slotEndNanos) {
            closeSlot(nanos);
        }
        if (gap) {
            gap();
        }
        if (gap || !started) {
            beforeNanos = nanos;
            before = value;
            started = true;
        }
        slotSum += value;
        slotCount++;
        windowMin = Math.min(windowMin, value);
        windowMax = Math.max(windowMax, value);
        judge(nanos, value);
        beforeNanos = nanos;
        before = value;
    }

    private void gap() {
        presence.gap();
        rules.forEach(ThresholdRule::gap);
        if (reversed != null) {
            reversed.gap();
        }
        if (dip != null) {
            dip.gap();
        }
        if (surge != null) {
            surge.gap();
        }
        if (backup != null) {
            backup.gap();
        }
    }

    private void judge(long nanos, double value) {
        if (reversed != null) {
            reversed.sample(beforeNanos, before, nanos, value);
        }
        if (backup != null) {
            backup.sample(beforeNanos, before, nanos, value, jobRunning);
        }
        if (supply) {
            presence(nanos, value);
            if (!presence.absent()) {
                supply(nanos, value);
            }
        }
    }

    private void supply(long nanos, double value) {
        boolean falls = value < before;
        if (falls && dip != null) {
            dip.sample(beforeNanos, before, nanos, value);
        }
        if (interruption != null) {
            interruption.sample(beforeNanos, before, nanos, value);
        }
        if (!falls && dip != null) {
            dip.sample(beforeNanos, before, nanos, value);
        }
        if (critical != null) {
            critical.sample(beforeNanos, before, nanos, value);
        }
        if (low != null) {
            low.sample(beforeNanos, before, nanos, value);
        }
        if (surge != null) {
            surge.sample(beforeNanos, before, nanos, value);
        }
    }

    private void presence(long nanos, double value) {
        boolean wasConnected = presence.connected();
        boolean wasAbsent = presence.absent();
        presence.sample(nanos, value, jobRunning);
        if (presence.absent() && !wasAbsent) {
            vehicleGone(nanos);
        }
        if (channel == Channel.ONBOARD && presence.connected() != wasConnected) {
            listener.vehicle(presence.connected(), nanos);
        }
    }

    /** What is nested ends before what holds it. */
    private void vehicleGone(long nanos) {
        if (interruption != null) {
            interruption.close(nanos, SupplyEvent.NO_VEHICLE);
        }
        if (dip != null) {
            dip.close(nanos, SupplyEvent.NO_VEHICLE);
        }
        if (critical != null) {
            critical.close(nanos, SupplyEvent.NO_VEHICLE);
        }
        if (low != null) {
            low.close(nanos, SupplyEvent.NO_VEHICLE);
        }
        if (surge != null) {
            surge.close(nanos, SupplyEvent.NO_VEHICLE);
        }
    }

    /** Closes the slot before {@code nanos}; over a gap, jumps along the grid. */
    private void closeSlot(long nanos) {
        judgeSlot();
        slotEndNanos += SLOT_NANOS;
        if (++slot == SLOTS) {
            closeWindow(slotEndNanos - SLOT_NANOS - Detector.WINDOW_NANOS);
            slotEndNanos += Math.max(0, (nanos - slotEndNanos) / Detector.WINDOW_NANOS) * Detector.WINDOW_NANOS;
        }
    }

    private void judgeSlot() {
        if (slotCount > 0) {
            double mean = mean(slotSum, slotCount);
            if (critical != null && !presence.absent()) {
                critical.mean(mean, beforeNanos);
            }
            if (backup != null) {
                backup.mean(mean, beforeNanos);
            }
        }
        windowSum += slotSum;
        windowCount += slotCount;
        slotSum = 0;
        slotCount = 0;
    }

    private void closeWindow(long startNanos) {
        slot = 0;
        if (windowCount > 0) {
            double mean = mean(windowSum, windowCount);
            if (!presence.absent()) {
                windowMean(mean);
            }
            listener.window(channel, startNanos, windowMin, windowMax, windowSum, windowCount);
        }
        clearWindow();
    }

    /** Rounded to the nanovolt, so that the mean of equal values is that value, on the threshold too. */
    private static double mean(double sum, long count) {
        return Math.rint(sum / count * 1e9) / 1e9;
    }

    private void windowMean(double mean) {
        if (low != null) {
            low.mean(mean, beforeNanos);
        }
        if (surge != null) {
            surge.mean(mean, beforeNanos);
        }
        if (dip != null) {
            dip.mean(mean, beforeNanos, interruption != null && interruption.isOpen());
        }
    }

    private void clearWindow() {
        windowMin = Double.POSITIVE_INFINITY;
        windowMax = Double.NEGATIVE_INFINITY;
        windowSum = 0;
        windowCount = 0;
    }

    void advanceTo(long nowNanos) {
        silence.advanceTo(nowNanos);
    }

    void lost(String reason) {
        silence.lost(reason);
    }

    void jobRunning(boolean running) {
        jobRunning = running;
    }

    void finish() {
        if (started) {
            judgeSlot();
            closeWindow(slotEndNanos - SLOT_NANOS * (slot + 1));
            log.finish(beforeNanos);
        }
    }
}
