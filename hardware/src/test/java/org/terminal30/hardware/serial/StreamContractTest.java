package org.terminal30.hardware.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/stream.md, written by the encoder and read by the decoder. */
class StreamContractTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** One block of the page: the frame in words, its bytes, and its bytes on the line. */
    private record Example(String kind, Map<String, String> values, String plain, String wire) {
        static Example of(String block) {
            List<String> lines = block.lines().toList();
            List<String> words = List.of(lines.getFirst().split(" ", -1));
            Map<String, String> values = new LinkedHashMap<>();
            for (String word : words.subList(1, words.size())) {
                int at = word.indexOf('=');
                values.put(word.substring(0, at), word.substring(at + 1));
            }
            return new Example(words.getFirst(), values, lines.get(1).replaceFirst("plain ", ""),
                    lines.get(2).replaceFirst("wire ", ""));
        }

        String text(String key) {
            return Objects.requireNonNull(values.get(key), key);
        }

        int number(String key) {
            return (int) Long.parseLong(text(key));
        }
    }

    private static List<Example> examples(String kind) throws Exception {
        String page = Files.readString(Path.of("../docs/stream.md"));
        return Pattern.compile("```frame\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .map((MatchResult block) -> Example.of(block.group(1))).filter(each -> each.kind.equals(kind)).toList();
    }

    private static StreamDescription description(Example example) {
        List<StreamDescription.Input> inputs = new ArrayList<>();
        example.values.forEach((key, value) -> {
            if (value.contains(",")) {
                int comma = value.indexOf(',');
                inputs.add(new StreamDescription.Input(key, Float.parseFloat(value.substring(0, comma)),
                        Float.parseFloat(value.substring(comma + 1))));
            }
        });
        return new StreamDescription(example.number("run"), example.number("interval"), inputs,
                example.text("firmware"));
    }

    @Test
    void everySampleFrameOnThePage_isWrittenAndReadTheSame() throws Exception {
        List<Example> examples = examples("samples");
        assertThat(examples).isNotEmpty();
        for (Example example : examples) {
            int[] counts = Arrays.stream(example.text("counts").split(",", -1)).mapToInt(Integer::parseInt)
                    .toArray();
            byte[] plain = new StreamEncoder(new StreamDescription(example.number("run"), example.number("interval"),
                    List.of(new StreamDescription.Input("onboard", 1, 0), new StreamDescription.Input("backup", 1, 0)),
                    "")).at(example.number("row"), Long.parseLong(example.text("micros"))).plainSamples(counts);
            assertThat(HEX.formatHex(plain)).isEqualTo(example.plain);
            assertThat(HEX.formatHex(StreamEncoder.wire(plain))).isEqualTo(example.wire);
            assertThat(decoded(example.wire)).containsExactly("row %d of run %d at %s us, every %d ns: %s".formatted(
                    example.number("row"), example.number("run"), example.text("micros"),
                    example.number("interval"), example.text("counts")));
        }
    }

    @Test
    void everyDescriptionOnThePage_isWrittenAndReadTheSame() throws Exception {
        List<Example> examples = examples("description");
        assertThat(examples).isNotEmpty();
        for (Example example : examples) {
            StreamDescription description = description(example);
            byte[] plain = new StreamEncoder(description).plainDescription();
            assertThat(HEX.formatHex(plain)).isEqualTo(example.plain);
            assertThat(HEX.formatHex(StreamEncoder.wire(plain))).isEqualTo(example.wire);
            assertThat(decoded(example.wire)).containsExactly(description.toString());
        }
    }

    private static List<String> decoded(String wire) {
        byte[] bytes = HEX.parseHex(wire);
        List<String> seen = new ArrayList<>();
        new StreamDecoder().feed(bytes, bytes.length, new StreamDecoder.StreamSink() {
            @Override
            public void described(StreamDescription description) {
                seen.add(description.toString());
            }

            @Override
            public void samples(SampleFrame frame) {
                List<String> counts = new ArrayList<>();
                for (int i = 0; i < frame.rows() * frame.channels(); i++) {
                    counts.add(Integer.toString(frame.count(i / frame.channels(), i % frame.channels())));
                }
                seen.add("row %d of run %d at %s us, every %d ns: %s".formatted(frame.firstRow(), frame.run(),
                        frame.micros(), frame.intervalNanos(), String.join(",", counts)));
            }
        });
        return seen;
    }
}
