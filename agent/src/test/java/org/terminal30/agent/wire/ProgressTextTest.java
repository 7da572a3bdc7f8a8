package org.terminal30.agent.wire;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.How;
import org.terminal30.agent.job.Step.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgressTextTest {
    private static final long AT_NANOS = 1_763_683_200_123_000_000L;

    @Test
    void progressToTextAndBack_isTheSame() throws Exception {
        var progress = new Progress(
                List.of(Step.waiting("code-known", How.TAPPED).saying("Code card: \"glove\" compartment"),
                        new Step("new-battery", null, How.ENTERED, State.DONE, AT_NANOS, "Anna \"A\"",
                                Map.of("batteryVolts", 12.7), "under-load"),
                        new Step("headlights", null, How.TAPPED, State.NOT_CONFIRMED, AT_NANOS, null, Map.of(), null)),
                List.of(new JobVerdict("disconnect", "not-proven", Tint.AMBER, AT_NANOS,
                        List.of(new Evidence("alive", Evidence.Outcome.NOT_MEASURED, "no-backup-channel", null, 11.2,
                                "V"),
                                new Evidence("lift", Evidence.Outcome.FAILED, "feed-lost", null, null, null, "B6")))),
                Map.of("lowestVolts", 11.5), "disconnect");
        assertThat(ProgressText.read(ProgressText.of(progress))).isEqualTo(progress);
        assertThat(ProgressText.read(ProgressText.of(Progress.NONE))).isEqualTo(Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                            | progress is not JSON
            {"steps":[{"how":"tapped","state":"done"}]}                  | progress: "id" is missing
            {"steps":[{"id":"a","how":"guessed","state":"done"}]}        | progress: "how" is "guessed", must be one of measured tapped entered
            {"steps":[{"id":"a","how":"tapped","state":"done","atMillis":"now"}]} | progress: "atMillis" must be milliseconds since 1970
            {"verdicts":[{"about":"a","word":"b","tint":"pink"}]}        | progress: "tint" is "pink", must be one of white green amber red
            """)
    void textThatIsNoProgress_isRefusedWithTheReason(String text, String message) {
        assertThatThrownBy(() -> ProgressText.read(text)).isInstanceOf(MalformedLineException.class)
                .hasMessageContaining(message);
    }

    @Test
    void textThatIsTooLong_isRefused() {
        assertThatThrownBy(() -> ProgressText.read(" ".repeat(20_000))).isInstanceOf(MalformedLineException.class)
                .hasMessageContaining("20000 characters, must have at most 16384");
    }
}
