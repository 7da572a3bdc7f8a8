package org.terminal30.dashboard.security;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.Databases;

/**
 * The keys of the bays, as the file has them. A token made by the command line counts at once in the running server, a revoked
 * one at most {@link RecentTokens#MAX_AGE} longer.
 */
@Singleton
public final class BayTokens {
    private static final String PREFIX = "t30_";

    private final Jdbi registry;
    private final Clock clock;

    public BayTokens(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A new token for a bay, beside those it has; only its hash is kept, so this is the one time it can be read. */
    public String create(BayId bay) {
        String token = PREFIX + Secrets.random();
        registry.useHandle(h -> h.createUpdate(
                "insert into bay_token (hash, site, bay, created_at) values (:hash, :site, :bay, :now)").bind("hash",
                        Secrets.sha256(token))
                .bind("site", bay.site()).bind("bay", bay.bay()).bind("now", clock
                        .millis())
                .execute());
        return token;
    }

    /** Makes one token useless. */
    public void revoke(String token) {
        registry.useHandle(h -> h.createUpdate("delete from bay_token where hash = :hash")
                .bind("hash", Secrets.sha256(token)).execute());
    }

    /** Makes all tokens of a bay useless; how many there were. */
    public int revoke(BayId bay) {
        return registry.withHandle(h -> h.createUpdate("delete from bay_token where site = :site and bay = :bay").bind(
                "site", bay.site()).bind("bay", bay.bay()).execute());
    }

    /** Whose token it is. */
    Optional<BayId> find(String token) {
        return registry.withHandle(h -> h.createQuery("select site, bay from bay_token where hash = :hash").bind("hash",
                Secrets.sha256(token)).map((row, context) -> new BayId(row.getString("site"), row.getString("bay")))
                .findOne());
    }
}
