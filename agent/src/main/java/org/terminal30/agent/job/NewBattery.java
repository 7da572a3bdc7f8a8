package org.terminal30.agent.job;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What kind of battery was put in, as it is printed on it.
 *
 * @param type {@code flooded}, {@code efb}, {@code agm} or {@code gel}
 * @param ampHours 1 to 300; null when nobody says
 */
public record NewBattery(String type, @Nullable Integer ampHours) {
    private static final int MOST_AMP_HOURS = 300;
    private static final Pattern FORM = Pattern.compile("(flooded|efb|agm|gel)(?:[ ,]+(\\d{1,3}) *(?:ah)?)?");

    /** "AGM", "agm 70", "EFB, 60 Ah"; empty for anything else. */
    public static Optional<NewBattery> read(String typed) {
        Matcher words = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return Optional.empty();
        }
        String ampHours = words.group(2);
        if (ampHours == null) {
            return Optional.of(new NewBattery(words.group(1), null));
        }
        int size = Integer.parseInt(ampHours);
        return size >= 1 && size <= MOST_AMP_HOURS
                ? Optional.of(new NewBattery(words.group(1), size))
                : Optional.empty();
    }

    /** "AGM, 70 Ah": for people, and read again as the same. */
    public String words() {
        String shown = type.equals("flooded") || type.equals("gel")
                ? type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1)
                : type.toUpperCase(Locale.ROOT);
        return ampHours == null ? shown : "%s, %d Ah".formatted(shown, ampHours);
    }
}
