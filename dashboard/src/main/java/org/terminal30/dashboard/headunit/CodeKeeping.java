package org.terminal30.dashboard.headunit;

import java.time.Clock;
import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;

/** Whether this workshop keeps codes. It does not, until a manager turns it on. */
@Singleton
public final class CodeKeeping {
    private final Jdbi registry;
    private final Clock clock;
    private final CodeKey key;

    CodeKeeping(@Named(Databases.REGISTRY) Jdbi registry, Clock clock, CodeKey key) {
        this.registry = registry;
        this.clock = clock;
        this.key = key;
    }

    /**
     * How it stands.
     *
     * @param keptCodes codes in the registry; while it is off they can be deleted and nothing else
     * @param key where the key comes from, in words
     * @param switchedBy null when nobody ever switched it
     */
    @Serdeable
    public record State(boolean on, int keptCodes, String key, @Nullable String switchedBy,
            @Nullable Instant switchedAt) {}

    public boolean isOn() {
        return state().on();
    }

    public State state() {
        return registry.withHandle(handle -> {
            int kept = handle.createQuery("select count(*) from kept_code").mapTo(Integer.class).one();
            return handle
                    .createQuery("select * from code_keeping order by id desc limit 1").map((row, context) -> new State(
                            row.getInt("enabled") == 1, kept, key.place(), row.getString("switched_by"),
                            Instant.ofEpochMilli(
                                    row.getLong("switched_at"))))
                    .findOne().orElseGet(() -> new State(false, kept, key.place(), null, null));
        });
    }

    /**
     * Turns it on; makes the key where there is none.
     *
     * @throws CodeKeyException when there can be no key
     */
    public void turnOn(String by) {
        key.make();
        switchTo(true, by);
    }

    /**
     * Turns it off.
     *
     * @param delete delete every kept code, and the key where it is a file of ours: then copies of the registry cannot be opened either
     * @throws CodeKeyException when the key file cannot be deleted; the codes are, then
     */
    public void turnOff(String by, boolean delete) {
        switchTo(false, by);
        if (delete) {
            registry.useHandle(handle -> handle.execute("delete from kept_code"));
            key.delete();
        }
    }

    private void switchTo(boolean on, String by) {
        registry.useHandle(handle -> handle.createUpdate("""
                insert into code_keeping (enabled, switched_by, switched_at) values (:on, :by, :now)""").bind("on", on
                ? 1
                : 0).bind("by", by).bind("now", clock.millis()).execute());
    }
}
