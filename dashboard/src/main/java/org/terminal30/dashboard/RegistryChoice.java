package org.terminal30.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import org.terminal30.dashboard.registry.Password;
import org.terminal30.dashboard.registry.PostgresSite;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.registry.RegistryPlace;

/** The options that say where the registry is, the same for every command. Each can come from the environment. */
final class RegistryChoice {
    /** A password is not for the command line, which everybody on the machine can read. */
    static final String PASSWORD_VARIABLE = "TERMINAL30_REGISTRY_PASSWORD";

    private final Map<String, String> environment = System.getenv();

    @Option(names = "--registry", paramLabel = "URL", defaultValue = "${env:TERMINAL30_REGISTRY:-}", description = "postgresql://HOST[:PORT]/DATABASE that keeps the registry (or TERMINAL30_REGISTRY). Default: registry.db in the data folder.")
    private String url = "";

    @Option(names = "--registry-user", paramLabel = "USER", defaultValue = "${env:TERMINAL30_REGISTRY_USER:-terminal30}", description = "User of that database (or TERMINAL30_REGISTRY_USER; default terminal30).")
    private String user = "";

    @Option(names = "--registry-password-file", paramLabel = "FILE", defaultValue = "${env:TERMINAL30_REGISTRY_PASSWORD_FILE:-}", description = "File with its password (or TERMINAL30_REGISTRY_PASSWORD_FILE, or the password in TERMINAL30_REGISTRY_PASSWORD).")
    private String passwordFile = "";

    @Option(names = "--registry-connections", paramLabel = "N", defaultValue = "${env:TERMINAL30_REGISTRY_CONNECTIONS:-"
            + PostgresSite.DEFAULT_CONNECTIONS
            + "}", description = "Connections to that database, beside one that holds the site (or TERMINAL30_REGISTRY_CONNECTIONS; default "
                    + PostgresSite.DEFAULT_CONNECTIONS + ").")
    private int connections;

    @Option(names = "--site", paramLabel = "SITE", defaultValue = "${env:TERMINAL30_SITE:-main}", description = "The workshop's name in that database and in the tokens of its bays (or TERMINAL30_SITE; default main).")
    private String site = "";

    /** Whether other sites may be in the same database. */
    boolean isShared() {
        return !url.isEmpty();
    }

    /** The workshop's name, as it was given. */
    String site() {
        return site;
    }

    /**
     * Where the registry is.
     *
     * @param folder of the data, where it is unless something else was said
     * @throws IllegalArgumentException when what was said cannot be; the message names the option
     */
    RegistryPlace in(Path folder) {
        return url.isEmpty()
                ? RegistryPlace.in(folder, site)
                : new PostgresSite(url, user, password(), connections, site);
    }

    /**
     * Opens it for a command.
     *
     * @param commandLine of the command, for which a wrong option is wrong usage
     * @throws org.terminal30.dashboard.registry.RegistryException when it cannot be opened
     */
    Registry open(Path folder, Registry.Use use, CommandLine commandLine) {
        RegistryPlace place;
        try {
            place = in(folder);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine, wrong.getMessage(), wrong);
        }
        return Registry.open(place, use);
    }

    private Password password() {
        @Nullable
        String given = environment.get(PASSWORD_VARIABLE);
        if (passwordFile.isEmpty()) {
            return given == null ? Password.NONE : new Password(given);
        }
        if (given != null) {
            throw new IllegalArgumentException(
                    "--registry-password-file and %s are both there: one of them says the password".formatted(
                            PASSWORD_VARIABLE));
        }
        return read(Path.of(passwordFile));
    }

    private static Password read(Path file) {
        try {
            Optional<String> line = Files.readString(file, StandardCharsets.UTF_8).lines().findFirst();
            return new Password(line.filter(password -> !password.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--registry-password-file %s is empty, must have the password in its first line"
                                    .formatted(file))));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--registry-password-file %s cannot be read (%s)".formatted(file,
                    unreadable), unreadable);
        }
    }
}
