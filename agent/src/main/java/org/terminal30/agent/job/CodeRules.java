package org.terminal30.agent.job;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * What a job is told of the lock of the head unit in front of it; never the code. What is null nobody has said.
 *
 * @param attempts refused codes before a long lockout
 * @param refused codes refused before this job, as far as they are on record
 * @param lockedSeconds for how long a lockout was running when the job began; null when none is known of
 * @param lockouts how long it makes one wait
 * @param ignitionOn whether the ignition stays on while one waits
 * @param engineRunning whether the engine runs while the code is typed in
 * @param entry how a code is typed in, a sentence a step
 * @param sources by {@code lockout ignition engine display}: the claim in words with who says so, for people
 */
public record CodeRules(@Nullable Integer attempts, int refused, @Nullable Long lockedSeconds,
        @Nullable Lockouts lockouts, @Nullable Boolean ignitionOn, @Nullable Boolean engineRunning,
        List<String> entry, Map<String, String> sources) {
    /** Nothing is known. */
    public static final CodeRules UNKNOWN = new CodeRules(null, 0, null, null, null, null, List.of(), Map.of());

    /** Refused codes that are counted. */
    public static final int MOST_REFUSED = 99;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_STEPS = 12;
    private static final int MOST_CHARACTERS = 3_000;
    /** A lockout that is known to run is not older: a year. */
    public static final long MOST_LOCKED_SECONDS = 366L * 86_400;

    public CodeRules {
        within("code.refused", refused, 0, MOST_REFUSED);
        if (attempts != null) {
            within("code.attempts", attempts, 1, MOST_ATTEMPTS);
        }
        if (lockedSeconds != null) {
            within("code.lockedSeconds", lockedSeconds, 0, MOST_LOCKED_SECONDS);
        }
        within("code.entry", entry.size(), 0, MOST_STEPS);
        int characters = entry.stream().mapToInt(String::length).sum()
                + sources.values().stream().mapToInt(String::length).sum();
        within("code: characters of entry and sources", characters, 0, MOST_CHARACTERS);
        entry = List.copyOf(entry);
        sources = Map.copyOf(sources);
    }

    /** Codes that may still be refused before the long lockout; null when nobody knows how many it takes. */
    public @Nullable Integer attemptsLeft(int refusedSoFar) {
        return attempts == null ? null : (Integer) (attempts - refusedSoFar % attempts);
    }

    /** Whether one more refused code locks the head unit for long, or for good. */
    public boolean isLastAttempt(int refusedSoFar) {
        Integer left = attemptsLeft(refusedSoFar);
        boolean locksForLong = lockouts != null && lockouts.after(refusedSoFar + 1)
                .filter(wait -> wait.isPermanent() || lockouts.codesPerWait() > 1).isPresent();
        return locksForLong || (left != null && left == 1);
    }
}
