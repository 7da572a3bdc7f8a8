package org.terminal30.dashboard.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;

import org.terminal30.agent.job.JobKind;

/**
 * The words for the names of the wire. A name that has none is its own word: a bay may be newer than its dashboard. Safe for any
 * thread.
 */
@Singleton
public final class Words {
    /** What is measured and found, whatever the job. */
    private static final String SUPPLY = "supply";
    private static final Said NOTHING = new Said("", "");

    private final Map<String, String> jobs = new HashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, Said> verdicts = new HashMap<>();
    private final Map<String, Said> reasons = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, String> figures = new HashMap<>();
    private final Map<String, String> conclusions = new HashMap<>();
    private final Map<String, List<Span>> spans = new HashMap<>();
    private final Set<String> optional = new HashSet<>();
    private final Set<String> confidential = new HashSet<>();
    private final Map<String, String> channels = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    /**
     * What is said, and what to do about it.
     *
     * @param more the hint of a verdict, the remedy of a reason; empty when there is none
     */
    public record Said(String text, String more) {}

    /** Something that goes on from one step to another. */
    public record Span(String fromStep, String toStep, String name) {}

    /**
     * The words that came with this program.
     *
     * @throws IllegalStateException when a file is not what docs/words.md says
     */
    public Words() {
        kinds().forEach(kind -> WordFile.find(kind).ifPresent(file -> add(kind, file)));
        WordFile.find(SUPPLY).ifPresent(file -> {
            texts(file.path("channels"), channels);
            texts(file.path("kinds"), kinds);
        });
    }

    /** The names of the files of all kinds of job. */
    static Stream<String> kinds() {
        return Arrays.stream(JobKind.values()).map(JobKind::wireName);
    }

    private void add(String kind, JsonNode file) {
        jobs.put(kind, file.path("job").asText(kind));
        file.path("steps").properties().forEach(step -> {
            steps.put(step.getKey(), step.getValue().path("name").asText(step.getKey()));
            if (step.getValue().path("optional").asBoolean()) {
                optional.add(step.getKey());
            }
            if (step.getValue().path("confidential").asBoolean()) {
                confidential.add(step.getKey());
            }
        });
        if (file.has("conclusion")) {
            conclusions.put(kind, file.path("conclusion").asText());
        }
        List<Span> lasting = new ArrayList<>();
        file.path("spans").forEach(span -> lasting.add(
                new Span(span.path(0).asText(), span.path(1).asText(), span.path(2).asText())));
        spans.put(kind, List.copyOf(lasting));
        texts(file.path("notes"), notes);
        texts(file.path("sources"), sources);
        file.path("figures").properties()
                .forEach(figure -> figures.put(kind + ":" + figure.getKey(), figure.getValue().asText()));
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

    /** Whether the step is only shown once it was touched: not every job wants it. */
    public boolean isOptional(String id) {
        return optional.contains(id);
    }

    /** Whether what stands beside the step is for the technician and not for the customer's paper. */
    public boolean isConfidential(String id) {
        return confidential.contains(id);
    }

    /** The question that a kind of job is there to answer; empty when the last one asked is. */
    public Optional<String> conclusion(String kind) {
        return Optional.ofNullable(conclusions.get(kind));
    }

    /** What goes on for a while in a kind of job. */
    public List<Span> spans(String kind) {
        return spans.getOrDefault(kind, List.of());
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

    /** Where a limit comes from. */
    public String source(String name) {
        return sources.getOrDefault(name, name);
    }

    /** A figure of a kind of job, such as {@code lowestVolts}; empty when it is not for people. */
    public Optional<String> figure(String kind, String name) {
        return Optional.ofNullable(figures.get(kind + ":" + name));
    }

    public String channel(String wireName) {
        return channels.getOrDefault(wireName, wireName);
    }

    /** A kind of record. */
    public String kind(String wireName) {
        return kinds.getOrDefault(wireName, wireName);
    }
}
