package org.terminal30.dashboard.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.terminal30.agent.job.JobKind;

/**
 * The words for the names of the wire. A name that has none is its own word: a bay may be newer than its dashboard. Safe for any
 * thread.
 */
public final class Words {
    /** What is measured and found, whatever the job. */
    private static final String SUPPLY = "supply";
    private static final Said NOTHING = new Said("", "");

    private final Map<String, String> jobs = new HashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, Said> verdicts = new HashMap<>();
    private final Map<String, Said> reasons = new HashMap<>();
    private final Map<String, String> figures = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    private Words() {
    }

    /**
     * What is said, and what to do about it.
     *
     * @param more the hint of a verdict, the remedy of a reason; empty when there is none
     */
    public record Said(String text, String more) {}

    /**
     * The words that came with this program.
     *
     * @throws IllegalStateException when a file is not what docs/words.md says
     */
    public static Words shipped() {
        Words words = new Words();
        kinds().forEach(kind -> WordFile.find(kind).ifPresent(file -> words.add(kind, file)));
        WordFile.find(SUPPLY).ifPresent(file -> {
            texts(file.path("channels"), words.channels);
            texts(file.path("kinds"), words.kinds);
        });
        return words;
    }

    /** The names of the files of all kinds of job. */
    static Stream<String> kinds() {
        return Arrays.stream(JobKind.values()).map(JobKind::wireName);
    }

    private void add(String kind, JsonNode file) {
        jobs.put(kind, file.path("job").asText(kind));
        file.path("steps").properties()
                .forEach(step -> steps.put(step.getKey(), step.getValue().path("name").asText(step.getKey())));
        texts(file.path("notes"), notes);
        texts(file.path("figures"), figures);
        said(file.path("verdicts"), verdicts);
        said(file.path("reasons"), reasons);
    }

    private static void texts(JsonNode part, Map<String, String> into) {
        part.properties().forEach(word -> into.put(word.getKey(), word.getValue().asText()));
    }

    private static void said(JsonNode part, Map<String, Said> into) {
        part.properties().forEach(word -> into.put(word.getKey(),
                new Said(word.getValue().path(0).asText(), word.getValue().path(1).asText(""))));
    }

    public String job(String kind) {
        return jobs.getOrDefault(kind, kind);
    }

    public String step(String id) {
        return steps.getOrDefault(id, id);
    }

    /** What a step says beside its name, of why it failed or what is special about it. */
    public String note(String reason) {
        return notes.getOrDefault(reason, reason);
    }

    /** The headline of a verdict and what to do. */
    public Said verdict(String about, String word) {
        return verdicts.getOrDefault(about + ":" + word, new Said(word, ""));
    }

    /** A reason of a verdict and what to do about it, without its figures. */
    public Said reason(String about, String reason) {
        Said said = reasons.getOrDefault(about + ":" + reason, NOTHING);
        return said.equals(NOTHING) ? new Said(about + ": " + reason, "") : said;
    }

    /** A figure of a job, such as {@code lowestVolts}; empty when it is not for people. */
    public Optional<String> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    public String channel(String wireName) {
        return channels.getOrDefault(wireName, wireName);
    }

    /** A kind of record. */
    public String kind(String wireName) {
        return kinds.getOrDefault(wireName, wireName);
    }

    /** The steps that have a word. */
    List<String> steps() {
        return List.copyOf(steps.keySet());
    }
}
