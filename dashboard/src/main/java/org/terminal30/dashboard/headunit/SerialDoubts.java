package org.terminal30.dashboard.headunit;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.dashboard.profile.Facts;
import org.terminal30.dashboard.workshop.SearchKey;

/**
 * What makes one look again at a serial number. The code belongs to the number, so a slip in it costs a wrong code and a lockout;
 * but the sources disagree about how numbers look, so nothing here refuses one.
 */
final class SerialDoubts {
    private static final String LETTERS = "OI";
    private static final String DIGITS = "01";

    private SerialDoubts() {
    }

    /**
     * The doubts as sentences; none when there is no reason to look again.
     *
     * @param facts what to go by with this head unit
     */
    static List<String> of(String serial, Facts facts) {
        List<String> doubts = new ArrayList<>();
        String number = SearchKey.exact(serial);
        for (int i = 0; i < number.length(); i++) {
            int letter = LETTERS.indexOf(number.charAt(i));
            int digit = DIGITS.indexOf(number.charAt(i));
            if (letter >= 0 && besides(number, i, true)) {
                doubts.add("The letter %c at place %d stands among digits: is it not a %c?".formatted(number.charAt(
                        i), i + 1, DIGITS.charAt(letter)));
            } else if (digit >= 0 && besides(number, i, false)) {
                doubts.add("The digit %c at place %d stands among letters: is it not the letter %c?".formatted(number
                        .charAt(i), i + 1, LETTERS.charAt(digit)));
            }
        }
        doubts.addAll(facts.serialDoubts(number));
        return doubts;
    }

    /** Whether all known neighbours are digits, or letters. */
    private static boolean besides(String number, int place, boolean digits) {
        boolean before = place == 0 || Character.isDigit(number.charAt(place - 1)) == digits;
        boolean after = place == number.length() - 1 || Character.isDigit(number.charAt(place + 1)) == digits;
        return number.length() > 1 && before && after;
    }
}
