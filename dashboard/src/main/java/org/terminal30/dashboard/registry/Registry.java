package org.terminal30.dashboard.registry;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;

/** The open registry: what people enter and what the bays decide. Its SQL is the same wherever it is kept. */
public sealed interface Registry extends AutoCloseable permits SqliteRegistry, PostgresRegistry {
    /** Who opens it. */
    enum Use {
        /** The dashboard itself. There is one for each site. */
        SERVE,
        /** A command beside it. */
        COMMAND
    }

    /**
     * Opens the registry and brings it to the newest version.
     *
     * @throws RegistryException when that cannot be
     */
    static Registry open(RegistryPlace place, Use use) {
        return switch (place) {
            case RegistryPlace.SqliteFile file -> SqliteRegistry.open(file.file());
            case PostgresSite site -> PostgresRegistry.open(site, use);
        };
    }

    /** The tables, each after those that it refers to: in this order a copy can be put in. */
    List<String> TABLES = List.of("bay", "vehicle", "head_unit", "job", "alarm", "alarm_transition", "lock_event",
            "person", "bay_token", "audit", "fitting", "fitting_correction", "fact_choice", "own_profile",
            "code_keeping", "kept_code", "code_reveal", "inspection", "saver", "load_test", "report",
            "report_revision", "letterhead");

    /** A handle fails with {@link RegistryAwayException} while the registry is away. */
    Jdbi jdbi();

    /** Why it cannot be used now, for people; empty when it can. Never waits. */
    Optional<String> trouble();

    /** The site whose rows alone it may hold; empty where bays of any may write. */
    Optional<String> onlySite();

    /** Call it after rows with ids of their own were put in: what is entered from now on gets higher ones. */
    void idsWerePutIn();

    @Override
    void close();
}
