package org.terminal30.dashboard.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How serial numbers of a kind of head unit look. Only a hint: the sources disagree, and no number is refused for it.
 *
 * @param prefixes what they begin with, capitals; empty when nothing is known of it
 * @param minCharacters 0 when nothing is known of their length
 */
@Serdeable
public record SerialRule(List<String> prefixes, int minCharacters, int maxCharacters) {
    static final String FORM = "like \"starts with CM, PN or CL; 16 to 18 characters\", or one of the two";
    private static final Pattern PREFIXES = Pattern.compile("starts with ([A-Z0-9]+(?:(?:, ?| or )[A-Z0-9]+)*)");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,2})(?: to (\\d{1,2}))? characters");

    public SerialRule {
        prefixes = List.copyOf(prefixes);
    }

    static SerialRule parse(String text) {
        List<String> prefixes = new ArrayList<>();
        int min = 0;
        int max = 0;
        for (String part : text.strip().split("; *", -1)) {
            Matcher begin = PREFIXES.matcher(part);
            Matcher length = LENGTH.matcher(part);
            if (begin.matches() && prefixes.isEmpty()) {
                prefixes.addAll(List.of(begin.group(1).split(", ?| or ", -1)));
            } else if (length.matches() && max == 0) {
                min = Integer.parseInt(length.group(1));
                String upper = length.group(2);
                max = upper == null ? min : Integer.parseInt(upper);
            } else {
                throw new FormException("is \"%s\"".formatted(text));
            }
        }
        if (max < min || (max == 0 && prefixes.isEmpty())) {
            throw new FormException("is \"%s\"".formatted(text));
        }
        return new SerialRule(prefixes, min, max);
    }

    /** What does not look as it should about a number, without spaces and dashes; empty when it fits. */
    public List<String> doubts(String serial) {
        String number = serial.toUpperCase(Locale.ROOT);
        List<String> doubts = new ArrayList<>();
        if (!prefixes.isEmpty() && prefixes.stream().noneMatch(number::startsWith)) {
            doubts.add("does not start with " + String.join(" or ", prefixes));
        }
        if (maxCharacters > 0 && (number.length() < minCharacters || number.length() > maxCharacters)) {
            doubts.add("has %d characters, not %s".formatted(number.length(), minCharacters == maxCharacters
                    ? String.valueOf(minCharacters)
                    : minCharacters + " to " + maxCharacters));
        }
        return doubts;
    }

}
