package org.terminal30.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.terminal30.testing.ServerProcess;

/** The two programs as they are delivered, each with its own data folder, and the same folders after a restart. */
final class Processes {
    private static final Path DASHBOARD_JAR = jar("terminal30.dashboard.jar");
    private static final Path AGENT_JAR = jar("terminal30.agent.jar");

    private final Path folder;
    private final int port;
    private int started;

    Processes(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    private static Path jar(String property) {
        Path jar = Path.of(System.getProperty(property, ""));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("%s is \"%s\", must be the packaged jar".formatted(property, jar));
        }
        return jar;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A log of its own for each start: what an earlier one said is no sign that this one is ready. */
    private Path log(String name) {
        return folder.resolve("%s-%d.log".formatted(name, ++started));
    }

    ServerProcess startDashboard() {
        var dashboard = ServerProcess.start(log("dashboard"),
                java(DASHBOARD_JAR, "--port", String.valueOf(port), "--listen", "127.0.0.1", "--data", data()));
        dashboard.awaitPort(port);
        return dashboard;
    }

    /** A token for bay 1, made by the command while the dashboard runs. */
    String createToken() {
        var command = ServerProcess.start(log("token"),
                java(DASHBOARD_JAR, "token", "create", "--bay", "1", "--data", data()));
        String token = command.awaitLine(line -> line.startsWith("t30_"));
        if (command.awaitExit() != 0) {
            throw new IllegalStateException("token create failed: " + command.lines());
        }
        return token.strip();
    }

    ServerProcess startAgent(String token, Path serialPort) {
        Path config = folder.resolve("bay.toml");
        try {
            Files.writeString(config, """
                    site = "main"
                    bay = "1"
                    state = "%s"

                    [dashboard]
                    url = "%s"
                    token = "%s"

                    [source]
                    type = "serial"
                    port = "%s"
                    channels = ["onboard", "backup"]

                    [backup]
                    no_load_volts = 13.0
                    """.formatted(folder.resolve("agent"), url(), token, serialPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServerProcess.start(log("agent"), java(AGENT_JAR, "run", "--config", config.toString()));
    }

    private String data() {
        return folder.resolve("dashboard").toString();
    }

    private static List<String> java(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-Xmx128m", "-jar", jar.toString()));
        Stream.of(arguments).forEach(command::add);
        return command;
    }
}
