package org.terminal30.hardware.serial;

/**
 * From the microseconds of a device, which wrap at 2^32, to nanoseconds of the host's monotonic clock. Durations are those of
 * the device; where they lie on the host's clock is learned from the rows that arrived earliest, because a row can only be late.
 *
 * <p>The offset between the two clocks is the smallest difference seen in a window of rows. From window to window it is slewed,
 * never stepped, by at most {@value #MAX_SLEW} (a ceramic resonator is 0.5 % off) and mostly by far less, so times always
 * increase; only a timeline that turns out to lie in the future steps back at once.
 *
 * <p>A row whose microseconds jump is suspect: it may be damaged, or the device has started anew. The second of two that follow
 * each other settles it.
 */
final class DeviceTimeline {
    /** How a row stands to the one before it. */
    enum Succession {
        /** It continues the timeline, or begins one. */
        FOLLOWS,
        /** Its time cannot be right by itself. */
        SUSPECT,
        /** It confirms the suspect row before it: the device's clock began anew. */
        RESTARTS
    }

    static final double MAX_SLEW = 0.005;
    /** A row cannot come before it was measured; this much is allowed for a first read that was late. */
    static final long MAX_AHEAD_NANOS = 250_000_000L;
    /** A row whose time lies further in the future than this shows that the timeline does; less is slewed. */
    static final long MAX_EARLY_NANOS = 50_000_000L;
    /** As {@link #MAX_EARLY_NANOS}, while the timeline hangs on the few rows it began with. */
    static final long MAX_EARLY_AT_FIRST_NANOS = 10_000_000L;
    /** An error of the offset goes with this time constant: 1 ms of it falsifies a second by 0.05 ms. */
    static final double SETTLING_NANOS = 20e9;
    /** The drift is learned with this one. */
    static final double DRIFT_SETTLING_NANOS = 20e9;
    /** Rows are at most this late; a device that is later has paused, or wrapped unseen. */
    static final long MAX_BEHIND_NANOS = 2_000_000_000L;
    static final long WINDOW_NANOS = 2_000_000_000L;
    static final int MIN_WINDOW_OBSERVATIONS = 8;
    private static final long WRAP = 1L << 32;

    private boolean begun;
    private boolean anchored;
    private boolean suspected;
    private long suspectMicros;
    private long suspectArrivalNanos;
    private long lastMicros;
    private long deviceNanos;

    /** The offset at device time {@link #slewFromNanos}, its change for each nanosecond after, and how long it changes. */
    private long offsetNanos;
    private long slewFromNanos;
    private long slewNanos;
    private double slew;
    private double drift;
    private boolean firstWindow = true;

    private long windowFromNanos;
    private long windowOffsetNanos;
    private int windowObservations;

    /** Judges the next row without changing the timeline but for the memory of a suspect. */
    Succession successionOf(long micros, long arrivalNanos) {
        if (!begun || follows(micros, arrivalNanos)) {
            return Succession.FOLLOWS;
        }
        if (suspected) {
            long step = stepNanos(suspectMicros, micros);
            if (step > 0 && step <= arrivalNanos - suspectArrivalNanos + MAX_AHEAD_NANOS) {
                return Succession.RESTARTS;
            }
        }
        suspected = true;
        suspectMicros = micros;
        suspectArrivalNanos = arrivalNanos;
        return Succession.SUSPECT;
    }

    private boolean follows(long micros, long arrivalNanos) {
        long step = stepNanos(lastMicros, micros);
        long ahead = anchored ? hostNanos(deviceNanos + step) - arrivalNanos : step;
        // A short step is right even in a burst that has waited somewhere: observing it moves the offset.
        return step > 0 && (step <= MAX_AHEAD_NANOS || ahead <= MAX_AHEAD_NANOS);
    }

    private static long stepNanos(long fromMicros, long toMicros) {
        return Math.floorMod(toMicros - fromMicros, WRAP) * 1000;
    }

    /** Steps to a row that follows or restarts; its time on a clock of the device that does not wrap. */
    long advance(long micros) {
        deviceNanos += begun ? stepNanos(lastMicros, micros) : 0;
        lastMicros = micros;
        begun = true;
        suspected = false;
        return deviceNanos;
    }

    /** Lets the next row begin a new timeline. */
    void restart() {
        deviceNanos = 0;
        begun = false;
        anchored = false;
        suspected = false;
        drift = 0;
    }

    /**
     * Learns from the rows of one read, of which the last has waited least.
     *
     * @param firstNanos device time of the first row
     * @param lastNanos device time of the last row
     * @param arrivalNanos host time after the read
     * @param afterNanos host time that the first row has to be after when the timeline begins or jumps
     */
    void observe(long firstNanos, long lastNanos, long arrivalNanos, long afterNanos) {
        long observed = arrivalNanos - lastNanos;
        if (!anchored) {
            anchor(observed, firstNanos, lastNanos, afterNanos);
            return;
        }
        if (offsetAt(lastNanos) - observed > (firstWindow ? MAX_EARLY_AT_FIRST_NANOS : MAX_EARLY_NANOS)) {
            stepBack(observed, firstNanos, lastNanos);
            return;
        }
        windowOffsetNanos = windowObservations == 0 ? observed : Math.min(windowOffsetNanos, observed);
        windowObservations++;
        if (lastNanos - windowFromNanos >= WINDOW_NANOS && windowObservations >= MIN_WINDOW_OBSERVATIONS) {
            closeWindow(firstNanos, lastNanos, afterNanos);
        }
    }

    /**
     * The timeline began with rows that had waited in a buffer, and lies in the future by that much. What follows is measured
     * now: its rows are left out until the time that was handed out has come.
     */
    private void stepBack(long observed, long firstNanos, long lastNanos) {
        offsetNanos = observed;
        slewFromNanos = firstNanos;
        slew = drift;
        slewNanos = WINDOW_NANOS;
        beginWindow(lastNanos);
    }

    private void closeWindow(long firstNanos, long lastNanos, long afterNanos) {
        long error = windowOffsetNanos - offsetAt(lastNanos);
        if (error > MAX_BEHIND_NANOS) {
            anchor(windowOffsetNanos, firstNanos, lastNanos, afterNanos);
            return;
        }
        long lengthNanos = lastNanos - windowFromNanos;
        // From the first row not handed out yet: what was handed out keeps its time.
        offsetNanos = offsetAt(firstNanos);
        slewFromNanos = firstNanos;
        slewNanos = lengthNanos;
        // The drift of the two clocks lasts; an error of the offset is let go slowly, or durations would be wrong by it.
        drift = Math.clamp(drift + (double) error * lengthNanos / SETTLING_NANOS / DRIFT_SETTLING_NANOS, -MAX_SLEW,
                MAX_SLEW);
        slew = Math.clamp(drift + (double) error / SETTLING_NANOS, -MAX_SLEW, MAX_SLEW);
        firstWindow = false;
        beginWindow(lastNanos);
    }

    private void anchor(long offset, long firstNanos, long lastNanos, long afterNanos) {
        offsetNanos = Math.max(offset, afterNanos + 1 - firstNanos);
        slewFromNanos = firstNanos;
        slew = drift;
        slewNanos = WINDOW_NANOS;
        anchored = true;
        firstWindow = true;
        beginWindow(lastNanos);
    }

    private void beginWindow(long atNanos) {
        windowFromNanos = atNanos;
        windowObservations = 0;
    }

    private long offsetAt(long atDeviceNanos) {
        return offsetNanos + Math.round(Math.min(atDeviceNanos - slewFromNanos, slewNanos) * slew);
    }

    /** The host's time of a device's time; increases with it from observation to observation. */
    long hostNanos(long atDeviceNanos) {
        return atDeviceNanos + offsetAt(atDeviceNanos);
    }
}
