package org.terminal30.dashboard.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.dashboard.Databases;

/** What the workshop has chosen, fact by fact; kept apart from what is shipped, so that either can change. */
@Singleton
public final class Choices {
    private final Jdbi registry;
    private final Clock clock;

    Choices(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    public Map<FactKind, Choice> of(Scope scope) {
        Map<FactKind, Choice> choices = new EnumMap<>(FactKind.class);
        registry.useHandle(handle -> handle.createQuery("""
                select * from fact_choice where scope = :scope and subject = :subject""").bind("scope", scope.kind())
                .bind("subject", scope.subject()).map((row, context) -> Map.entry(row.getString("fact"),
                        new Choice(row.getString("says"), row.getString("source"), row.getString("chosen_by"),
                                Instant.ofEpochMilli(row.getLong("chosen_at")))))
                .forEach(row -> FactKind.of(row.getKey()).ifPresent(kind -> choices.put(kind, row.getValue()))));
        return choices;
    }

    /** The profiles with a choice of the workshop. */
    public Set<String> changedProfiles() {
        return registry.withHandle(handle -> new TreeSet<>(handle.createQuery("""
                select distinct subject from fact_choice where scope = 'profile'""").mapTo(String.class).list()));
    }

    /** Goes by this from now on; {@code says} is written in the form of its kind. */
    public void choose(Scope scope, FactKind kind, String says, String source, String by) {
        registry.useTransaction(handle -> {
            handle.createUpdate("delete from fact_choice where scope = :scope and subject = :subject and fact = :fact")
                    .bind("scope", scope.kind()).bind("subject", scope.subject()).bind("fact", kind.key()).execute();
            handle.createUpdate("""
                    insert into fact_choice (scope, subject, fact, says, source, chosen_by, chosen_at)
                    values (:scope, :subject, :fact, :says, :source, :by, :now)""").bind("scope", scope.kind())
                    .bind("subject", scope.subject()).bind("fact", kind.key()).bind("says", says)
                    .bind("source", source).bind("by", by).bind("now", clock.millis()).execute();
        });
    }

    /** Forgets what was chosen for one fact. */
    public void forget(Scope scope, FactKind kind) {
        registry.useHandle(handle -> handle.createUpdate("""
                delete from fact_choice where scope = :scope and subject = :subject and fact = :fact""")
                .bind("scope", scope.kind()).bind("subject", scope.subject()).bind("fact", kind.key()).execute());
    }

    /** Forgets all that was chosen. */
    public void forget(Scope scope) {
        registry.useHandle(handle -> handle.createUpdate("""
                delete from fact_choice where scope = :scope and subject = :subject""").bind("scope", scope.kind())
                .bind("subject", scope.subject()).execute());
    }
}
