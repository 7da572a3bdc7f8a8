package org.terminal30.agent.job.alternator;

import java.util.OptionalDouble;

import org.terminal30.agent.battery.RecentWindows;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.hardware.sample.Channel;

/**
 * What is lost between the battery's posts and the car's network while the starter turns: clamps, ground strap, main fuse. By how
 * much both channels differ at rest is their own error, and is taken off.
 */
final class ConnectionCheck {
    /** Workshop lore allows 0.5 V in the positive cable and 0.2 V in the ground while cranking. */
    static final double MOST_VOLTS = 0.7;
    private static final String SOURCE = "workshop lore: 0.5 V in the cable, 0.2 V in the ground while cranking";
    /** The rush of current is over, and the windows of both channels lie within the cranking. */
    private static final long INRUSH_NANOS = 100_000_000;
    private static final long REST_NANOS = 2_000_000_000;
    private static final int LEAST_WINDOWS = 3;

    private final boolean measured;
    private final RecentWindows posts = new RecentWindows();
    private final RecentWindows network = new RecentWindows();

    ConnectionCheck(BayWiring wiring) {
        this.measured = wiring.rateHertz(Channel.BATTERY) >= BayWiring.GUARD_HERTZ
                && wiring.rateHertz(Channel.ONBOARD) >= BayWiring.GUARD_HERTZ;
    }

    void window(Channel channel, long endNanos, double mean) {
        if (channel == Channel.BATTERY) {
            posts.add(endNanos, mean);
        } else if (channel == Channel.ONBOARD) {
            network.add(endNanos, mean);
        }
    }

    PartVerdict judge(SupplyEvent cranking) {
        if (!measured) {
            return PartVerdict.notMeasured(Part.CONNECTION, "no-second-channel");
        }
        OptionalDouble turning = apart(cranking.startNanos() + INRUSH_NANOS, cranking.endNanos());
        OptionalDouble atRest = apart(cranking.startNanos() - REST_NANOS, cranking.startNanos());
        if (turning.isEmpty() || atRest.isEmpty()) {
            return PartVerdict.notMeasured(Part.CONNECTION, "too-short");
        }
        double lost = Math.round((turning.getAsDouble() - atRest.getAsDouble()) * 1000) / 1000.0;
        return lost > MOST_VOLTS
                ? PartVerdict.of(Part.CONNECTION.wireName(), Verdict.POOR_CONNECTION, "drop", lost, MOST_VOLTS, SOURCE)
                : PartVerdict.of(Part.CONNECTION.wireName(), Verdict.PASS, "tight", lost, MOST_VOLTS, SOURCE);
    }

    private OptionalDouble apart(long fromNanos, long toNanos) {
        OptionalDouble above = posts.mean(fromNanos, toNanos, LEAST_WINDOWS);
        OptionalDouble below = network.mean(fromNanos, toNanos, LEAST_WINDOWS);
        return above.isEmpty() || below.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(above.getAsDouble() - below.getAsDouble());
    }
}
