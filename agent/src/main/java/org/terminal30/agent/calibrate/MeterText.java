package org.terminal30.agent.calibrate;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody types who reads a multimeter: {@code 12.63}, {@code 12,63}, {@code 12.63 V}. */
final class MeterText {
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,5}(?:[.,]\\d{1,6})?)\\s*[VvAa]?");

    private MeterText() {
    }

    /** Empty when it is no number. */
    static OptionalDouble value(String typed) {
        Matcher number = NUMBER.matcher(typed.strip());
        return number.matches()
                ? OptionalDouble.of(Double.parseDouble(number.group(1).replace(',', '.')))
                : OptionalDouble.empty();
    }
}
