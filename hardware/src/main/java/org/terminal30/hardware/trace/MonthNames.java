package org.terminal30.hardware.trace;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Short names of months as phones write them, which is in the language of the phone. */
final class MonthNames {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
            Locale.ITALIAN, Locale.of("es"), Locale.of("pt"), Locale.of("nl"), Locale.of("pl"), Locale.of("ru"));
    private static final List<TextStyle> STYLES = List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL);
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {
    }

    /** The month from 1, or 0 when there is none of that name. */
    static int number(String name) {
        return NUMBERS.getOrDefault(plain(name), 0);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    // English stands first and keeps a name that two languages would use for different months.
                    numbers.putIfAbsent(plain(month.getDisplayName(style, language)), month.getValue());
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
