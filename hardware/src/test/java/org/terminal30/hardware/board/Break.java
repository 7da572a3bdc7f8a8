package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A short break of the supply at 12.6 V, seen by the latch of the box.
 *
 * @param seconds how long
 * @param networkOhms what the lead still hangs on while the battery is gone: the load of the car, or nothing
 */
record Break(double seconds, double networkOhms) {
    static final String LATCHED = "v(latched)";
    static final String FAST = "v(fast)";
    static final String LEAD = "v(lead)";
    static final String PIN = "v(pin)";
    /** When the break begins, and when the latch is reset after it. */
    static final double START = 1e-3;
    static final double RESET = 4e-3;

    Curves seen(InputStage stage) {
        List<String> circuit = new ArrayList<>(stage.circuit(
                "Vbattery battery 0 dc 12.6",
                String.format(Locale.ROOT, "Vgate gate 0 pulse(1 0 %g 10n 10n %g 1)", START, seconds),
                "Scontact battery lead gate 0 contact",
                ".model contact sw(vt=0.5 vh=0 ron=10m roff=1e12)",
                "Rnetwork lead 0 " + networkOhms));
        circuit.addAll(latch());
        return Ngspice.run(circuit, "tran 1u 6m 0 2u", LATCHED, FAST, LEAD, PIN);
    }

    /** The latch, which wakes up in either state and is reset by the agent's start. */
    static List<String> latch() {
        return List.of("Xlatch clamp fast latched reset vref vdd break_latch", ".ic v(latched)=0",
                String.format(Locale.ROOT, "Vreset reset 0 pulse(0 3.3 %g 10n 10n 10u 1)", RESET));
    }

    boolean caught(InputStage stage) {
        return seen(stage).at(RESET - 1e-4, LATCHED) > 1.65;
    }

    /** The shortest break that is caught, to a twentieth. */
    static double shortestSeconds(InputStage stage, double networkOhms) {
        double missed = 1e-7;
        double caught = 2e-3;
        while (caught / missed > 1.05) {
            double middle = Math.sqrt(missed * caught);
            if (new Break(middle, networkOhms).caught(stage)) {
                caught = middle;
            } else {
                missed = middle;
            }
        }
        return caught;
    }
}
