package org.terminal30.dashboard.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How long a head unit makes one wait, lockout after lockout.
 *
 * @param codesPerStep refused codes that lead to the next lockout, 1 or more
 * @param steps the lockouts in their order, at least one; the last repeats
 */
@Serdeable
public record LockoutSchedule(int codesPerStep, List<LockoutStep> steps) {
    static final String FORM = "like \"after 3 codes: 60 min, 4 h, 24 h or more\" or \"after each code: 15-30 min, 1-2 h, permanent\"";
    /** A year: longer is permanent. */
    private static final int MAX_MINUTES = 366 * 24 * 60;
    private static final int MAX_STEPS = 10;
    private static final int MINUTES_PER_HOUR = 60;
    private static final Pattern SCHEDULE = Pattern.compile("after (?:(\\d{1,2}) codes|each code): *(.+)");
    private static final Pattern STEP = Pattern.compile("(\\d{1,6})(?: ?[-–] ?(\\d{1,6}))? (min|h)( or more)?");

    public LockoutSchedule {
        steps = List.copyOf(steps);
    }

    static LockoutSchedule parse(String text) {
        Matcher schedule = SCHEDULE.matcher(text.strip());
        if (!schedule.matches()) {
            throw new FormException("is \"%s\"".formatted(text));
        }
        String codes = schedule.group(1);
        int codesPerStep = codes == null ? 1 : Forms.number(codes, 20);
        List<LockoutStep> steps = new ArrayList<>();
        for (String step : schedule.group(2).split(",", -1)) {
            steps.add(step(step.strip()));
        }
        if (steps.size() > MAX_STEPS) {
            throw new FormException("has %d steps, %d are enough".formatted(steps.size(), MAX_STEPS));
        }
        return new LockoutSchedule(codesPerStep, steps);
    }

    /** The lockout that follows this refused code, counted from 1; empty when the head unit lets one try again at once. */
    public Optional<LockoutStep> after(int refusedCodes) {
        if (refusedCodes < 1 || refusedCodes % codesPerStep != 0) {
            return Optional.empty();
        }
        return Optional.of(steps.get(Math.min(refusedCodes / codesPerStep, steps.size()) - 1));
    }

    private static LockoutStep step(String text) {
        if (text.equals("permanent")) {
            return LockoutStep.PERMANENT;
        }
        Matcher step = STEP.matcher(text);
        if (!step.matches()) {
            throw new FormException("has the step \"%s\"".formatted(text));
        }
        int unit = step.group(3).equals("h") ? MINUTES_PER_HOUR : 1;
        int least = Integer.parseInt(step.group(1)) * unit;
        String range = step.group(2);
        boolean open = step.group(4) != null;
        int most = range == null ? least : Integer.parseInt(range) * unit;
        if (least < 1 || most < least || most > MAX_MINUTES || (open && range != null)) {
            throw new FormException("has the step \"%s\"".formatted(text));
        }
        return new LockoutStep(least, open ? null : most);
    }
}
