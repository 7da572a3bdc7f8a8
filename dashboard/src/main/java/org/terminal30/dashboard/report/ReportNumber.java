package org.terminal30.dashboard.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

import org.terminal30.agent.wire.BayId;

/**
 * The number on a report: {@code T30-2026-K7QM-42XD-9HC5}. The year is that of the job's start (UTC), eleven characters are a
 * hash of bay, job and start, the last one is a check.
 *
 * <p>It follows from the job alone, so a registry that comes from a backup gives the same number again, and two dashboards with
 * bays of the same name do not share one: their jobs did not start in the same nanosecond. Eleven characters of 31 are 54 bits.
 */
public final class ReportNumber {
    /** Without 0 and O, 1, I and L. Their count is a prime: the check depends on it. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final String PREFIX = "T30";
    private static final int YEAR_DIGITS = 4;
    private static final int CODE_LENGTH = 11;
    private static final int GROUP = 4;
    private static final String FORM = PREFIX + "-2026-K7QM-42XD-9HC5";

    private ReportNumber() {
    }

    /**
     * The number of a job.
     *
     * @param startedNanos label of its start
     */
    static String of(BayId bay, String job, long startedNanos, int year) {
        byte[] hash = sha256("%s\n%s\n%s\n%d".formatted(bay.site(), bay.bay(), job, startedNanos));
        long left = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            left = (left << Byte.SIZE) | Byte.toUnsignedLong(hash[i]);
        }
        StringBuilder code = new StringBuilder(CODE_LENGTH + 1);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt((int) Long.remainderUnsigned(left, ALPHABET.length())));
            left = Long.divideUnsigned(left, ALPHABET.length());
        }
        String digits = "%04d".formatted(year);
        return written(digits, code.append(check(digits + code)).toString());
    }

    /** Whether a search is meant for a report. */
    public static boolean isMeant(String typed) {
        return bare(typed).startsWith(PREFIX) && bare(typed).length() > PREFIX.length() + YEAR_DIGITS;
    }

    /**
     * The number as it is kept, of one that somebody typed: case, spaces and dashes do not count.
     *
     * @throws IllegalArgumentException when it cannot be a number of ours; says what is wrong
     */
    public static String read(String typed) {
        String bare = bare(typed);
        if (!bare.matches(PREFIX + "\\d{" + YEAR_DIGITS + "}[A-Z0-9]{" + (CODE_LENGTH + 1) + "}")) {
            throw new IllegalArgumentException("\"%s\" is not the number of a report, which looks like %s"
                    .formatted(typed.strip(), FORM));
        }
        String year = bare.substring(PREFIX.length(), PREFIX.length() + YEAR_DIGITS);
        String code = bare.substring(PREFIX.length() + YEAR_DIGITS);
        String body = code.substring(0, CODE_LENGTH);
        boolean ours = code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        if (!ours || check(year + body) != code.charAt(CODE_LENGTH)) {
            throw new IllegalArgumentException(
                    "\"%s\" has a typing error: its last character does not go with the others"
                            .formatted(typed.strip()));
        }
        return written(year, code);
    }

    /** The number as it is kept; empty for what cannot be one of ours, or not yet. */
    public static Optional<String> find(String typed) {
        try {
            return Optional.of(read(typed));
        } catch (IllegalArgumentException notYetTyped) {
            return Optional.empty();
        }
    }

    private static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String written(String year, String code) {
        StringBuilder number = new StringBuilder(PREFIX).append('-').append(year);
        for (int i = 0; i < code.length(); i += GROUP) {
            number.append('-').append(code, i, Math.min(code.length(), i + GROUP));
        }
        return number.toString();
    }

    /**
     * A sum with a weight for each place, modulo the size of the alphabet. As that is a prime and there are fewer places, one wrong
     * character and any two that changed places are found. The digits of the year count as their value.
     */
    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int value = i < YEAR_DIGITS ? Character.digit(character, 10) : ALPHABET.indexOf(character);
            sum += (i + 1) * value;
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
