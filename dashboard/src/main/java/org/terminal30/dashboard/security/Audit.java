package org.terminal30.dashboard.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.Databases;

/**
 * Who came in, who was refused, who changed what about people, tokens, profiles and keep times, and who saw a code; kept in the registry and
 * logged.
 */
@Singleton
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    /** What strangers type is cut to this. */
    private static final int MAX_CHARACTERS = 100;

    private final Jdbi registry;
    private final Clock clock;

    public Audit(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What is worth remembering. */
    public enum Act {
        SET_UP, SET_UP_REFUSED, LOG_IN, LOG_IN_REFUSED, LOCKED, LOG_OUT, TOKEN_CREATED, TOKENS_REVOKED, PERSON_ADDED,
        PERSON_DEACTIVATED, PASSWORD_RESET, CODE_KEEPING_ON, CODE_KEEPING_OFF, CODE_KEPT, CODE_REVEALED, CODE_DELETED,
        PROFILE_CHANGED, PROFILE_AS_SHIPPED,
        PROFILE_ADDED, PROFILE_REMOVED, KEEP_TIMES_CHANGED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line of the trail; {@code about} is the person, bay or thing it was done to, or empty. */
    public record Entry(Instant at, String what, String who, String about, String address) {}

    public void record(Act act, String who, String about, String address) {
        registry.useHandle(h -> h.createUpdate(
                "insert into audit (at, who, what, about, address) values (:at, :who, :what, :about, :address)").bind(
                        "at", clock.millis())
                .bind("who", cut(who)).bind("what", act.word()).bind("about", cut(about))
                .bind("address", address).execute());
        LOG.info("{} by \"{}\"{} from {}", act.word(), cut(who), about.isEmpty() ? "" : " about \"" + cut(about) + "\"",
                address);
    }

    /** The newest entries first, at most {@code limit}. */
    public List<Entry> newest(int limit) {
        return registry.withHandle(
                h -> h.createQuery("select at, what, who, about, address from audit order by id desc limit :limit")
                        .bind("limit", limit).map((row, context) -> new Entry(Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("what"), row.getString("who"), row.getString("about"), row.getString(
                                        "address")))
                        .list());
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }
}
