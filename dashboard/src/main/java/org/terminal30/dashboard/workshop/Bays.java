package org.terminal30.dashboard.workshop;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.registry.RegistryAwayException;

/** The bays of the workshop: those with a token and those that have written. */
@Singleton
public final class Bays {
    private final Jdbi registry;
    private final Clock clock;
    private final Set<BayId> written = ConcurrentHashMap.newKeySet();

    public Bays(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** All bays by site and name. */
    public List<BayId> all() {
        return registry.withHandle(handle -> handle.createQuery("""
                select site, bay from bay
                union select site, bay from bay_token
                order by site, bay""")
                .map((row, context) -> new BayId(row.getString("site"), row.getString("bay"))).list());
    }

    /** The bay of that name, of the first site that has one. */
    public Optional<BayId> find(String name) {
        return all().stream().filter(bay -> bay.bay().equals(name)).findFirst();
    }

    /** Remembers for ever that this bay has written; at its next batch, when the registry is away now. */
    public void wrote(BayId bay) {
        if (written.contains(bay)) {
            return;
        }
        try {
            registry.useHandle(handle -> handle.createUpdate("""
                    insert into bay (site, bay, first_seen_at) values (:site, :bay, :now) on conflict do nothing""")
                    .bind("site", bay.site()).bind("bay", bay.bay()).bind("now", clock.millis()).execute());
            written.add(bay);
        } catch (JdbiException failure) {
            RegistryAwayException.unlessBehind(failure);
        }
    }
}
