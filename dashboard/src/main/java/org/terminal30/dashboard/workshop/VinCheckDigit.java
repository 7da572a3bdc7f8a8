package org.terminal30.dashboard.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check digit at place 9 of a VIN: 49 CFR 565.15 in North America, GB 16735 in China, the same sum in both. Elsewhere the place
 * is the maker's own. Told apart by the first character, the region of ISO 3780: 1 to 5 and L.
 */
final class VinCheckDigit {
    private static final String REGIONS = "12345L";
    private static final int PLACE = 8;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LETTER_VALUES = "12345678123457923456789";
    /** What is taken for each other when a VIN is read off a plate or typed. */
    private static final List<String> LOOK_ALIKE = List.of("8B", "5S", "2Z", "6G", "0D", "17", "38", "UV", "MN");
    private static final int MAX_GUESSES = 4;

    private VinCheckDigit() {
    }

    static boolean isUsed(String vin) {
        return REGIONS.indexOf(vin.charAt(0)) >= 0;
    }

    /** What a normalised number of the right form should have at place 9: 0 to 9 or X. */
    static char of(String vin) {
        int sum = 0;
        for (int i = 0; i < vin.length(); i++) {
            sum += WEIGHTS[i] * value(vin.charAt(i));
        }
        int rest = sum % MODULUS;
        return rest == MODULUS - 1 ? 'X' : Character.forDigit(rest, MODULUS);
    }

    /** What is wrong, with the slips that would explain it; empty where no check digit is used. */
    static Optional<String> fault(String vin) {
        if (!isUsed(vin) || fits(vin)) {
            return Optional.empty();
        }
        List<String> guesses = guesses(vin);
        String explained = guesses.isEmpty()
                ? "no single slip explains it"
                : "it would fit with " + String.join(", or with ", guesses);
        return Optional
                .of(("does not add up: in North America and China place 9 is a check digit, it is %c and the others "
                        + "make it %c; %s").formatted(vin.charAt(PLACE), of(vin), explained));
    }

    private static boolean fits(String vin) {
        return of(vin) == vin.charAt(PLACE);
    }

    /** From the end: slips happen in the running number, the first places are those of the maker. */
    private static List<String> guesses(String vin) {
        List<String> guesses = new ArrayList<>();
        for (int i = vin.length() - 1; i > 0 && guesses.size() < MAX_GUESSES; i--) {
            char here = vin.charAt(i);
            char before = vin.charAt(i - 1);
            if (here != before && fits(vin.substring(0, i - 1) + here + before + vin.substring(i + 1))) {
                guesses.add("places %d and %d the other way round".formatted(i, i + 1));
            }
            for (String pair : LOOK_ALIKE) {
                int at = pair.indexOf(here);
                if (at >= 0 && fits(vin.substring(0, i) + pair.charAt(1 - at) + vin.substring(i + 1))) {
                    guesses.add("%c instead of %c at place %d".formatted(pair.charAt(1 - at), here, i + 1));
                }
            }
        }
        return guesses;
    }

    private static int value(char character) {
        int letter = LETTERS.indexOf(character);
        return (letter < 0 ? character : LETTER_VALUES.charAt(letter)) - '0';
    }
}
