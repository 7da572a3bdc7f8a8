package org.terminal30.agent.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Timed;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScenarioReaderTest {
    private static final String HEAD = "title = \"t\"\nduration_seconds = 60\n";
    private static final Pattern EXAMPLE = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KNOWN = Pattern.compile("known are (.*)");

    private static Scenario read(String text) throws ScenarioException {
        return new ScenarioReader("test").read(text);
    }

    private static List<String> faults(String text) {
        ScenarioException wrong = catchThrowableOfType(ScenarioException.class, () -> read(text));
        assertThat(wrong).as("faults of %s", text).isNotNull();
        return wrong.faults();
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("../docs/scenarios.md"));
    }

    @Test
    void examplesOfTheDocumentation_canBePlayed() throws IOException, ScenarioException {
        Matcher examples = EXAMPLE.matcher(documentation());
        List<Scenario> read = new ArrayList<>();
        while (examples.find()) {
            read.add(read(examples.group(1)));
        }

        assertThat(read).hasSize(2);
        assertThat(read.getLast().parts()).as("what is left out is as in the example of every key")
                .isEqualTo(Parts.TYPICAL);
    }

    @Test
    void everyKey_isDocumented() throws IOException {
        var text = new StringBuilder(HEAD + "zzzzzzzzzzzzzzzzzzzzzzzz = 1\n");
        for (String section : List.of("bay", "battery", "alternator", "starter", "electronics", "saver", "contacts",
                "radio", "begin", "expect")) {
            text.append("[%s]\nzzzzzzzzzzzzzzzzzzzzzzzz = 1\n".formatted(section));
        }
        text.append("[timeline]\nsteps = [\n");
        for (String step : List.of("connect\", what = \"saver", "slip\", what = \"saver", "replace-battery", "rev",
                "alternator", "power-cut", "network-gone")) {
            text.append("{ at = 1, does = \"%s\", zzzzzzzzzzzzzzzzzzzzzzzz = 1 },\n".formatted(step));
        }
        List<String> faults = faults(text + "]\n");
        String documentation = documentation();

        assertThat(faults).hasSize(18);
        for (String fault : faults) {
            Matcher known = KNOWN.matcher(fault);
            assertThat(known.find()).as(fault).isTrue();
            for (String key : List.of(known.group(1).split(" ", -1))) {
                assertThat(documentation).as(fault).containsPattern("\\b" + key + "\\b");
            }
        }
    }

    @Test
    void everyBuiltInScenario_isListed() throws IOException {
        String documentation = documentation();

        assertThat(Scenarios.names()).allSatisfy(name -> assertThat(documentation).contains("`%s`".formatted(name)));
    }

    @Test
    void stateThatNoStepHas_isAFault() {
        assertThat(faults(HEAD + "[expect]\nsteps = { charging = \"finished\" }\n")).containsExactly(
                "line 4: expect.steps.charging is \"finished\", must be one of waiting done not-confirmed skipped failed");
    }

    @Test
    void timeline_isReadInOrder() throws ScenarioException {
        Scenario scenario = read(HEAD + """
                [timeline]
                steps = [
                  { at = 9, does = "finish-job" },
                  { at = 2, does = "start-job", kind = "watch" },
                  { at = 3.5, does = "slip", what = "radio", seconds = 0.2, times = 2, every_seconds = 4 },
                ]
                """);

        assertThat(scenario.channels()).containsExactly(Channel.ONBOARD, Channel.BACKUP);
        assertThat(scenario.script()).containsExactly(Timed.at(3.5, new Action.Slip(Contact.RADIO, 0.2)),
                Timed.at(7.5, new Action.Slip(Contact.RADIO, 0.2)));
        assertThat(scenario.atBay()).containsExactly(
                new AtBay(Duration.ofSeconds(2), new BayAction.StartJob(JobKind.WATCH, JobSettings.NONE)),
                new AtBay(Duration.ofSeconds(9), new BayAction.FinishJob()));
    }

    @Test
    void eachFault_namesLineKeyAndWhatWouldBeRight() {
        assertThat(faults("""
                title = "t"
                duration_seconds = 60
                [battery]
                # a comment = "[not] a key"
                charge = 1.5
                [saver]
                diode = "outside"
                limit_ampere = 3
                [timeline]
                steps = [
                  { at = 1, does = "conect", what = "saver" },
                  # { at = 2, does = "nothing" },
                  { at = 2, does = "connect", what = "clamp" },
                  { does = "acknowledge" },
                  { at = 3, does = "switch-on", what = "lamp" },
                  { at = 4, does = "start-job", kind = "wash" },
                ]
                """)).satisfiesExactly(
                fault -> assertThat(fault).isEqualTo("line 3: battery.charge is 1.5, must be from 0.0 to 1.0"),
                fault -> assertThat(fault).isEqualTo("line 7: saver.diode is outside, must be one of box inside none"),
                fault -> assertThat(fault)
                        .isEqualTo("line 8: saver.limit_ampere is not a key, did you mean limit_amperes?"),
                fault -> assertThat(fault)
                        .startsWith("line 11: timeline.steps[1].does is \"conect\", must be one of alternator "),
                fault -> assertThat(fault).isEqualTo(
                        "line 13: timeline.steps[2].what is \"clamp\", must be one of battery saver sense radio"),
                fault -> assertThat(fault)
                        .isEqualTo("line 14: timeline.steps[3].at is missing, must be the seconds since the beginning"),
                fault -> assertThat(fault).startsWith("line 15: timeline.steps[4].what is \"lamp\", must be one of "),
                fault -> assertThat(fault)
                        .startsWith("line 16: timeline.steps[5].kind is \"wash\", must be one of watch"));
    }

    @Test
    void whatIsNotToml_isSaidWithItsLine() {
        assertThat(faults("title = \"t\"\nduration_seconds 60\n")).singleElement().asString()
                .startsWith("line 2: not TOML: ");
    }

    @Test
    void emptyFile_isToldWhatHasToBeThere() {
        assertThat(faults("")).containsExactly(
                "title is missing, must be one sentence that says what happens",
                "duration_seconds is missing, must be the length of the whole, in seconds");
    }

    @Test
    void unknownName_isAnsweredWithThoseThereAre() {
        ScenarioException wrong = catchThrowableOfType(ScenarioException.class, () -> Scenarios.find("clamp-slip"));

        assertThat(wrong.faults()).singleElement().asString()
                .startsWith(
                        "there is no scenario clamp-slip, must be a file that ends with .toml or one of swap-with-slip quiet");
    }

    @Test
    void file_isReadByItsPath(@TempDir Path folder) throws IOException, ScenarioException {
        Path file = folder.resolve("mine.toml");
        Files.writeString(file, HEAD);

        assertThat(Scenarios.find(file.toString()).name()).isEqualTo("mine");
    }
}
