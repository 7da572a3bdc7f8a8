package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.util.List;

/** What a mechanic should do next: confirm what is likely, or close the widest gap in what is known. */
final class NextCheck {
    private static final Duration LONG_WATCH = Duration.ofHours(24);

    String confirming(Cause cause, CaseHistory history) {
        return switch (cause) {
            case SUPPLY ->
                "Run the alternator check with load at 2000 rpm, load-test the battery, and look at its clamps and"
                        + " the ground strap.";
            case CONTACT -> history.watched(Point.RADIO).isZero()
                    ? "Pull the radio: clean and tighten its connector, wiggle the harness, look at fuse F10 or F20; then"
                            + " watch 24 h with a probe at the radio."
                    : "Clean and tighten the radio's connector and the contacts of fuse F10 or F20; then watch 24 h again"
                            + " with the probe at the radio.";
            case FIRMWARE -> "Have the maker's firmware restored, then watch whether it locks again.";
            case MEMORY -> history.watched(Point.RADIO).isZero()
                    ? "Rule out the contact first: watch with a probe at the radio until it asks again. If its feed is clean,"
                            + " the unit goes to a radio specialist."
                    : "Try another unit, or send this one to a radio specialist: its supply was clean.";
            case DRAIN ->
                "Measure the current of the sleeping car after 75 min, then pull fuses one by one until it falls"
                        + " below 50 mA.";
        };
    }

    /** The widest gap comes first. */
    String missing(CaseHistory history, List<Standing> standings) {
        if (history.unexplained().isEmpty()) {
            return "Enter each lock with its time, or the two times between which it happened, and what was done before.";
        }
        if (history.watched(Point.ONBOARD).compareTo(LONG_WATCH) < 0) {
            return "Watch for 24 h or more, with a probe at the radio if there is one, over an engine start and a night;"
                    + " enter every lock.";
        }
        if (history.looked().stream().noneMatch(entry -> entry.what() == Looked.What.FIRMWARE_OFFICIAL
                || entry.what() == Looked.What.FIRMWARE_UNOFFICIAL) && unitIsSuspected(standings)) {
            return "Find out whether the radio's firmware is the maker's, and whether it asks at every ignition.";
        }
        if (history.watched(Point.RADIO).compareTo(LONG_WATCH) < 0) {
            return "Watch with a probe at the radio until it locks again: it tells the contact from the unit.";
        }
        return history.starts().isEmpty()
                ? "Run the alternator check: no engine start was recorded."
                : "Keep watching until the next lock, and enter its time as exactly as it is known.";
    }

    private static boolean unitIsSuspected(List<Standing> standings) {
        return standings.stream().limit(2).map(Standing::cause)
                .anyMatch(cause -> cause == Cause.FIRMWARE || cause == Cause.MEMORY);
    }
}
