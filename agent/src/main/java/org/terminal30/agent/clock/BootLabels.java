package org.terminal30.agent.clock;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.StateStore;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.hardware.sample.NanoClock;

/**
 * Names of this boot and labels of its moments (rule B8): ids are {@code <installation>-<boot>-<n>}, and a label is the time
 * of day at one anchor plus what the monotonic clock has counted since. The anchor is provisional until the wall clock is
 * trusted or a minute has passed, and never moves after that: a repeat of a record has the same key. Used by the thread of
 * the bay.
 */
public final class BootLabels {
    /** Nothing is held back longer than this. */
    public static final Duration LONGEST_HELD = Duration.ofSeconds(60);
    /** A wall clock that leaves the labels by more than this is worth a line in the log. */
    private static final Duration LOGGED_OFFSET = Duration.ofSeconds(1);
    private static final String INSTALLATION_KEY = "installation";
    private static final String BOOT_KEY = "boot";
    private static final String ANCHOR_KEY = "anchor";
    private static final int INSTALLATION_CHARACTERS = 6;
    private static final int BASE = 36;
    private static final Logger LOG = LoggerFactory.getLogger(BootLabels.class);

    private final StateStore state;
    private final NanoClock clock;
    private final InstantSource wall;
    private final BooleanSupplier kernelSynchronised;
    private final ServerClock server;
    private final String installation;
    private final long boot;
    private final long startNanos;
    private long anchorLabelNanos;
    private @Nullable Clock trust;
    private long loggedOffsetNanos;

    private BootLabels(StateStore state, NanoClock clock, InstantSource wall, BooleanSupplier kernelSynchronised,
            ServerClock server, RandomGenerator random) {
        this.state = state;
        this.clock = clock;
        this.wall = wall;
        this.kernelSynchronised = kernelSynchronised;
        this.server = server;
        this.installation = installation(state, random);
        this.boot = 1 + state.get(BOOT_KEY).map(Long::parseLong).orElse(0L);
        state.put(BOOT_KEY, Long.toString(boot));
        this.startNanos = clock.nanoTime();
        this.anchorLabelNanos = wallNanos();
    }

    /**
     * Begins a boot: counts it, and takes a provisional anchor.
     *
     * @param kernelSynchronised whether the kernel says that the wall clock is synchronised
     * @param server what the receiver's answers say of the time
     */
    public static BootLabels begin(StateStore state, NanoClock clock, InstantSource wall,
            BooleanSupplier kernelSynchronised, ServerClock server) {
        return new BootLabels(state, clock, wall, kernelSynchronised, server, new SecureRandom());
    }

    private static String installation(StateStore state, RandomGenerator random) {
        return state.get(INSTALLATION_KEY).orElseGet(() -> {
            var name = new StringBuilder();
            for (int i = 0; i < INSTALLATION_CHARACTERS; i++) {
                name.append(Character.forDigit(random.nextInt(BASE), BASE));
            }
            state.put(INSTALLATION_KEY, name.toString());
            return name.toString();
        });
    }

    /** How many times the agent has started with this state, this time included. */
    public long boot() {
        return boot;
    }

    /** {@code <installation>-<boot>}: what the ids of this boot begin with. */
    public String idPrefix() {
        return installation + "-" + boot;
    }

    /** {@code <installation>-<boot>-<suffix>}: unique in the workshop for ever when the suffix is unique in this boot. */
    public String id(String suffix) {
        return idPrefix() + "-" + suffix;
    }

    /** {@code <installation>-<suffix>}: unique for ever when the suffix is unique in all boots with this state. */
    public String installationId(String suffix) {
        return installation + "-" + suffix;
    }

    /** The moment of a label, on the monotonic clock of this boot; before its origin for labels of earlier boots. */
    public long monotonicNanos(long labelNanos) {
        return labelNanos - anchorLabelNanos + startNanos;
    }

    /** The label of a moment, nanoseconds since the epoch; provisional until {@link #settle} has answered. */
    public long labelNanos(long monotonicNanos) {
        return anchorLabelNanos + (monotonicNanos - startNanos);
    }

    /** How far the labels can be trusted; {@link Clock#UNSURE} while they are provisional. */
    public Clock trust() {
        return trust == null ? Clock.UNSURE : trust;
    }

    public boolean isSettled() {
        return trust != null;
    }

    /**
     * Looks whether the labels can be settled: at the first call after the kernel or the receiver agreed, at the latest
     * {@link #LONGEST_HELD} after the start. The anchor is on disk before this answers.
     *
     * @return what has to become of the labels given so far, once; empty at every other call
     */
    public Optional<Settlement> settle() {
        if (trust != null) {
            return Optional.empty();
        }
        if (kernelSynchronised.getAsBoolean() || server.agrees()) {
            return Optional.of(settled(Clock.SYNCHRONISED));
        }
        boolean heldLongEnough = clock.nanoTime() - startNanos >= LONGEST_HELD.toNanos();
        return heldLongEnough ? Optional.of(settled(Clock.UNSURE)) : Optional.empty();
    }

    private Settlement settled(Clock clockTrust) {
        long shiftNanos = offsetNanos();
        long settledNanos = anchorLabelNanos + shiftNanos;
        // First of all: when the disk refuses, nothing is settled, and the next call tries again.
        state.put(ANCHOR_KEY, "boot %d label %d at %d %s".formatted(boot, settledNanos, startNanos,
                clockTrust.wireName()));
        anchorLabelNanos = settledNanos;
        trust = clockTrust;
        LOG.info("boot {} is labelled from {}, clock {}", boot, Instant.EPOCH.plusNanos(anchorLabelNanos),
                clockTrust.wireName());
        return new Settlement(shiftNanos, clockTrust, anchorLabelNanos);
    }

    /**
     * What settling the labels did.
     *
     * @param shiftNanos what has to be added to every label given so far in this boot
     * @param trust how far the labels can be trusted now
     * @param bootStartNanos label of the start of this boot
     */
    public record Settlement(long shiftNanos, Clock trust, long bootStartNanos) {}

    /** How far the wall clock is ahead of the labels now: what it was stepped by since the anchor was taken. */
    public long offsetNanos() {
        return wallNanos() - labelNanos(clock.nanoTime());
    }

    /** Logs a step of the wall clock, once per step. The anchor stays. */
    public void watchOffset() {
        long offset = offsetNanos();
        if (Math.abs(offset - loggedOffsetNanos) > LOGGED_OFFSET.toNanos()) {
            loggedOffsetNanos = offset;
            LOG.warn("the wall clock is {} s ahead of the labels of this boot, which do not move", offset / 1e9);
        }
    }

    private long wallNanos() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, wall.instant());
    }
}
