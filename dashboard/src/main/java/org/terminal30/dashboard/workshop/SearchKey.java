package org.terminal30.dashboard.workshop;

import java.util.Locale;

/**
 * What spellings of one plate or number have in common. Plates, VINs and serial numbers are read off stickers and typed with
 * gloves on: spaces, dashes and case do not count, O and Q are 0, I is 1, and Cyrillic letters are the Latin ones they look like.
 */
public final class SearchKey {
    private static final String READ = "АВЕКМНОРСТУХOQI";
    private static final String TAKEN_FOR = "ABEKMH0PCTYX001";

    private SearchKey() {
    }

    /** Capitals and digits alone: two spellings of the very same number have the same. */
    public static String exact(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The same, with what looks alike made equal; for comparing only, never shown. */
    public static String of(String text) {
        StringBuilder key = new StringBuilder(exact(text));
        for (int i = 0; i < key.length(); i++) {
            int alike = READ.indexOf(key.charAt(i));
            if (alike >= 0) {
                key.setCharAt(i, TAKEN_FOR.charAt(alike));
            }
        }
        return key.toString();
    }
}
