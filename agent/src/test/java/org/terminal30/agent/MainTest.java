package org.terminal30.agent;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class MainTest {
    private static final String REPLAY = """
            site = "main"
            bay = "1"
            state = "state"
            [source]
            type = "replay"
            file = "trace.csv"
            columns = { onboard = "volts" }
            """;

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int execute(String... arguments) {
        return new CommandLine(new Main()).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private int run(String configuration) throws Exception {
        Path file = Files.writeString(directory.resolve("bay.toml"), configuration);
        return execute("run", "--config", file.toString());
    }

    @Test
    void wrongConfiguration_isSaidFaultByFaultWithExitCode2() throws Exception {
        assertThat(run("site = \"Main street\"\nbay = \"1\"\nspeed = 9\n")).isEqualTo(2);

        assertThat(err.toString().lines().toList()).hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).startsWith(directory.resolve("bay.toml") + ": "))
                .anySatisfy(line -> assertThat(line).contains("state"))
                .anySatisfy(line -> assertThat(line).contains("source"))
                .anySatisfy(line -> assertThat(line).contains("speed"));
    }

    @Test
    void traceThatCannotBeRead_isSaidWithFileAndLineAndExitCode1() throws Exception {
        Path trace = Files.writeString(directory.resolve("trace.csv"), "time_s,volts\n0,12.6\n1,twelve\n");

        assertThat(run(REPLAY)).isEqualTo(1);
        assertThat(err.toString()).startsWith(trace + ", line 3, column 2 ").contains("twelve");
    }

    @Test
    void recording_isPlayedToItsEndWithExitCode0() throws Exception {
        Files.writeString(directory.resolve("trace.csv"), "time_s,volts\n0,12.6\n0.1,12.6\n0.2,12.6\n");

        assertThat(run(REPLAY)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(directory.resolve("state/outbox.sqlite")).exists();
    }

    @Test
    void stateThatIsNoDirectory_isSaidWithExitCode1() throws Exception {
        Files.writeString(directory.resolve("trace.csv"), "time_s,volts\n0,12.6\n0.1,12.6\n");
        Files.writeString(directory.resolve("state"), "a file");

        assertThat(run(REPLAY)).isEqualTo(1);
        assertThat(err.toString()).startsWith("cannot open the outbox " + directory.resolve("state/outbox.sqlite"));
    }

    @Test
    void missingConfigurationFile_isNamedWithExitCode2() {
        Path missing = directory.resolve("nowhere.toml");

        assertThat(execute("run", "--config", missing.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(missing + " cannot be read");
    }

    @Test
    void noCommand_printsTheUsageWithExitCode2() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).startsWith("name a command").contains("Usage: terminal30-agent", "run", "analyse");
    }
}
