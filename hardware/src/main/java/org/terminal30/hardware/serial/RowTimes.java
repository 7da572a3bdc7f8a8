package org.terminal30.hardware.serial;

import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleSink;

/**
 * Gives the rows of a stream their times on the host's clock: by the device's microseconds where they have them, else spread
 * over the time before they arrived.
 */
final class RowTimes {
    private final DeviceTimeline timeline = new DeviceTimeline();
    private final RowBatch batch;
    private final long nominalIntervalNanos;
    private Timing timing;
    private long suspects;

    /** @param timing what is expected until the first row shows it */
    RowTimes(RowBatch batch, long nominalIntervalNanos, Timing timing) {
        this.batch = batch;
        this.nominalIntervalNanos = nominalIntervalNanos;
        this.timing = timing;
    }

    /** Takes the next row; samples that had to be handed out before it could be taken. */
    int add(long micros, double[] readings, long arrivalNanos, SampleSink sink) {
        Timing rowTiming = micros == Dialogue.NO_MICROS ? Timing.HOST : Timing.DEVICE;
        int samples = rowTiming != timing || batch.isFull() ? handOut(arrivalNanos, sink) : 0;
        timing = rowTiming;
        if (timing == Timing.HOST) {
            batch.add(0, readings);
            return samples;
        }
        switch (timeline.successionOf(micros, arrivalNanos)) {
            case FOLLOWS -> batch.add(timeline.advance(micros), readings);
            case RESTARTS -> {
                samples += handOut(arrivalNanos, sink);
                timeline.restart();
                batch.add(timeline.advance(micros), readings);
            }
            case SUSPECT -> suspects++;
        }
        return samples;
    }

    /** Hands out the rows before a loss, so that the next ones tell of it; how many samples that were. */
    int lost(long rows, long arrivalNanos, SampleSink sink) {
        int samples = handOut(arrivalNanos, sink);
        batch.followsLoss(rows);
        return samples;
    }

    /** Hands out the rows taken, all of them arrived by {@code arrivalNanos}; how many samples that were. */
    int handOut(long arrivalNanos, SampleSink sink) {
        if (batch.size() == 0) {
            return 0;
        }
        if (timing == Timing.DEVICE) {
            timeline.observe(batch.firstDeviceNanos(), batch.lastDeviceNanos(), arrivalNanos, batch.lastNanos());
            return batch.handOut((row, deviceNanos) -> timeline.hostNanos(deviceNanos), sink);
        }
        int rows = batch.size();
        long room = batch.lastNanos() == Long.MIN_VALUE ? Long.MAX_VALUE : arrivalNanos - batch.lastNanos();
        long interval = Math.min(nominalIntervalNanos, Math.max(1, room / rows));
        return batch.handOut((row, deviceNanos) -> arrivalNanos - (rows - 1 - row) * interval, sink);
    }

    /** Who stamps the rows, as far as has been seen. */
    Timing timing() {
        return timing;
    }

    /** Rows left out because their microseconds could not be right. */
    long suspects() {
        return suspects;
    }

    /** The stream was interrupted: the next row begins a new timeline. */
    void restart() {
        timeline.restart();
    }
}
