package org.terminal30.hardware.board;

/** How an input stage follows a frequency. */
final class Bandwidth {
    static final String DECIBELS = "vdb(pin)";

    private Bandwidth() {
    }

    static Curves of(InputStage stage) {
        return Ngspice.run(stage.circuit("Vlead lead 0 dc 12.6 ac 1"), "ac dec 200 1 100k", DECIBELS);
    }

    /** Where the pin follows with 3 dB less than at 1 Hz. */
    static double hertz(Curves curves) {
        return curves.firstBelow(curves.of(DECIBELS)[0] - 3.0103, DECIBELS);
    }
}
