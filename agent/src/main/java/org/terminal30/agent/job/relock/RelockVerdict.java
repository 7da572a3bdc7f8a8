package org.terminal30.agent.job.relock;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;

/**
 * What a watch has to say of why the radio locks. It names what it saw; whether that is the cause is for the diagnosis, which knows
 * when the radio locked.
 */
final class RelockVerdict {
    static final String RELOCK = "relock";
    static final String NOT_ENOUGH = "not-enough-watched";
    static final String NOTHING = "nothing-found";
    static final String CONTACT = "contact-found";
    static final String SUPPLY = "supply-found";
    static final String DRAIN = "drain-found";
    static final String SEVERAL = "several-found";
    /** Less tells little of what comes now and then; the diagnosis asks for as much. */
    static final double ENOUGH_HOURS = 24;

    private final boolean hasRadio;

    /** @param hasRadio whether the radio's own feed is measured */
    RelockVerdict(boolean hasRadio) {
        this.hasRadio = hasRadio;
    }

    /**
     * The verdict as of now.
     *
     * @param car how long the car's network was watched
     * @param radio the same of the radio's feed
     */
    JobVerdict of(WatchedTime car, WatchedTime radio, IncidentTally tally, StartsSeen starts, RestSeen rest,
            long nanos) {
        boolean contact = tally.radioBreaks() > 0;
        boolean drain = rest.steep() > 0;
        boolean flatBattery = tally.empties() > 0 || starts.isWeak();
        boolean supply = tally.supplyFaults() > 0 || (flatBattery && !drain);
        List<Evidence> evidence = List.of(radio(radio, tally), supply(car, tally), start(starts), rest(rest));
        List<String> found = new ArrayList<>();
        if (contact) {
            found.add(CONTACT);
        }
        if (supply) {
            found.add(SUPPLY);
        }
        if (drain) {
            found.add(DRAIN);
        }
        if (!found.isEmpty()) {
            return new JobVerdict(RELOCK, found.size() > 1 ? SEVERAL : found.getFirst(), Tint.AMBER, nanos, evidence);
        }
        return new JobVerdict(RELOCK, car.hours() >= ENOUGH_HOURS ? NOTHING : NOT_ENOUGH, Tint.WHITE, nanos, evidence);
    }

    private Evidence radio(WatchedTime radio, IncidentTally tally) {
        if (!hasRadio) {
            return said("radio", Outcome.NOT_MEASURED, "no-radio-channel");
        }
        if (tally.radioBreaks() > 0) {
            return said("radio", Outcome.FAILED, "breaks");
        }
        if (tally.radioAway() > 0) {
            return said("radio", Outcome.NOT_MEASURED, "feed-or-lead");
        }
        return enough("radio", radio, "no-break");
    }

    private static Evidence supply(WatchedTime car, IncidentTally tally) {
        if (tally.supplyFaults() > 0) {
            return said("supply", Outcome.FAILED, "faults");
        }
        return tally.empties() > 0
                ? said("supply", Outcome.FAILED, "empty")
                : enough("supply", car, "steady");
    }

    private static Evidence enough(String about, WatchedTime watched, String reason) {
        return watched.hours() >= ENOUGH_HOURS
                ? said(about, Outcome.PROVEN, reason)
                : said(about, Outcome.WAITING, "not-long-enough");
    }

    private static Evidence start(StartsSeen starts) {
        if (starts.count() == 0) {
            return said("start", Outcome.NOT_MEASURED, "none");
        }
        if (starts.isWeak()) {
            return said("start", Outcome.FAILED, "weak");
        }
        return starts.seesMinima()
                ? said("start", Outcome.PROVEN, "strong")
                : said("start", Outcome.NOT_MEASURED, "too-slow");
    }

    private static Evidence rest(RestSeen rest) {
        if (!rest.isExact()) {
            return said("rest", Outcome.NOT_MEASURED, "too-coarse");
        }
        if (rest.steep() > 0) {
            return said("rest", Outcome.FAILED, "falls");
        }
        if (rest.flat() > 0) {
            return said("rest", Outcome.PROVEN, "holds");
        }
        return said("rest", Outcome.WAITING, rest.newest().isPresent() ? "between" : "no-rest");
    }

    /** Without a value: a verdict stands for weeks, and the figures of the progress go on. */
    private static Evidence said(String about, Outcome outcome, String reason) {
        return new Evidence(about, outcome, reason, null, null, null);
    }
}
