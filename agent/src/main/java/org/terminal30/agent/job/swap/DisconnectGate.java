package org.terminal30.agent.job.swap;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;

/**
 * The first gate of a swap: may the battery be disconnected (rule B6)? Fed with windows of all channels, it says at any time how
 * far each criterion is met. Times are the owner's. Not safe for use by several threads.
 */
final class DisconnectGate {
    private final Levels levels;
    private final QuiescentLoad load = new QuiescentLoad();
    private final AliveCheck alive;
    private final OnTheCarCheck onTheCar = new OnTheCarCheck();
    private final DeliversCheck delivers;
    private final List<Check> checks;

    /** What the gate says. */
    enum Verdict {
        /** Something is being measured that is not there yet. */
        WAITING,
        /** All four criteria are proven. */
        SAFE_TO_DISCONNECT,
        /** Nothing has failed, and something cannot be shown: the lift is the test. */
        NOT_PROVEN,
        /** Something was measured, and it failed. */
        DO_NOT_DISCONNECT
    }

    /**
     * A gate that has seen nothing yet.
     *
     * @param measured the channels of this bay
     * @param testedAmperes what the saver carried in a load test of this day; null without one
     */
    DisconnectGate(SaverProfile saver, Set<Channel> measured, @Nullable Double testedAmperes) {
        this.levels = new Levels(measured);
        this.alive = new AliveCheck(saver);
        this.delivers = new DeliversCheck(saver, load, testedAmperes);
        this.checks = List.of(alive, onTheCar, new EnoughCheck(saver, load), delivers);
        checks.forEach(check -> check.look(levels));
    }

    /** A window of 100 ms. */
    void window(Channel channel, double mean, long endNanos) {
        levels.window(channel, mean, endNanos);
        checks.forEach(check -> check.look(levels));
        if (onTheCar.hasArrived()) {
            alive.connected();
            delivers.connected();
            load.connected();
        }
    }

    /** The technician says that the saver is on the car. */
    void connected() {
        alive.connected();
        onTheCar.connected();
        delivers.connected();
        load.connected();
    }

    /** It was not told what happened meanwhile: what has to last begins anew. */
    void again() {
        checks.forEach(Check::again);
    }

    /** The technician knows what the parked car draws. */
    void loadEntered(double amperes) {
        load.entered(amperes);
    }

    /** Whether the saver was seen to come to the car. */
    boolean hasArrived() {
        return onTheCar.hasArrived();
    }

    /** What the parked car draws, where that is measured. */
    OptionalDouble measuredLoad() {
        return load.isMeasured() ? load.amperes() : OptionalDouble.empty();
    }

    /** The criteria as the dashboard is told them. */
    List<Evidence> evidence() {
        return findings().stream().map(CriterionFinding::told).toList();
    }

    /** The criteria in their order. */
    List<CriterionFinding> findings() {
        return checks.stream().map(Check::finding).toList();
    }

    Verdict verdict() {
        Set<Outcome> outcomes = Set.copyOf(findings().stream().map(CriterionFinding::outcome).toList());
        if (outcomes.contains(Outcome.FAILED)) {
            return Verdict.DO_NOT_DISCONNECT;
        }
        if (outcomes.contains(Outcome.WAITING)) {
            return Verdict.WAITING;
        }
        return outcomes.contains(Outcome.NOT_MEASURED) ? Verdict.NOT_PROVEN : Verdict.SAFE_TO_DISCONNECT;
    }
}
