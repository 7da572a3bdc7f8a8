package org.terminal30.dashboard.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/** A file of words: a browser's module of one JSON object, {@code export default {…};}, with comments (docs/words.md). */
final class WordFile {
    static final String FOLDER = "/static/js/words/";
    private static final String BEFORE_THE_WORDS = "export default";
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private WordFile() {
    }

    /** The words of that name; empty when there is no such file. */
    static Optional<JsonNode> find(String name) {
        String path = FOLDER + name + ".js";
        try (InputStream file = WordFile.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(read(path, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the words in %s cannot be read".formatted(path), unreadable);
        }
    }

    static JsonNode read(String path, String module) {
        int begin = module.indexOf(BEFORE_THE_WORDS);
        if (begin < 0) {
            throw new IllegalStateException("%s has no \"%s\" before its words".formatted(path, BEFORE_THE_WORDS));
        }
        try {
            JsonNode words = JSON.readTree(module.substring(begin + BEFORE_THE_WORDS.length()));
            if (words.getNodeType() != JsonNodeType.OBJECT) {
                throw new IllegalStateException("%s must hold one JSON object".formatted(path));
            }
            return words;
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("%s is not JSON behind \"%s\": %s, in line %d after it".formatted(path,
                    BEFORE_THE_WORDS, notJson.getOriginalMessage(), notJson.getLocation().getLineNr()), notJson);
        }
    }
}
