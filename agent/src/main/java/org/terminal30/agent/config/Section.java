package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A section of the configuration. Reading never fails: a fault goes to the list that all sections share, and a value that
 * is right takes its place, so that one run shows every fault.
 */
public final class Section {
    /** A misspelt key is at most this far from the one that was meant. */
    private static final int MOST_EDITS = 3;

    private final String path;
    private final JsonNode node;
    private final List<String> faults;
    private final UnaryOperator<String> where;
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, JsonNode node, List<String> faults) {
        this(path, node, faults, key -> "");
    }

    private Section(String path, JsonNode node, List<String> faults, UnaryOperator<String> where) {
        this.path = path;
        this.node = node;
        this.faults = faults;
        this.where = where;
    }

    /**
     * A whole file.
     *
     * @param where what a fault of a key begins with, such as its line
     */
    public static Section ofFile(JsonNode root, List<String> faults, UnaryOperator<String> where) {
        return new Section("", root, faults, where);
    }

    /** Adds a fault of {@code key}. */
    public void fault(String key, Object value, String allowed) {
        faults.add("%s%s is %s, must be %s".formatted(where.apply(path + key), path + key, value, allowed));
    }

    /** Adds a fault that says everything itself. */
    public void fault(String key, String sentence) {
        faults.add("%s%s: %s".formatted(where.apply(path + key), path + key, sentence));
    }

    /** What validates itself; empty after its message became a fault of {@code key}, or of the section when that is empty. */
    public <T> Optional<T> checked(String key, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException invalid) {
            faults.add("%s%s%s".formatted(where.apply(path + key), path + key + (key.isEmpty() ? "" : ": "),
                    invalid.getMessage()));
            return Optional.empty();
        }
    }

    public boolean has(String key) {
        return !value(key).isMissingNode();
    }

    private JsonNode value(String key) {
        known.add(key);
        return node.path(key);
    }

    /** A text that has to be there; empty after a fault. */
    public String text(String key, String allowed) {
        JsonNode value = value(key);
        if (value.isTextual() && !value.textValue().isBlank()) {
            return value.textValue();
        }
        fault(key, value.isMissingNode() ? "missing" : value, allowed);
        return "";
    }

    public String textOr(String key, String absent, String allowed) {
        return has(key) ? text(key, allowed) : absent;
    }

    public double numberOr(String key, double absent, double min, double max) {
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

    public int integerOr(String key, int absent, int min, int max) {
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

    public boolean flagOr(String key, boolean absent) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, value, "true or false");
        }
        return value.asBoolean(absent);
    }

    /** Texts of an array that may be empty. */
    public List<String> textsOrNone(String key, String allowed) {
        JsonNode value = value(key);
        return value.isArray() && value.isEmpty() ? List.of() : texts(key, allowed);
    }

    /** Texts of an array; empty when it is missing or after a fault. */
    public List<String> texts(String key, String allowed) {
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

    public Optional<Section> section(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isObject()) {
            fault(key, value, "a section, written [%s]".formatted(path + key));
        }
        return value.isObject() ? Optional.of(new Section(path + key + ".", value, faults, where)) : Optional.empty();
    }

    /** One section, or an array of tables; empty when there is neither. */
    List<Section> sectionOrSections(String key) {
        return value(key).isArray() ? sections(key) : section(key).stream().toList();
    }

    /** Sections of an array of tables; empty when there is none. */
    public List<Section> sections(String key) {
        JsonNode value = value(key);
        List<Section> sections = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : node.path("")) {
            sections.add(new Section("%s%s[%d].".formatted(path, key, sections.size() + 1), element, faults, where));
        }
        if (!value.isMissingNode() && (!value.isArray() || !sections.stream().allMatch(s -> s.node.isObject()))) {
            fault(key, value, "sections, each begun with [[%s]]".formatted(path + key));
        }
        return sections;
    }

    /** The keys that stand in the file, for a section whose keys are names. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Everything that can be read has been: what is left is unknown. */
    public void done() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String nearest = known.stream().min(Comparator.comparingInt((String k) -> edits(key, k))).orElse("");
                boolean meant = !nearest.isEmpty() && edits(key, nearest) <= MOST_EDITS;
                faults.add("%s%s is not a key, %s".formatted(where.apply(path + key), path + key,
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
