package org.terminal30.dashboard.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.sample.NanoClock;

/**
 * The bays' tokens that were right a moment ago. A bay asks ten times a second: it need not cost a query each time. What the
 * command line revokes beside the running server counts no longer than {@link #MAX_AGE}.
 */
@Singleton
final class RecentTokens {
    /** How long a token is believed without looking again; also how long a revoked one still works. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

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
        Sighting sighting = sightings.get(Secrets.sha256(token));
        return sighting != null && clock.nanoTime() - sighting.nanos < MAX_AGE.toNanos()
                ? Optional.of(sighting.bay)
                : Optional.empty();
    }

    /** Whose token it is, by the registry. */
    Optional<BayId> find(String token) {
        long asked = clock.nanoTime();
        Optional<BayId> bay = tokens.find(token);
        String hash = Secrets.sha256(token);
        bay.ifPresentOrElse(b -> sightings.put(hash, new Sighting(b, asked)), () -> sightings.remove(hash));
        return bay;
    }
}
