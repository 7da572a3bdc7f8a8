package org.terminal30.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that tests may ask for, and the Debian packages that bring them. */
public enum DebianProgram {
    CHROMIUM("chromium", "chromium"),
    INFLUXD("influxd", "influxdb"),
    NGINX("nginx", "nginx"),
    NGSPICE("ngspice", "ngspice"),
    POSTGRES("postgres", "postgresql"),
    PYTHON3("python3", "python3"),
    SOCAT("socat", "socat");

    /** Debian keeps servers where the search path of an ordinary user does not lead. */
    private static final List<String> SERVER_DIRECTORIES = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");
    /** One directory for each version, each with its programs in {@code bin}. */
    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

    private final String command;
    private final String debianPackage;

    DebianProgram(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /**
     * The program of that command.
     *
     * @throws IllegalArgumentException when the tests know no such program
     */
    static DebianProgram ofCommand(String command) {
        return Arrays.stream(values()).filter(program -> program.command.equals(command)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no Debian package is known for '%s': add it to DebianProgram".formatted(command)));
    }

    public String debianPackage() {
        return debianPackage;
    }

    /** Where the program is installed; empty when it is not. */
    public Optional<Path> find() {
        return find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    Optional<Path> find(String searchPath) {
        Stream<Path> usual = Stream.concat(Arrays.stream(searchPath.split(File.pathSeparator)),
                SERVER_DIRECTORIES.stream()).filter(directory -> !directory.isEmpty()).map(Path::of);
        return Stream.concat(usual, postgresqlDirectories().stream()).map(directory -> directory.resolve(command))
                .filter(Files::isExecutable).findFirst();
    }

    /** The newest version first. */
    private static List<Path> postgresqlDirectories() {
        if (!Files.isDirectory(POSTGRESQL)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(POSTGRESQL)) {
            return versions.map(version -> version.resolve("bin")).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + POSTGRESQL, e);
        }
    }

    /**
     * Where the program is installed.
     *
     * @throws IllegalStateException when it is not; the message names the package
     */
    public Path path() {
        return find().orElseThrow(() -> new IllegalStateException(missing()));
    }

    /** Says that the program is missing and what to do about it. */
    String missing() {
        return "%s is missing: apt-get install %s".formatted(command, debianPackage);
    }
}
