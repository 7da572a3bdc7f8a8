package org.terminal30.dashboard.testing;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.terminal30.dashboard.registry.Password;
import org.terminal30.dashboard.registry.PostgresSite;
import org.terminal30.testing.PostgresServer;

/**
 * One PostgreSQL for all tests of the JVM, with a database for each that asks. Started by the first of them. Needs postgres.
 */
public final class TestPostgres {
    private static final TestPostgres SHARED = new TestPostgres();

    private final PostgresServer server = new PostgresServer();
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private TestPostgres() {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end postgres"));
    }

    /** The server. Not for stopping: others are on it. */
    public static PostgresServer server() {
        return SHARED.server;
    }

    /** A dashboard on a data folder, with the registry in the database that goes with that folder. */
    public static TestDashboard fresh(Path folder) {
        return TestDashboard.fresh(folder, site(database(folder), "main"));
    }

    /** The database that goes with a data folder, made at the first use. */
    public static String database(Path folder) {
        String name = "t" + folder.getFileName().toString().replaceAll("\\W", "");
        if (SHARED.databases.add(name)) {
            SHARED.server.createDatabase(name);
        }
        return name;
    }

    /** A site in a database of the shared server. */
    public static PostgresSite site(String database, String site) {
        return site(SHARED.server, database, site);
    }

    /** A site in a database of a server. */
    public static PostgresSite site(PostgresServer server, String database, String site) {
        return new PostgresSite("postgresql://127.0.0.1:%d/%s".formatted(server.port(), database), PostgresServer.USER,
                new Password(PostgresServer.PASSWORD), 2, site);
    }
}
