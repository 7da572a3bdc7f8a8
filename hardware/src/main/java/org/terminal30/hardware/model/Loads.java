package org.terminal30.hardware.model;

/** Everything that draws, as one resistance to ground. */
final class Loads implements Branch {
    private double siemens;

    void set(double conductance) {
        siemens = conductance;
    }

    @Override
    public void addTo(Line line, double networkVolts, boolean rising) {
        line.add(0, siemens);
    }
}
