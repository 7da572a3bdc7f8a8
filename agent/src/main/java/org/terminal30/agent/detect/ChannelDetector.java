package org.terminal30.agent.detect;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * One channel: cuts its samples into means and windows, notices silence, and drives its rules. Samples that change nothing,
 * which are nearly all, are taken in runs.
 */
final class ChannelDetector {
    static final long SLOT_NANOS = 20_000_000;
    private static final int SLOTS = (int) (Detector.WINDOW_NANOS / SLOT_NANOS);
    /** What is looked back at: a capture begins a second before a record that may be known 1.1 s late. */
    private static final double RING_SECONDS = 3;
    private static final int LEAST_RING = 16;

    private final Channel channel;
    private final DetectionListener listener;
    private final SampleRing ring;
    private final Captures captures;
    private final RecordLog log;
    private final SilenceRule silence;
    private final LossRule loss;
    private final ChannelRules rules;
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

    /**
     * @param index of the channel, from 0
     * @param stride number of channels
     */
    ChannelDetector(DetectorConfig config, ChannelInfo info, int index, int stride, DetectionListener listener) {
        this.channel = info.channel();
        this.listener = listener;
        this.ring = new SampleRing((int) (RING_SECONDS * info.nominalRateHertz()) + LEAST_RING);
        this.captures = new Captures(config.capture(), info, ring, listener);
        this.log = new RecordLog(info, index, stride, config.chattering(), captures, listener);
        this.silence = new SilenceRule(config.silence(), info.nominalIntervalNanos(), log);
        this.loss = new LossRule(log);
        this.rules = switch (channel) {
            case ONBOARD, RADIO -> new SupplyRules(config, info, ring, log, captures, listener);
            case BACKUP -> info.calibration() == CalibrationState.COARSE
                    ? ChannelRules.NONE
                    : new BackupRule(config, log, isSlow(info, SLOT_NANOS));
            case BACKUP_LEAD, BACKUP_CURRENT, BATTERY, BATTERY_CURRENT -> ChannelRules.NONE;
        };
        clearWindow();
    }

    /** Whether a channel has fewer than two samples in this time: they are no mean. */
    static boolean isSlow(ChannelInfo info, long nanos) {
        return 2 * info.nominalIntervalNanos() > nanos;
    }

    void accept(SampleBlock block) {
        int size = block.size();
        int at = 0;
        if (block.lostBefore() > 0 && size > 0 && started && silence.isWatching(block.nanosAt(0))) {
            loss.lost(block.lostBefore(), beforeNanos, block.nanosAt(0));
        }
        while (at < size) {
            int end = endOfRun(block, at);
            if (end - at > 1 && passes(block, at, end)) {
                ring.add(block, at, end);
                beforeNanos = block.nanosAt(end - 1);
                before = block.valueAt(end - 1);
                silence.ran(beforeNanos);
                at = end;
            } else {
                int until = Math.max(end, at + 1);
                for (; at < until; at++) {
                    ring.add(block, at, at + 1);
                    sample(block.nanosAt(at), block.valueAt(at));
                }
            }
        }
    }

    /** Where the samples from {@code from} on leave the slot; {@code from} when they cannot be taken together. */
    private int endOfRun(SampleBlock block, int from) {
        long nanos = block.nanosAt(from);
        if (!started || !silence.isWatching(nanos)) {
            return from;
        }
        closeSlots(nanos);
        return rules.isSteady() ? block.firstFrom(slotEndNanos, from) : from;
    }

    /** Takes a run of samples within a slot if they change nothing. */
    private boolean passes(SampleBlock block, int from, int to) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        double sum = slotSum;
        for (int at = from; at < to; at++) {
            double value = block.valueAt(at);
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            sum += value;
        }
        if (!rules.passes(minimum, maximum)) {
            return false;
        }
        slotSum = sum;
        slotCount += to - from;
        windowMin = Math.min(windowMin, minimum);
        windowMax = Math.max(windowMax, maximum);
        return true;
    }

    private void sample(long nanos, double value) {
        boolean gap = silence.sample(nanos);
        if (!started) {
            slotEndNanos = nanos + SLOT_NANOS;
        }
        closeSlots(nanos);
        if (gap) {
            rules.gap(nanos);
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
        rules.sample(beforeNanos, before, nanos, value);
        beforeNanos = nanos;
        before = value;
    }

    /** Closes the slots before {@code nanos}; over a gap, jumps along the grid. */
    private void closeSlots(long nanos) {
        while (nanos >= slotEndNanos) {
            judgeSlot();
            slotEndNanos += SLOT_NANOS;
            if (++slot == SLOTS) {
                closeWindow(slotEndNanos - SLOT_NANOS - Detector.WINDOW_NANOS);
                slotEndNanos += Math.max(0, (nanos - slotEndNanos) / Detector.WINDOW_NANOS) * Detector.WINDOW_NANOS;
            }
        }
    }

    private void judgeSlot() {
        if (slotCount > 0) {
            rules.slot(mean(slotSum, slotCount), beforeNanos);
        }
        windowSum += slotSum;
        windowCount += slotCount;
        slotSum = 0;
        slotCount = 0;
    }

    private void closeWindow(long startNanos) {
        slot = 0;
        if (windowCount > 0) {
            rules.window(mean(windowSum, windowCount), windowMin, windowMax, beforeNanos);
            listener.window(channel, startNanos, windowMin, windowMax, windowSum, windowCount);
            loss.advanceTo(beforeNanos);
            log.advanceTo(beforeNanos);
            captures.drain();
        }
        clearWindow();
    }

    /** Rounded to the nanovolt, so that the mean of equal values is that value, on the threshold too. */
    private static double mean(double sum, long count) {
        return Math.rint(sum / count * 1e9) / 1e9;
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

    void stuck(long sinceNanos, String reason) {
        silence.stuck(sinceNanos, reason);
    }

    void duty(Duty duty) {
        rules.duty(duty, beforeNanos);
    }

    void saver(SaverLimits limits) {
        rules.saver(limits, beforeNanos);
    }

    void lifted(long nanos) {
        rules.lifted(nanos);
    }

    void finish() {
        if (started) {
            judgeSlot();
            closeWindow(slotEndNanos - SLOT_NANOS * (slot + 1));
            loss.finish();
            log.finish(beforeNanos);
            captures.drain();
            captures.finish();
        }
    }
}
