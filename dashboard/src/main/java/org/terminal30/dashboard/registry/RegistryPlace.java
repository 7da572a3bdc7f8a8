package org.terminal30.dashboard.registry;

import java.nio.file.Path;

/** Where the registry of a dashboard is. */
public sealed interface RegistryPlace permits RegistryPlace.SqliteFile, PostgresSite {
    /** A file beside the embedded history: what a dashboard has without any configuration. */
    record SqliteFile(Path file) implements RegistryPlace {}

    /** The file {@code registry.db} of a data folder. */
    static RegistryPlace in(Path folder) {
        return new SqliteFile(folder.resolve("registry.db"));
    }
}
