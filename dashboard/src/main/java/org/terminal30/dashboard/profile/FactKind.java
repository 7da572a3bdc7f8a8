package org.terminal30.dashboard.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a profile can say of a head unit. Each kind is written in a form that people can read and the dashboard can work with; a
 * list is a line for each entry.
 */
public enum FactKind {
    DIGITS("Digits of the code", "a number from 1 to 12"),
    ATTEMPTS("Refused codes before a long lockout", "a number from 1 to 20"),
    LOCKOUT("Lockout", LockoutSchedule.FORM),
    IGNITION_WHILE_WAITING("Ignition while waiting", "on or off"),
    STANDBY("Before the battery comes off", "a step a line"),
    ENTRY("Typing the code in", "a step a line"),
    ENGINE("Engine while the code is typed in", "running or off"),
    SERIAL("Serial number", SerialRule.FORM),
    SERIAL_PLACE("Where the serial number stands", "a place a line"),
    DISPLAY("What the display says", "WORD, WORD: what it means, a meaning a line"),
    REMARKS("To know", "a remark a line");

    /** Characters that one claim may have. */
    public static final int MAX_CHARACTERS = 2_000;
    private static final int MAX_DIGITS = 12;
    private static final int MAX_ATTEMPTS = 20;

    private final String title;
    private final String form;

    FactKind(String title, String form) {
        this.title = title;
        this.form = form;
    }

    /** As it stands in files and addresses: {@code ignition-while-waiting}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands on pages. */
    public String title() {
        return title;
    }

    /** How it is written, for the person who types it. */
    public String form() {
        return form;
    }

    public static Optional<FactKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What is wrong with a claim of this kind, for the person who typed it. */
    public Optional<String> fault(String says) {
        if (says.length() > MAX_CHARACTERS) {
            return Optional.of("must have at most %d characters, has %d".formatted(MAX_CHARACTERS, says.length()));
        }
        try {
            read(says);
            return Optional.empty();
        } catch (FormException wrong) {
            return Optional.of("%s; must be %s".formatted(wrong.getMessage(), form));
        }
    }

    /** The claim as the dashboard works with it. */
    private Object read(String says) {
        return switch (this) {
            case DIGITS -> Forms.number(says, MAX_DIGITS);
            case ATTEMPTS -> Forms.number(says, MAX_ATTEMPTS);
            case LOCKOUT -> LockoutSchedule.parse(says);
            case IGNITION_WHILE_WAITING -> Forms.oneOf(says, "on", "off");
            case ENGINE -> Forms.oneOf(says, "running", "off");
            case SERIAL -> SerialRule.parse(says);
            case DISPLAY -> DisplayWords.parse(says);
            case STANDBY, ENTRY, SERIAL_PLACE, REMARKS -> Forms.lines(says);
        };
    }
}
