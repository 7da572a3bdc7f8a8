package org.terminal30.hardware.model;

import java.util.List;

/**
 * Terminal 30 of a car as one node: the capacitor C of its electronics, fed by branches whose current is piecewise linear in the
 * voltage, so that
 *
 * <pre>
 * C · dV/dt = Σ I(V) = J − G·V   between two bends,
 * V(t) = V + (J − G·V)/G · (1 − e^(−t·G/C))
 * </pre>
 *
 * It goes from bend to bend; within a piece the voltage is exact and monotonic, so its extremes lie at the ends.
 */
final class Network {
    /** Slower than this the voltage stands still. */
    private static final double STILL_VOLTS_PER_SECOND = 1e-9;

    private final double farads;
    private final List<Branch> branches;
    private final Line line = new Line();
    private double volts;
    private double meanVolts;
    private boolean changed = true;

    Network(double farads, double beginVolts, Branch... branches) {
        this.farads = farads;
        this.volts = beginVolts;
        this.meanVolts = beginVolts;
        this.branches = List.of(branches);
    }

    double volts() {
        return volts;
    }

    /** Mean voltage of the last piece. */
    double meanVolts() {
        return meanVolts;
    }

    /** A branch is not what it was. */
    void branchChanged() {
        changed = true;
    }

    /**
     * Goes on, to a bend or to the boundary at most.
     *
     * @param seconds above 0
     * @param boundaryVolts where a piece ends too; NaN for none
     * @return the seconds that have passed
     */
    double piece(double seconds, double boundaryVolts) {
        if (changed || !line.contains(volts)) {
            lineAround(true, boundaryVolts);
            if (line.amperes(volts) < 0) {
                lineAround(false, boundaryVolts);
            }
            changed = false;
        }
        double slope = line.amperes(volts) / farads;
        if (Math.abs(slope) < STILL_VOLTS_PER_SECOND) {
            meanVolts = volts;
            return seconds;
        }
        double span = seconds / farads;
        double end = line.end(slope > 0);
        double after = line.after(volts, span);
        boolean passes = slope > 0 ? after > end : after < end;
        if (passes) {
            span = line.spanTo(end, volts);
            after = end;
        }
        meanVolts = line.mean(volts, after, span);
        volts = after;
        return passes ? span * farads : seconds;
    }

    private void lineAround(boolean rising, double boundaryVolts) {
        line.clear();
        line.isAbove(boundaryVolts, volts, rising);
        for (Branch branch : branches) {
            branch.addTo(line, volts, rising);
        }
    }
}
