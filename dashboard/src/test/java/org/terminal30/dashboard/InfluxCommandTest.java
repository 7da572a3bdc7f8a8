package org.terminal30.dashboard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code influx setup} against a real InfluxDB 1. */
@NeedsProgram({"influxd", "nginx"})
class InfluxCommandTest {
    @SuppressWarnings("NullAway.Init") // before all tests
    private static InfluxServer influx;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeAll
    static void start() {
        influx = new InfluxServer();
    }

    @AfterAll
    static void stop() {
        influx.close();
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(commandLine.execute(arguments), out.toString(), err.toString());
    }

    @Test
    void whatIsMissing_isMadeAndProven_andRunAgainNothingChanges() {
        Run first = run("influx", "setup", "--url", influx.url(), "--database", "first", "--keep-windows", "90d");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("is InfluxDB 1.6", "database first: made, keeps 2160 h",
                "database first_seconds: made, keeps for ever", "database first_kept: made, keeps for ever",
                "database first_kept: written to and read back", "TERMINAL30_HISTORY_STORE=influx",
                "TERMINAL30_HISTORY_INFLUX_URL=" + influx.url(), "TERMINAL30_HISTORY_INFLUX_DATABASE=first");
        assertThat(influx.queryCsv("first", "SHOW RETENTION POLICIES ON first")).contains("autogen,2160h0m0s");

        Run again = run("influx", "setup", "--url", influx.url(), "--database", "first", "--keep-windows", "90d");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("database first: there already, keeps 2160 h\n").doesNotContain("made,");

        Run longer = run("influx", "setup", "--url", influx.url(), "--database", "first");
        assertThat(longer.out()).contains("there already, keeps for ever (before: 2160h0m0s)");
    }

    @Test
    void secretOfAFile_isNotSaid() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim\n");
        Run run = run("influx", "setup", "--url", influx.url(), "--database", "second", "--user", "admin",
                "--password-file", secret.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("TERMINAL30_HISTORY_INFLUX_USER=admin",
                "TERMINAL30_HISTORY_INFLUX_PASSWORD_FILE=").doesNotContain("geheim");
    }

    @Test
    void serverThatIsNotThere_endsWith1AndSaysWhatToCheck() {
        Run run = run("influx", "setup", "--url", "http://127.0.0.1:1");
        assertThat(run.code()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(run.err()).contains("http://127.0.0.1:1 does not answer", "Check the address");
    }

    @Test
    void wrongUse_endsWith2AndNamesTheOption() {
        assertThat(run("influx", "setup").err()).contains("--url");
        Run time = run("influx", "setup", "--url", influx.url(), "--keep-windows", "soon");
        assertThat(time.code()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(time.err()).contains("--keep-windows", "\"soon\"", "90d");
        Run name = run("influx", "setup", "--url", influx.url(), "--database", "My base");
        assertThat(name.code()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(name.err()).contains("\"My base\"");
        Run url = run("influx", "setup", "--url", "influx.example:8086");
        assertThat(url.code()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(url.err()).contains("--url is", "http://");
    }
}
