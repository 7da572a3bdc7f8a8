package org.terminal30.hardware.model;

/** A battery on its clamps: a voltage behind one resistance as it gives, and another as it takes. */
final class BatteryBranch implements Branch {
    private double volts;
    private double givingSiemens;
    private double takingSiemens;
    private boolean connected;
    private boolean reversed;

    void set(double openCircuitVolts, double givingOhms, double takingOhms) {
        volts = openCircuitVolts;
        givingSiemens = 1 / givingOhms;
        takingSiemens = 1 / takingOhms;
    }

    void connect(boolean on, boolean wrongWay) {
        connected = on;
        reversed = wrongWay;
    }

    /** Out of the battery; negative while it is charged. */
    double amperes(double networkVolts) {
        double lack = volts - (reversed ? -networkVolts : networkVolts);
        return connected ? lack * (lack < 0 ? takingSiemens : givingSiemens) : 0;
    }

    @Override
    public void addTo(Line line, double networkVolts, boolean rising) {
        if (!connected) {
            return;
        }
        int sign = reversed ? -1 : 1;
        boolean takes = line.isAbove(sign * volts, networkVolts, rising) != reversed;
        double siemens = takes ? takingSiemens : givingSiemens;
        line.add(sign * volts * siemens, siemens);
    }
}
