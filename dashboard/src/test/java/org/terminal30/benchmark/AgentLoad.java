package org.terminal30.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.terminal30.testing.PseudoTerminalPair;

/**
 * The packaged agent on a serial front-end of 860 lines a second with two channels, sending to a dashboard that runs: its
 * processor time and memory. With a dashboard started and a token made for bay 1:
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.AgentLoad URL TOKEN [SECONDS [WARM_UP_SECONDS [JVM_OPTION…]]]" verify</pre>
 */
public final class AgentLoad {
    private static final Path JAR = Path.of("agent/target/terminal30-agent.jar");
    private static final int LINES_PER_SECOND = 860;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 20;
    private static final long TURN_MILLIS = 5;
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx32m", "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders");

    private final PseudoTerminalPair cable;
    private final long startNanos = System.nanoTime();
    private long lines;

    private AgentLoad(PseudoTerminalPair cable) {
        this.cable = cable;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("say the URL of a dashboard and the token of bay 1");
        }
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SECONDS;
        int warmUp = arguments.length > 3 ? Integer.parseInt(arguments[3]) : WARM_UP_SECONDS;
        List<String> options = arguments.length > 4
                ? Arrays.asList(arguments).subList(4, arguments.length)
                : JVM_OPTIONS;
        Path directory = Files.createTempDirectory("terminal30-agent-load");
        try (var cable = new PseudoTerminalPair()) {
            Process agent = agent(directory, configuration(arguments[0], arguments[1], cable), options);
            try {
                measure(System.out, new AgentLoad(cable), agent.pid(), warmUp, seconds);
            } finally {
                agent.destroy();
                agent.waitFor();
            }
        }
    }

    private static String configuration(String url, String token, PseudoTerminalPair cable) {
        return """
                site = "main"
                bay = "1"
                state = "state"
                [dashboard]
                url = "%s"
                token = "%s"
                [source]
                type = "serial"
                port = "%s"
                rate_hertz = %d
                channels = ["onboard", "backup"]
                """.formatted(url, token, cable.port(), LINES_PER_SECOND);
    }

    private static Process agent(Path directory, String configuration, List<String> options) throws IOException {
        Path file = Files.writeString(directory.resolve("bay.toml"), configuration);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "run", "--config", file.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("agent.log").toFile()).start();
    }

    private static void measure(PrintStream out, AgentLoad load, long pid, int warmUp, int seconds) throws Exception {
        load.talk(warmUp);
        ProcessFigures before = ProcessFigures.of(pid);
        load.talk(seconds);
        ProcessFigures after = ProcessFigures.of(pid);
        out.printf(Locale.ROOT,
                "%d lines/s of 2 channels for %d s: %.1f %% of a core, %.0f MB resident, peak %.0f MB%n",
                LINES_PER_SECOND, seconds, 100 * (after.cpuSeconds() - before.cpuSeconds()) / seconds,
                after.residentMegabytes(), after.peakMegabytes());
    }

    private void talk(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            var text = new StringBuilder(lines == 0 ? "# t30 us onboard backup\n" : "");
            for (long due = (now - startNanos) * LINES_PER_SECOND / 1_000_000_000; lines < due; lines++) {
                text.append(lines * 1_000_000 / LINES_PER_SECOND).append(",12.70").append(lines % 7)
                        .append(",12.040\n");
            }
            if (!text.isEmpty()) {
                cable.write(text.toString());
            }
            TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
        }
    }
}
