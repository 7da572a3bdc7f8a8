package org.terminal30.dashboard.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * Failed attempts to come in, and who has to wait because of them. Counted for a name from one address, so that a stranger
 * cannot lock a manager out, and for an address whatever the name.
 */
@Singleton
final class Attempts {
    static final int MAX_FAILURES_OF_A_NAME = 5;
    static final int MAX_FAILURES_OF_AN_ADDRESS = 20;
    static final Duration LOCK = Duration.ofMinutes(5);
    /** Forgetting the longest unused one first keeps the memory bounded under a flood of names and addresses. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Key(String address, Optional<String> name) {}

    private record Failures(int count, Instant last) {}

    /** How long to wait before the next attempt; zero when it may be made now. */
    synchronized Duration timeToWait(String address, String name) {
        Duration ofName = timeToWait(nameKey(address, name), MAX_FAILURES_OF_A_NAME);
        Duration ofAddress = timeToWait(addressKey(address), MAX_FAILURES_OF_AN_ADDRESS);
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }

    synchronized void failed(String address, String name) {
        count(nameKey(address, name));
        count(addressKey(address));
        while (failures.size() > MAX_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String address, String name) {
        failures.remove(nameKey(address, name));
        failures.remove(addressKey(address));
    }

    private Duration timeToWait(Key key, int maxFailures) {
        Failures known = failures.get(key);
        if (known == null || known.count() < maxFailures) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.last().plus(LOCK));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(Key key) {
        Instant now = clock.instant();
        failures.merge(key, new Failures(1, now), (old, first) -> old.last().plus(LOCK).isAfter(now)
                ? new Failures(old.count() + 1, now)
                : first);
    }

    private static Key nameKey(String address, String name) {
        return new Key(address, Optional.of(name.toLowerCase(Locale.ROOT)));
    }

    private static Key addressKey(String address) {
        return new Key(address, Optional.empty());
    }
}
