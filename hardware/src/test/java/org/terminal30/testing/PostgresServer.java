package org.terminal30.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL of Debian's package, in a directory of its own: on the loopback interface, on a free port that stays the same
 * over {@link #stop()} and {@link #start()}, without a Unix socket, and with no thought for the disk. Its databases sort as people
 * do, so that what must not depend on that is seen. Needs postgres. It refuses to run as root, and then runs as the user that the
 * package made.
 */
public final class PostgresServer implements AutoCloseable {
    /** Its owner, who may make databases. */
    public static final String USER = "terminal30";
    public static final String PASSWORD = "battery acid";

    private static final String SERVER_USER = "postgres";

    private final TemporaryDirectory directory = new TemporaryDirectory("postgres");
    private final Path data = directory.path().resolve("data");
    private final int port = FreePort.next();
    private final boolean asRoot = System.getProperty("user.name").equals("root");
    private @Nullable ServerProcess postgres;

    /** Starts a server with the database {@code postgres} alone. */
    public PostgresServer() {
        try {
            Path password = Files.writeString(directory.path().resolve("password"), PASSWORD);
            Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
                    "rwx------")));
            if (asRoot) {
                giveToServer(password);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a PostgreSQL", e);
        }
        run("initdb", "-D", data.toString(), "--no-sync", "-U", USER, "--pwfile",
                directory.path().resolve("password").toString(), "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale=C", "--locale-provider=icu", "--icu-locale=en-US");
        start();
    }

    private void giveToServer(Path password) throws IOException {
        var owner = data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SERVER_USER);
        Files.setOwner(directory.path(), owner);
        Files.setOwner(data, owner);
        Files.setOwner(password, owner);
    }

    public int port() {
        return port;
    }

    /** Starts the server on the data that is there; it answers when this returns. */
    public void start() {
        if (postgres != null) {
            throw new IllegalStateException("already running");
        }
        // A log of its own each time: the sign of an earlier start would be taken for this one's.
        postgres = ServerProcess.start(freshLog(),
                command("postgres", "-D", data.toString(), "-p", Integer.toString(port),
                        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off",
                        "-c", "max_connections=60", "-c", "shared_buffers=16MB", "-c", "log_min_messages=log"));
        postgres.awaitLine(line -> line.contains("ready to accept connections"));
    }

    /** Ends the server and every connection to it, as an administrator does. The data stays. */
    public void stop() {
        if (postgres != null) {
            run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-s");
            postgres.stop();
            postgres = null;
        }
    }

    public void createDatabase(String database) {
        psql("postgres", "create database " + database);
    }

    /** Runs a statement as the owner; the rows of the answer, unaligned. */
    public List<String> psql(String database, String statement) {
        ServerProcess process = ServerProcess.start(freshLog(),
                List.of(program("psql"), "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p",
                        Integer.toString(port), "-U", USER, "-d", database, "-c", statement),
                Map.of("PGPASSWORD", PASSWORD, "PGCONNECT_TIMEOUT", "5"));
        return finished(process, "psql");
    }

    private void run(String program, String... arguments) {
        finished(ServerProcess.start(freshLog(), command(program, arguments)), program);
    }

    private static List<String> finished(ServerProcess process, String program) {
        int code = process.awaitExit();
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(program, code, process.lines()));
        }
        return process.lines();
    }

    private Path freshLog() {
        try {
            return Files.createTempFile(directory.path(), "run-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException("no log in " + directory.path(), e);
        }
    }

    /** {@code setpriv} replaces itself by the program: the process that is ended is the server. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(asRoot
                ? List.of("setpriv", "--reuid=" + SERVER_USER, "--regid=" + SERVER_USER, "--clear-groups")
                : List.of());
        command.add(program(program));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Its programs are beside it, whatever link on the search path leads there. */
    private static String program(String name) {
        try {
            return DebianProgram.POSTGRES.path().toRealPath().resolveSibling(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no " + name, e);
        }
    }

    @Override
    public void close() {
        stop();
        directory.close();
    }
}
