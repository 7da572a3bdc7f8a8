package org.terminal30.agent.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WireContractTest {
    private static List<String> examples(String language) throws IOException {
        String page = Files.readString(Path.of("../docs/wire.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .map((MatchResult block) -> block.group(1)).flatMap(String::lines).toList();
    }

    @Test
    void everyRecordOnThePage_isReadAndWrittenBackTheSame() throws Exception {
        List<String> lines = examples("lineprotocol");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(8);
        for (String line : lines) {
            WireRecord record = RecordCodec.record(LineProtocol.parse(line, 1, 0));
            assertThat(RecordCodec.line(record)).isEqualTo(line);
        }
    }

    @Test
    void everyOrderOnThePage_isReadAndWrittenBackTheSame() throws Exception {
        List<String> texts = examples("json");
        assertThat(texts).hasSizeGreaterThanOrEqualTo(3);
        for (String text : texts) {
            if (!text.startsWith("{\"steps\"")) {
                assertThat(OrderCodec.json(OrderCodec.order(text))).isEqualTo(text);
            }
        }
    }

    @Test
    void everyProgressOnThePage_isReadAndWrittenBackTheSame() throws Exception {
        List<String> texts = examples("json").stream().filter(text -> text.startsWith("{\"steps\"")).toList();
        assertThat(texts).isNotEmpty();
        for (String text : texts) {
            assertThat(ProgressText.of(ProgressText.read(text))).isEqualTo(text);
        }
    }
}
