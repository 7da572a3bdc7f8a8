package org.terminal30.agent;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class SimulateCommandTest {
    private static final String SHORT = """
            title = "A car stands"
            duration_seconds = 5
            [expect]
            memory = "%s"
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir
    private Path directory;

    private int simulate(String scenario, String... more) {
        CommandLine line = new CommandLine(new Main()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[]{"simulate", "--scenario", scenario}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return line.execute(arguments);
    }

    private String file(String text) throws Exception {
        return Files.writeString(directory.resolve("own.toml"), text).toString();
    }

    @Test
    void scenarioThatEndsAsExpected_isDone() throws Exception {
        assertThat(simulate(file(SHORT.formatted("kept")), "--headless")).isZero();
        assertThat(out.toString()).startsWith("What really happened: the radio kept its memory;");
    }

    @Test
    void scenarioAtASpeed_takesItsTimeAndTellsTheSame() throws Exception {
        long begin = System.nanoTime();
        assertThat(simulate(file(SHORT.formatted("kept")), "--speed", "10")).isZero();
        assertThat(System.nanoTime() - begin).as("5 s, ten times as fast").isGreaterThan(490_000_000L);
        assertThat(out.toString()).startsWith("What really happened: the radio kept its memory;");
    }

    @Test
    void speedOfNothing_isRefused() throws Exception {
        assertThat(simulate(file(SHORT.formatted("kept")), "--speed", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed is 0.0, must be above 0");
    }

    @Test
    void scenarioThatEndsOtherwise_failsAndSaysHow() throws Exception {
        assertThat(simulate(file(SHORT.formatted("lost")), "--headless", "--format", "json")).isEqualTo(1);
        assertThat(out.toString()).startsWith("{\"told\":\"truth\",\"memoryKept\":true")
                .contains("\"unexpected\":[\"the radio kept its memory, expected was that it loses it\"]");
    }

    @Test
    void wrongFile_isRefusedWithTheLineOfEachFault() throws Exception {
        String file = file(SHORT.formatted("maybe"));

        assertThat(simulate(file, "--headless")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(file + ": line 4: expect.memory is \"maybe\", must be kept or lost\n");
    }

    @Test
    void stepWithoutAJob_isRefusedByTheBay() throws Exception {
        String steps = "[timeline]\nsteps = [{ at = 1, does = \"tap\", step = \"usb-out\" }]\n";

        assertThat(simulate(file("title = \"t\"\nduration_seconds = 5\n" + steps), "--headless")).isZero();
        assertThat(out.toString()).contains("refused: this job is not running");
    }
}
