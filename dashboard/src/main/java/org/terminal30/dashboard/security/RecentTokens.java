package org.terminal30.dashboard.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.registry.RegistryAwayException;
import org.terminal30.hardware.sample.NanoClock;

/**
 * The bays' tokens that were right a moment ago. A bay asks ten times a second: it need not cost a query each time. What the
 * command line revokes beside the running server counts no longer than {@link #MAX_AGE}. While the registry is away nobody can
 * revoke anything, and who was let in before is let in, for {@link #MAX_AGE_AWAY} at most.
 */
@Singleton
final class RecentTokens {
    /** How long a token is believed without looking again; also how long a revoked one still works. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);
    /** How long a token is believed while the registry cannot be asked: over a long weekend. */
    static final Duration MAX_AGE_AWAY = Duration.ofDays(4);

    private final BayTokens tokens;
    private final NanoClock clock;
    /** By hash. Only right tokens get in, so it is never larger than the registry's table has been. */
    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();

    private record Sighting(BayId bay, long nanos) {}

    RecentTokens(BayTokens tokens, NanoClock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whose token it is, if that is fresh; never waits for the registry. */
    Optional<BayId> recall(String token) {
        return sighted(Secrets.sha256(token), MAX_AGE);
    }

    /** Whose token it is, by the registry; while that is away, by what it said last. */
    Optional<BayId> find(String token) {
        long asked = clock.nanoTime();
        String hash = Secrets.sha256(token);
        try {
            Optional<BayId> bay = tokens.find(token);
            bay.ifPresentOrElse(b -> sightings.put(hash, new Sighting(b, asked)), () -> sightings.remove(hash));
            return bay;
        } catch (JdbiException failure) {
            RegistryAwayException.unlessBehind(failure);
            return Optional.of(sighted(hash, MAX_AGE_AWAY).orElseThrow(() -> failure));
        }
    }

    private Optional<BayId> sighted(String hash, Duration maxAge) {
        Sighting sighting = sightings.get(hash);
        return sighting != null && clock.nanoTime() - sighting.nanos < maxAge.toNanos()
                ? Optional.of(sighting.bay)
                : Optional.empty();
    }
}
