package org.terminal30.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/**
 * A child process of a test. Its output, both streams, goes to a log file, where {@link #awaitLine} looks for the sign that
 * it is ready. {@link #stop} ends this process and nothing else; so does the end of the JVM.
 */
public final class ServerProcess implements AutoCloseable {
    /** How long a process may take to get ready. */
    public static final Duration READY_BOUND = Duration.ofSeconds(60);

    private static final Duration STOP_BOUND = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);
    private static final int LOG_LINES_IN_MESSAGES = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread endWithJvm;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.endWithJvm = new Thread(process::destroy, "end " + name);
        Runtime.getRuntime().addShutdownHook(endWithJvm);
    }

    /** Starts a command with the environment of this JVM; its output is appended to the log. */
    public static ServerProcess start(Path log, List<String> command) {
        return start(log, command, Map.of());
    }

    /** Starts a command with more environment variables. */
    public static ServerProcess start(Path log, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(Path.of(command.getFirst()).getFileName().toString(), builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** The command line that runs a main class with this JVM's Java and class path. */
    public static List<String> java(String mainClass, String... arguments) {
        return Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), mainClass),
                Stream.of(arguments)).toList();
    }

    /**
     * Waits until the log has a line that matches, and returns the first such line.
     *
     * @throws IllegalStateException when the process ended instead
     */
    public String awaitLine(Predicate<String> isReady) {
        return Awaitility.await(name + " says that it is ready").atMost(READY_BOUND).pollInterval(POLL_INTERVAL)
                .until(() -> {
                    boolean alive = process.isAlive();
                    return lines().stream().filter(isReady).findFirst().orElseGet(() -> nothingFrom(alive));
                }, line -> !line.isEmpty());
    }

    /** Waits until something listens on this loopback port. */
    public ServerProcess awaitPort(int port) {
        Awaitility.await(name + " listens on port " + port).atMost(READY_BOUND).pollInterval(POLL_INTERVAL)
                .ignoreExceptionsInstanceOf(IOException.class).until(() -> {
                    nothingFrom(process.isAlive());
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
        return this;
    }

    private String nothingFrom(boolean alive) {
        if (!alive) {
            List<String> lines = lines();
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(name, process.exitValue(), String.join("\n",
                            lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_MESSAGES), lines.size()))));
        }
        return "";
    }

    /** What the process has written so far; an unfinished last line is left out. */
    public List<String> lines() {
        try {
            String text = Files.readString(log);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + name, e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for the process to end by itself and returns its exit code. */
    public int awaitExit() {
        Awaitility.await(name + " ends").atMost(READY_BOUND).pollInterval(POLL_INTERVAL)
                .until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Ends the process without a chance to tidy up, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Asks the process to end, and insists after a while. Nothing happens when it has ended already. */
    public void stop() {
        process.destroy();
        end();
    }

    @Override
    public void close() {
        stop();
    }

    private void end() {
        try {
            if (!process.waitFor(STOP_BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook has run or is running: the process has ended either way.
            return;
        }
    }
}
