package org.terminal30.hardware.model;

/**
 * A voltage behind a resistance that gives current up to a limit, and below the voltage at which it reaches that, on a straight
 * line to what it gives into a short. With a diode nothing flows back. The wrong way round, it pulls the network below ground.
 */
final class LimitedSource implements Branch {
    private double volts;
    private double siemens;
    private double limitAmperes;
    private double shortAmperes;
    private boolean blocks;
    private boolean reversed;
    private boolean connected;

    void set(double sourceVolts, double ohms, double limit, double atShort, boolean diode) {
        volts = sourceVolts;
        siemens = 1 / ohms;
        limitAmperes = limit;
        shortAmperes = atShort;
        blocks = diode;
    }

    void connect(boolean on, boolean wrongWay) {
        connected = on;
        reversed = wrongWay;
    }

    /** The network's voltage at which the limit is reached; at 0 V and below, only the resistance limits. */
    private double kneeVolts() {
        return Math.max(0, volts - limitAmperes / siemens);
    }

    /** What it gives; from its own point of view. */
    double amperes(double networkVolts) {
        double seen = reversed ? -networkVolts : networkVolts;
        if (!connected || (seen >= volts && blocks)) {
            return 0;
        }
        double knee = kneeVolts();
        if (seen >= knee) {
            return siemens * (volts - seen);
        }
        double most = siemens * (volts - knee);
        double least = atShort(most, knee);
        return seen <= 0 ? least : least + (most - least) * seen / knee;
    }

    /** One whose resistance lets it never reach its limit does not fold back either. */
    private double atShort(double most, double knee) {
        return knee > 0 ? Math.min(most, shortAmperes) : most;
    }

    @Override
    public void addTo(Line line, double networkVolts, boolean rising) {
        if (!connected) {
            return;
        }
        int sign = reversed ? -1 : 1;
        boolean up = reversed != rising;
        double seen = sign * networkVolts;
        if (blocks && isAbove(line, volts, seen, up)) {
            return;
        }
        double knee = kneeVolts();
        if (isAbove(line, knee, seen, up)) {
            line.add(sign * siemens * volts, siemens);
            return;
        }
        double most = siemens * (volts - knee);
        double least = atShort(most, knee);
        boolean foldingBack = knee > 0 && isAbove(line, 0, seen, up);
        line.add(sign * least, foldingBack ? -(most - least) / knee : 0);
    }

    private boolean isAbove(Line line, double point, double seen, boolean up) {
        return reversed ? !line.isAbove(-point, -seen, !up) : line.isAbove(point, seen, up);
    }
}
