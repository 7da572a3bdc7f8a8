package org.terminal30.dashboard.history.influx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.StoreState;
import org.terminal30.dashboard.history.StoreState.Kind;
import org.terminal30.dashboard.history.influx.Reach.Trouble;
import org.terminal30.dashboard.history.influx.SpoolTables.Amount;

/** How things stand with InfluxDB and the spool, in words. */
final class Standing {
    /** What waits no longer than this is on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);
    /** Before so much has passed nothing is said about how long the spool lasts. */
    private static final Duration LEAST_TO_FORECAST = Duration.ofMinutes(1);
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private final Spool spool;
    private final Backlog backlog;
    private final Reach writing;
    private final Reach reading;
    private final Clock clock;

    Standing(Spool spool, Backlog backlog, Reach writing, Reach reading, Clock clock) {
        this.spool = spool;
        this.backlog = backlog;
        this.writing = writing;
        this.reading = reading;
        this.clock = clock;
    }

    StoreState state() {
        Amount waiting = spool.waiting();
        Amount refused = spool.refused();
        Trouble trouble = trouble();
        Kind kind = kind(waiting, trouble);
        List<String> words = new ArrayList<>();
        if (trouble != null) {
            words.add(cause(trouble.kind(), trouble.reason()));
            words.add("Until then charts of the past may be missing. Bays are measured and watched as ever.");
        }
        if (kind != Kind.READY && waiting.records() > 0) {
            words.add(waits(kind, waiting));
        }
        if (backlog.isHiding()) {
            words.add(
                    "What waits is more than can be shown: the newest of it is missing in charts until InfluxDB has it.");
        }
        if (refused.records() > 0) {
            words.add(
                    "InfluxDB did not take some records (%d). They are set aside in spool.db with its reasons, and tried again at each start."
                            .formatted(
                                    refused.records()));
        }
        return new StoreState(kind, since(kind, trouble, waiting), words, waiting.records(), waiting.bytes(),
                spool.limitBytes(), refused.records());
    }

    private @Nullable Trouble trouble() {
        Trouble inWriting = writing.trouble();
        return inWriting != null ? inWriting : reading.trouble();
    }

    private Kind kind(Amount waiting, @Nullable Trouble trouble) {
        if (spool.isFull()) {
            return Kind.FULL;
        }
        if (trouble != null) {
            return trouble.kind() == InfluxFault.Kind.REFUSING ? Kind.REFUSING : Kind.UNREACHABLE;
        }
        return age(waiting).compareTo(ON_ITS_WAY) > 0 || backlog.isHiding() ? Kind.CATCHING_UP : Kind.READY;
    }

    private Duration age(Amount waiting) {
        return waiting.records() == 0
                ? Duration.ZERO
                : Duration.between(EpochNanos.instant(waiting.oldestNanos()), clock.instant());
    }

    private @Nullable Instant since(Kind kind, @Nullable Trouble trouble, Amount waiting) {
        if (kind == Kind.READY) {
            return null;
        }
        return trouble != null
                ? trouble.since()
                : waiting.records() > 0 ? EpochNanos.instant(waiting.oldestNanos()) : clock.instant();
    }

    static String cause(InfluxFault.Kind kind, String reason) {
        return switch (kind) {
            case REFUSING -> "The dashboard is not let in: " + reason
                    + ". Token, database and rights have to be mended; \"influx setup\" says what is missing.";
            case UNREACHABLE, TOO_LARGE, BAD_LINES -> reason + ".";
        };
    }

    private String waits(Kind kind, Amount waiting) {
        String wait = "%d records wait on the dashboard's own disk, %.1f MB of %.0f MB".formatted(waiting.records(),
                waiting.bytes() / BYTES_PER_MEGABYTE, spool.limitBytes() / BYTES_PER_MEGABYTE);
        return switch (kind) {
            case FULL -> wait + ": nothing more is taken in. Bays keep what they measure and send it later.";
            case READY, CATCHING_UP -> wait + ", and are being sent.";
            case UNREACHABLE, REFUSING -> wait + forecast(waiting) + ".";
        };
    }

    /** How long the rest of the room lasts when as much comes as did so far. */
    private String forecast(Amount waiting) {
        Duration age = age(waiting);
        if (age.compareTo(LEAST_TO_FORECAST) < 0 || waiting.bytes() == 0) {
            return "";
        }
        long left = Math.max(0, spool.limitBytes() - waiting.bytes() - spool.refused().bytes());
        Duration lasts = Duration.ofSeconds((long) ((double) left / waiting.bytes() * age.toSeconds()));
        return lasts.toDays() > 1
                ? "; there is room for about %d days more".formatted(lasts.toDays())
                : "; there is room for about %d hours more".formatted(lasts.toHours());
    }
}
