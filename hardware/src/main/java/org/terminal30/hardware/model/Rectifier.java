package org.terminal30.hardware.model;

/** The rectifier of the alternator: two silicon diodes in a row that conduct when the network is the wrong way round. */
final class Rectifier implements Branch {
    static final double DROP_VOLTS = 1.4;
    private static final double SIEMENS = 100;

    @Override
    public void addTo(Line line, double volts, boolean rising) {
        if (!line.isAbove(-DROP_VOLTS, volts, rising)) {
            line.add(-SIEMENS * DROP_VOLTS, SIEMENS);
        }
    }
}
