package org.terminal30.dashboard.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordsTest {
    private final Words words = new Words();

    @Test
    void everyKindOfJob_hasItsFileOfWords() {
        assertThat(Words.kinds()).as("each kind of job needs %sKIND.js (docs/words.md)", WordFile.FOLDER)
                .allSatisfy(kind -> assertThat(WordFile.find(kind).map(file -> file.path("job").asText())).as(kind)
                        .hasValueSatisfying(name -> assertThat(name).isNotBlank()));
    }

    @Test
    void filesWithSteps_areReadByThePagesToo() throws IOException {
        String pages = module("/static/js/procedure-words.js");
        assertThat(Words.kinds().filter(kind -> WordFile.find(kind).orElseThrow().has("steps")))
                .as("procedure-words.js has to import them").allSatisfy(
                        kind -> assertThat(pages).contains("./words/" + kind + ".js"));
    }

    @Test
    void kindOfJob_isCalledTheSameWhereOneIsStarted() throws IOException {
        String jobs = module("/static/js/jobs.js");
        assertThat(Words.kinds()).allSatisfy(kind -> assertThat(jobs).contains(
                "kind: \"%s\", name: \"%s\"".formatted(kind, words.job(kind))));
    }

    @Test
    void aNameInTwoFiles_meansTheSame() {
        for (String part : List.of("steps", "notes", "verdicts", "reasons")) {
            Map<String, JsonNode> seen = new HashMap<>();
            Words.kinds().forEach(kind -> WordFile.find(kind).orElseThrow().path(part).properties().forEach(word -> {
                JsonNode before = seen.putIfAbsent(word.getKey(), word.getValue());
                assertThat(before == null || before.equals(word.getValue())).as("%s of %s in %s", word.getKey(), part,
                        kind).isTrue();
            }));
        }
    }

    @Test
    void everyKindOfRecordAndEveryChannel_hasAWord() {
        for (EventKind kind : EventKind.values()) {
            assertThat(words.kind(kind.wireName())).isNotEqualTo(kind.wireName());
        }
        for (Channel channel : Channel.values()) {
            assertThat(words.channel(channel.wireName())).isNotEqualTo(channel.wireName());
        }
    }

    @Test
    void reasonOfAVerdict_hasItsRemedy() {
        assertThat(words.reason("alive", "dead").text()).isEqualTo("Backup is dead");
        assertThat(words.reason("alive", "dead").more()).startsWith("Switch it on");
        assertThat(words.verdict("memory", "memory-kept")).isEqualTo(new Words.Said("Memory kept", ""));
    }

    @Test
    void nameOfANewerBay_isItsOwnWord() {
        assertThat(words.job("wash")).isEqualTo("wash");
        assertThat(words.step("soap")).isEqualTo("soap");
        assertThat(words.verdict("clean", "shiny").text()).isEqualTo("shiny");
        assertThat(words.reason("clean", "dust").text()).isEqualTo("clean: dust");
        assertThat(words.figure("wash", "soapLitres")).isEmpty();
    }

    @Test
    void fileThatIsNotJson_isNamedWithItsLine() {
        assertThatThrownBy(() -> WordFile.read("wash.js", "// soap\nexport default {\n job: 'Wash' };"))
                .hasMessageContaining("wash.js").hasMessageContaining("line 2");
        assertThatThrownBy(() -> WordFile.read("wash.js", "const x = {};")).hasMessageContaining("export default");
    }

    private static String module(String path) throws IOException {
        try (InputStream file = WordsTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
