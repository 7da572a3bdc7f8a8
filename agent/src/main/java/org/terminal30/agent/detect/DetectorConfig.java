package org.terminal30.agent.detect;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * Every limit of the detection, with the defaults of rules B2, B3, B5 and B6. Volts and
 * milliseconds. Keys in messages are those of the configuration file.
 */
public record DetectorConfig(
        Threshold low,
        Threshold critical,
        Dip dip,
        Threshold interruption,
        Surge surge,
        Threshold reversed,
        Backup backup,
        Silence silence,
        Presence presence,
        OpenLead openLead,
        Chattering chattering,
        Stuck stuck,
        StartLimits start,
        FeedLimits feed,
        CaptureLimits capture) {

    /** Rules B2 and B3 as written. */
    public static final DetectorConfig DEFAULT = new DetectorConfig(
            new Threshold("low", 12.50, 12.60, 1_000),
            new Threshold("critical", 11.50, 11.75, 100),
            new Dip(0.90, 0.92, 12.6, 6.0, 60_000, 0.2, 10_000),
            new Threshold("interruption", 5.0, 5.5, 0),
            new Surge(15.0, 1_000, 16.0, 5, 0.25),
            new Threshold("reversed", -0.5, -0.5, 10),
            new Backup(12.0, 0.8, 0.25, 5_000),
            new Silence(1_000, 3, 5_000),
            new Presence(8.0, 2_000, 5.0, 2_000),
            new OpenLead(false, 0.35, 0.75),
            new Chattering(3, 60_000),
            new Stuck(10_000, 0.05),
            StartLimits.DEFAULT, FeedLimits.DEFAULT, CaptureLimits.DEFAULT);

    public DetectorConfig {
        if (critical.startVolts() >= low.startVolts()) {
            throw new IllegalArgumentException("critical.startVolts is %s, must be below low.startVolts %s"
                    .formatted(critical.startVolts(), low.startVolts()));
        }
        if (interruption.startVolts() >= critical.startVolts()) {
            throw new IllegalArgumentException("interruption.startVolts is %s, must be below critical.startVolts %s"
                    .formatted(interruption.startVolts(), critical.startVolts()));
        }
    }

    /**
     * A fall through a threshold.
     *
     * @param key its name in the configuration
     * @param startVolts the record starts below
     * @param endVolts the record ends at or above
     * @param delayMillis how long it has to last to be recorded at all
     */
    public record Threshold(String key, double startVolts, double endVolts, long delayMillis) {
        public Threshold {
            within(key + ".startVolts", startVolts, -28, 28);
            within(key + ".endVolts", endVolts, startVolts, 28);
            within(key + ".delayMillis", delayMillis, 0, 60_000);
        }
    }

    /**
     * A fall below a share of the slowly following reference.
     *
     * @param startFraction of the reference: starts below
     * @param endFraction of the reference: ends at or above
     * @param maxReferenceVolts the reference is never higher
     * @param minReferenceVolts no dips while the reference is lower
     * @param timeConstantMillis of the reference's exponential mean
     * @param newLevelVolts a level within plus and minus this …
     * @param newLevelMillis … for this long is the new normal
     */
    public record Dip(double startFraction, double endFraction, double maxReferenceVolts, double minReferenceVolts,
            long timeConstantMillis, double newLevelVolts, long newLevelMillis) {
        public Dip {
            within("dip.startFraction", startFraction, 0.1, 0.99);
            within("dip.endFraction", endFraction, startFraction, 1);
            within("dip.maxReferenceVolts", maxReferenceVolts, 1, 28);
            within("dip.minReferenceVolts", minReferenceVolts, 0, maxReferenceVolts);
            within("dip.timeConstantMillis", timeConstantMillis, 1_000, 3_600_000);
            within("dip.newLevelVolts", newLevelVolts, 0.01, 5);
            within("dip.newLevelMillis", newLevelMillis, 1_000, 600_000);
        }
    }

    /**
     * A rise above what a healthy network has.
     *
     * @param warningVolts recorded above, after {@code warningMillis}
     * @param severeVolts severe above, after {@code severeMillis}
     * @param hysteresisVolts ends this much below {@code warningVolts}
     */
    public record Surge(double warningVolts, long warningMillis, double severeVolts, long severeMillis,
            double hysteresisVolts) {
        public Surge {
            within("surge.warningVolts", warningVolts, 12, 60);
            within("surge.warningMillis", warningMillis, 0, 60_000);
            within("surge.severeVolts", severeVolts, warningVolts, 100);
            within("surge.severeMillis", severeMillis, 0, 60_000);
            within("surge.hysteresisVolts", hysteresisVolts, 0, 5);
        }
    }

    /**
     * Profile of the backup supply.
     *
     * @param noLoadVolts what it gives when nothing draws
     * @param sagVolts lost when it falls further below that
     * @param hysteresisVolts found again this much above the minimum
     * @param aliveMillis it counts as alive after this long above the minimum
     */
    public record Backup(double noLoadVolts, double sagVolts, double hysteresisVolts, long aliveMillis) {
        public Backup {
            within("backup.noLoadVolts", noLoadVolts, 5, 16);
            within("backup.sagVolts", sagVolts, 0.1, 5);
            within("backup.hysteresisVolts", hysteresisVolts, 0, sagVolts);
            within("backup.aliveMillis", aliveMillis, 100, 60_000);
        }

        /** The default limits for a supply of another no-load voltage. */
        public static Backup of(double noLoadVolts) {
            Backup usual = DEFAULT.backup();
            return new Backup(noLoadVolts, usual.sagVolts(), usual.hysteresisVolts(), usual.aliveMillis());
        }

        public double minimumVolts() {
            return noLoadVolts - sagVolts;
        }
    }

    /**
     * When nothing is seen.
     *
     * @param minMillis never called silent sooner
     * @param intervals silent after this many nominal intervals
     * @param recoveryMillis watching again after good samples for this long
     */
    public record Silence(long minMillis, int intervals, long recoveryMillis) {
        public Silence {
            within("silence.minMillis", minMillis, 10, 60_000);
            within("silence.intervals", intervals, 2, 100);
            within("silence.recoveryMillis", recoveryMillis, 0, 60_000);
        }
    }

    /** When a vehicle counts as connected, and outside a job as taken away. */
    public record Presence(double connectedVolts, long connectedMillis, double absentVolts, long absentMillis) {
        public Presence {
            within("presence.connectedVolts", connectedVolts, 1, 28);
            within("presence.connectedMillis", connectedMillis, 0, 60_000);
            within("presence.absentVolts", absentVolts, 0, connectedVolts);
            within("presence.absentMillis", absentMillis, 0, 60_000);
        }
    }

    /**
     * What an open lead reads, where the box pulls its inputs up (rule B2).
     *
     * @param pulledUp whether it does
     * @param minVolts from here …
     * @param maxVolts … to here the lead is off
     */
    public record OpenLead(boolean pulledUp, double minVolts, double maxVolts) {
        public OpenLead {
            within("openLead.minVolts", minVolts, 0, 5);
            within("openLead.maxVolts", maxVolts, minVolts, 5);
        }
    }

    /**
     * When records of one kind are one trouble.
     *
     * @param count after so many starts-and-ends …
     * @param withinMillis … in this long; over when it was quiet for as long
     */
    public record Chattering(int count, long withinMillis) {
        public Chattering {
            within("chattering.count", count, 2, 100);
            within("chattering.withinMillis", withinMillis, 1_000, 600_000);
        }
    }

    /**
     * When a converter repeats an old value.
     *
     * @param millis a channel has not changed for this long …
     * @param movedVolts … while another one of the same chip moved as much
     */
    public record Stuck(long millis, double movedVolts) {
        public Stuck {
            within("stuck.millis", millis, 1_000, 600_000);
            within("stuck.movedVolts", movedVolts, 0.001, 5);
        }
    }

    /** The same limits with other levels. */
    public DetectorConfig withLevels(Threshold otherLow, Threshold otherCritical, Threshold otherInterruption,
            Surge otherSurge) {
        return new DetectorConfig(otherLow, otherCritical, dip, otherInterruption, otherSurge, reversed, backup,
                silence, presence, openLead, chattering, stuck, start, feed, capture);
    }

    public DetectorConfig withBackup(Backup other) {
        return new DetectorConfig(low, critical, dip, interruption, surge, reversed, other, silence, presence, openLead,
                chattering, stuck, start, feed, capture);
    }

    public DetectorConfig withStart(StartLimits other) {
        return new DetectorConfig(low, critical, dip, interruption, surge, reversed, backup, silence, presence,
                openLead, chattering, stuck, other, feed, capture);
    }

    /** The same limits where the inputs have pull-ups, or have none. */
    public DetectorConfig withPullUp(boolean pulledUp) {
        return new DetectorConfig(low, critical, dip, interruption, surge, reversed, backup, silence, presence,
                new OpenLead(pulledUp, openLead.minVolts(), openLead.maxVolts()), chattering, stuck, start, feed,
                capture);
    }

    /** The same limits for a saver that holds the car at this, at the least. */
    public DetectorConfig withHoldFloor(double volts) {
        FeedLimits other = new FeedLimits(volts, feed.fallVolts(), feed.delayMillis(), feed.hysteresisVolts(),
                feed.endMillis(), feed.settleMillis(), feed.referenceMillis());
        return new DetectorConfig(low, critical, dip, interruption, surge, reversed, backup, silence, presence,
                openLead, chattering, stuck, start, other, capture);
    }
}
