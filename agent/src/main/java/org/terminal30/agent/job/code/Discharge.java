package org.terminal30.agent.job.code;

import org.terminal30.agent.job.code.Forecast.Kind;

/**
 * Reckons when the battery of a waiting car will have fallen to a voltage, from its fall so far. The range is wide on purpose: it
 * begins where the fall goes on as steep as it is, and somewhat steeper, and it ends where the fall dies away as fast as the
 * minutes so far allow, as that of a surface charge does. Where it may die away altogether the range has no end.
 */
final class Discharge {
    /** Nothing is said before. */
    static final int LEAST_MINUTES = 10;
    /** A surface charge that a small load takes away falls as straight as a battery does, and then stops. */
    static final int SURFACE_MINUTES = 30;
    /** What lies further away is not in sight. */
    static final double HORIZON_SECONDS = 12 * 3600;
    /** A minute that differs so much from the one before is a load or a charger: what was seen before tells no more. */
    private static final double STEP_VOLTS = 0.1;
    /** How much steeper the fall may become while the battery is fit for work. */
    private static final double STEEPER = 1.25;
    /** Below that its curve bends: AGM and gel fall twice as steep. */
    private static final double STEEPER_BELOW = 2.5;
    /** What a window adds to the level of now, which is a mean over some five seconds. */
    private static final double LATEST_SHARE = 0.02;
    /** A contact that is lost for a moment says nothing of the battery. */
    private static final double CONTACT_LOST_VOLTS = 10.5;
    private static final double MOST_CHANGE_VOLTS = 0.5;
    /** A fall that is flatter than 30 mV an hour cannot be told from the drift of a meter. */
    private static final double FLATTEST = 0.03 / 3600;
    /** The newest mean is of a minute that ended up to a minute ago. */
    private static final double AGE_SECONDS = 1.5 * MinuteMeans.MINUTE_SECONDS;
    /** By how much two halves of the minutes may differ by chance. */
    private static final double CHANCE = 0.15;

    private final MinuteMeans minutes = new MinuteMeans();
    private double latestVolts = Double.NaN;
    private boolean relieved;

    /** A window of 100 ms of the car's network; true when the forecast may have changed. */
    boolean window(long endNanos, double mean, long samples) {
        if (mean < CONTACT_LOST_VOLTS) {
            return false;
        }
        double change = Math.clamp(mean - latestVolts, -MOST_CHANGE_VOLTS, MOST_CHANGE_VOLTS);
        latestVolts = Double.isNaN(latestVolts) ? mean : latestVolts + LATEST_SHARE * change;
        if (!minutes.window(endNanos, mean, samples)) {
            return false;
        }
        boolean charged = minutes.size() > 0 && minutes.latestVolts() >= SteadySupply.CHARGING_VOLTS;
        if (charged || Math.abs(minutes.step()) > STEP_VOLTS) {
            relieved |= charged || minutes.step() > 0;
            minutes.clear();
        }
        return true;
    }

    /** Whether the voltage rose since this was asked last: a charger, or a load that is off. */
    boolean takeRelief() {
        boolean since = relieved;
        relieved = false;
        return since;
    }

    /** What was seen tells no more: a charger, another load. */
    void again() {
        minutes.clear();
    }

    /** When it will have fallen to so many volts, from now. */
    Forecast to(double volts) {
        if (latestVolts >= SteadySupply.CHARGING_VOLTS) {
            return Forecast.of(Kind.CHARGING);
        }
        if (latestVolts < volts) {
            return Forecast.of(Kind.BELOW);
        }
        if (minutes.size() < LEAST_MINUTES) {
            return Forecast.of(Kind.GATHERING);
        }
        double steepest = Math.max(-minutes.newerSlope(), FLATTEST) * STEEPER;
        double above = Math.max(volts, SteadySupply.READY_VOLTS);
        double from = Math.max(0, minutes.latestVolts() - above) / steepest
                + Math.max(0, Math.min(minutes.latestVolts(), above) - volts) / (steepest * STEEPER_BELOW);
        return from > HORIZON_SECONDS
                ? Forecast.of(Kind.NO_FALL)
                : new Forecast(Kind.FALLS, Math.max(0, from - AGE_SECONDS), volts < SteadySupply.READY_VOLTS
                        ? Double.POSITIVE_INFINITY
                        : latest(minutes.latestVolts() - volts));
    }

    /**
     * How long it takes at the most to fall by so much. The slope of a fall that dies away is e^(-t / τ) of what it was, and τ is at
     * least what the two halves of the minutes tell; what is left of the fall is slope · τ.
     */
    private double latest(double fallVolts) {
        double newer = -minutes.newerSlope();
        double older = -minutes.olderSlope();
        double kept = Math.min(1, newer / older) - CHANCE;
        boolean surfaceGone = minutes.size() >= SURFACE_MINUTES;
        if (!surfaceGone || newer <= FLATTEST || older <= 0 || kept <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double tauSeconds = minutes.halvesApartSeconds() / -Math.log(kept);
        double share = Math.max(0, fallVolts) / (newer * (1 - CHANCE) * tauSeconds);
        double to = share < 1 ? -tauSeconds * Math.log(1 - share) : Double.POSITIVE_INFINITY;
        return to > HORIZON_SECONDS ? Double.POSITIVE_INFINITY : to;
    }
}
