package org.terminal30.dashboard.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Transitions;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceException;
import org.terminal30.hardware.trace.TraceReader;
import org.terminal30.hardware.trace.TraceSurvey;

/**
 * Takes a recorded trace into a vehicle's history: windows and events as a bay would have sent them, in a bay of its own that is
 * called after the recording, and one finished job that makes them a visit of the vehicle. The job comes last: stopped before, the
 * same recording taken in again begins anew and leaves nothing twice.
 */
@Singleton
public final class Recordings {
    /** The kind of its job. */
    public static final String KIND = "imported-recording";
    private static final String BAY_PREFIX = "rec-";
    private static final int ID_DIGITS = 20;

    private final History history;
    private final Transitions transitions;
    private final Jobs jobs;
    private final ZoneId zone;

    public Recordings(History history, Transitions transitions, Jobs jobs, ZoneId zone) {
        this.history = history;
        this.transitions = transitions;
        this.jobs = jobs;
        this.zone = zone;
    }

    /**
     * Takes it in.
     *
     * @param site of the workshop
     * @param start when the first row was recorded; null when the file says it
     * @param who took it in
     * @throws RecordingException when the file cannot be read or does not say when it was recorded
     */
    public Taken take(long vehicle, String site, Trace trace, @Nullable Instant start, String who)
            throws RecordingException {
        try {
            TraceSurvey survey = trace.survey();
            long startNanos = begin(trace, start);
            long endNanos = startNanos + survey.durationNanos() + Grid.WINDOW_NANOS;
            check(trace, startNanos, endNanos);
            String id = BAY_PREFIX + identity(vehicle, trace, startNanos);
            Optional<Job> before = jobs.find(id);
            if (before.isPresent()) {
                return new Taken(id, true, EpochNanos.instant(startNanos), EpochNanos.instant(endNanos), 0, 0,
                        survey.facts().remarks());
            }
            BayId bay = new BayId(site, id);
            var detection = new Detection(bay, id, startNanos, survey.channels(), history);
            detection.run(trace);
            transitions.store(List.of(new WireRecord.Job(bay, id, endNanos, 1, KIND, "finished", "idle", startNanos,
                    Long.toString(vehicle), who, null, null)), List.of());
            return new Taken(id, false, EpochNanos.instant(startNanos), EpochNanos.instant(endNanos),
                    detection.windows(), detection.events(), survey.facts().remarks());
        } catch (TraceException wrong) {
            throw new RecordingException(wrong.getMessage(), wrong);
        }
    }

    private long begin(Trace trace, @Nullable Instant start) throws RecordingException, TraceException {
        try (TraceReader reader = trace.open()) {
            OptionalLong said = reader.next() ? reader.startNanos(zone) : OptionalLong.empty();
            if (start != null) {
                return EpochNanos.of(start);
            }
            return said.orElseThrow(() -> new RecordingException(
                    "%s: its times have no date; say when its first row was recorded, such as 2026-11-21T10:00:00Z"
                            .formatted(trace.file().getFileName())));
        } catch (ArithmeticException tooFar) {
            throw new RecordingException("the start %s must be in the years 1970 to 2199".formatted(start), tooFar);
        }
    }

    private static void check(Trace trace, long startNanos, long endNanos) throws RecordingException {
        if (startNanos < EpochNanos.of(WindowLimits.EARLIEST) || endNanos < startNanos
                || endNanos >= EpochNanos.of(WindowLimits.LATEST)) {
            throw new RecordingException("%s: it lasts from %s to %s, must be in the years 1970 to 2199".formatted(
                    trace.file().getFileName(), EpochNanos.instant(startNanos), EpochNanos.instant(endNanos)));
        }
    }

    /** The same for the same bytes, read in the same way, of the same vehicle. */
    private static String identity(long vehicle, Trace trace, long startNanos) throws RecordingException {
        try (InputStream file = Files.newInputStream(trace.file())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%d %s %d".formatted(vehicle, trace.columns(), startNanos).getBytes(StandardCharsets.UTF_8));
            new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
        } catch (IOException e) {
            throw new RecordingException("%s cannot be read".formatted(trace.file()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Where an upload is kept while it is read, under the name it came with, so that errors name it. */
    public static Path named(Path folder, String name) throws RecordingException {
        if (!name.matches("[\\p{L}\\p{N} ._()+,-]{1,120}") || name.startsWith(".")) {
            throw new RecordingException(
                    "the file's name is \"%s\", must be 1 to 120 letters, digits, blanks, dots or dashes"
                            .formatted(name));
        }
        return folder.resolve(name);
    }
}
