package org.terminal30.dashboard.headunit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.dashboard.Databases;

/** The codes that people gave to keep, sealed. Nothing here computes, guesses or tries one. */
@Singleton
public final class KeptCodes {
    /** Reveals of one person in an hour; more is somebody copying the list. */
    public static final int MAX_REVEALS_AN_HOUR = 20;
    /** Reveals that a head unit's page shows. */
    public static final int MAX_SHOWN = 200;

    private final Jdbi registry;
    private final CodeSeal seal;
    private final Clock clock;

    KeptCodes(@Named(Databases.REGISTRY) Jdbi registry, CodeSeal seal, Clock clock) {
        this.registry = registry;
        this.seal = seal;
        this.clock = clock;
    }

    /** Whether there is one, and who gave it. */
    public Optional<KeptCode> find(long headUnit) {
        return registry.withHandle(handle -> handle.createQuery("""
                select kept_by, kept_at from kept_code where head_unit = :id""").bind("id", headUnit).map((row,
                context) -> new KeptCode(row.getString("kept_by"), Instant.ofEpochMilli(row.getLong("kept_at"))))
                .findOne());
    }

    /**
     * Keeps a code of a head unit that is there, in place of an earlier one.
     *
     * @throws CodeKeyException when there is no key
     */
    public void keep(long headUnit, String code, String by) {
        CodeSeal.Sealed sealed = seal.seal(headUnit, code);
        registry.useTransaction(handle -> {
            delete(handle, headUnit);
            handle.createUpdate("""
                    insert into kept_code (head_unit, sealed, key_id, kept_by, kept_at)
                    values (:id, :sealed, :keyId, :by, :now)""").bind("id", headUnit).bind("sealed", sealed.text())
                    .bind("keyId", sealed.keyId()).bind("by", by).bind("now", clock.millis()).execute();
        });
    }

    /** False when the person has been shown too many in the last hour. */
    public boolean mayReveal(String who) {
        long hourAgo = clock.millis() - Duration.ofHours(1).toMillis();
        return registry.withHandle(handle -> handle.createQuery("""
                select count(*) from code_reveal where who = :who and revealed_at > :from""").bind("who", who).bind(
                "from", hourAgo).mapTo(Integer.class).one()) < MAX_REVEALS_AN_HOUR;
    }

    /**
     * The code, after it is on disk who was shown it and why; empty when none is kept, and then nothing is recorded.
     *
     * @throws CodeKeyException when it does not open; nothing is recorded then
     */
    public Optional<String> reveal(long headUnit, String who, String why) {
        return registry.inTransaction(handle -> {
            Optional<String> code = handle.createQuery("select sealed, key_id from kept_code where head_unit = :id")
                    .bind("id", headUnit).map((row, context) -> new CodeSeal.Sealed(row.getString("sealed"), row
                            .getString("key_id")))
                    .findOne().map(sealed -> seal.open(headUnit, sealed));
            code.ifPresent(shown -> handle.createUpdate("""
                    insert into code_reveal (head_unit, who, why, revealed_at) values (:id, :who, :why, :now)""").bind(
                    "id", headUnit).bind("who", who).bind("why", why).bind("now", clock.millis()).execute());
            return code;
        });
    }

    /** Who was shown the code of a head unit, the newest first; also of codes that are deleted since. */
    public List<Reveal> reveals(long headUnit) {
        return registry.withHandle(handle -> handle.createQuery("""
                select who, why, revealed_at from code_reveal where head_unit = :id order by id desc limit :most""")
                .bind("id", headUnit).bind("most", MAX_SHOWN).map((row, context) -> new Reveal(row.getString("who"), row
                        .getString("why"), Instant.ofEpochMilli(row.getLong("revealed_at"))))
                .list());
    }

    /** False when there was none. */
    public boolean delete(long headUnit) {
        return registry.withHandle(handle -> delete(handle, headUnit)) == 1;
    }

    private static int delete(Handle handle, long headUnit) {
        return handle.createUpdate("delete from kept_code where head_unit = :id").bind("id", headUnit).execute();
    }
}
