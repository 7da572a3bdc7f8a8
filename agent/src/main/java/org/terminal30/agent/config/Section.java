package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A section of the configuration. Reading never fails: a fault goes to the list that all sections share, and a value that
 * is right takes its place, so that one run shows every fault.
 */
final class Section {
    /** A misspelt key is at most this far from the one that was meant. */
    private static final int MOST_EDITS = 3;

    private final String path;
    private final JsonNode node;
    private final List<String> faults;
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** Adds a fault of {@code key}. */
    void fault(String key, Object value, String allowed) {
        faults.add("%s is %s, must be %s".formatted(path + key, value, allowed));
    }

    /** Adds a fault that says everything itself. */
    void fault(String key, String sentence) {
        faults.add("%s: %s".formatted(path + key, sentence));
    }

    boolean has(String key) {
        return !value(key).isMissingNode();
    }

    private JsonNode value(String key) {
        known.add(key);
        return node.path(key);
    }

    /** A text that has to be there; empty after a fault. */
    String text(String key, String allowed) {
        JsonNode value = value(key);
        if (value.isTextual() && !value.textValue().isBlank()) {
            return value.textValue();
        }
        fault(key, value.isMissingNode() ? "missing" : value, allowed);
        return "";
    }

    String textOr(String key, String absent, String allowed) {
        return has(key) ? text(key, allowed) : absent;
    }

    double numberOr(String key, double absent, double min, double max) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return absent;
        }
        if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max) {
            return value.doubleValue();
        }
        fault(key, value, "a number from %s to %s".formatted(min, max));
        return absent;
    }

    int integerOr(String key, int absent, int min, int max) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return absent;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= min && value.intValue() <= max) {
            return value.intValue();
        }
        fault(key, value, "an integer from %d to %d".formatted(min, max));
        return absent;
    }

    boolean flagOr(String key, boolean absent) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, value, "true or false");
        }
        return value.asBoolean(absent);
    }

    /** Texts of an array; empty when it is missing or after a fault. */
    List<String> texts(String key, String allowed) {
        List<String> texts = new ArrayList<>();
        JsonNode value = value(key);
        for (JsonNode element : value) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        }
        if (texts.isEmpty() || texts.size() != value.size()) {
            fault(key, value.isMissingNode() ? "missing" : value, allowed);
            return List.of();
        }
        return texts;
    }

    Optional<Section> section(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isObject()) {
            fault(key, value, "a section, written [%s]".formatted(path + key));
        }
        return value.isObject() ? Optional.of(new Section(path + key + ".", value, faults)) : Optional.empty();
    }

    /** One section, or an array of tables; empty when there is neither. */
    List<Section> sectionOrSections(String key) {
        return value(key).isArray() ? sections(key) : section(key).stream().toList();
    }

    /** Sections of an array of tables; empty when there is none. */
    List<Section> sections(String key) {
        JsonNode value = value(key);
        List<Section> sections = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : node.path("")) {
            sections.add(new Section("%s%s[%d].".formatted(path, key, sections.size() + 1), element, faults));
        }
        if (!value.isMissingNode() && (!value.isArray() || !sections.stream().allMatch(s -> s.node.isObject()))) {
            fault(key, value, "sections, each begun with [[%s]]".formatted(path + key));
        }
        return sections;
    }

    /** The keys that stand in the file, for a section whose keys are names. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Everything that can be read has been: what is left is unknown. */
    void done() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String nearest = known.stream().min(Comparator.comparingInt((String k) -> edits(key, k))).orElse("");
                boolean meant = !nearest.isEmpty() && edits(key, nearest) <= MOST_EDITS;
                faults.add("%s is not a key, %s".formatted(path + key,
                        meant ? "did you mean " + nearest + "?" : "known are " + String.join(" ", known)));
            }
        }
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
