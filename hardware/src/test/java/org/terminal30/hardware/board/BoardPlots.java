package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.terminal30.hardware.board.Plot.Axis;
import org.terminal30.hardware.board.Plot.Limit;
import org.terminal30.hardware.board.Plot.Line;
import org.terminal30.hardware.calibration.Calibration;

/** The plots of docs/board.md, by the ends of their file names. */
final class BoardPlots {
    private static final String PIN = "v(pin)";
    private static final List<Limit> PIN_LIMITS = List.of(new Limit("supply + 0.3 V", 3.6),
            new Limit("ground − 0.3 V", -0.3));

    private BoardPlots() {
    }

    static Map<String, Plot> all() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        plots.put("transfer", transfer());
        plots.put("bandwidth", bandwidth());
        plots.put("load-dump", pulse("ISO 16750-2 load dump A, 101 V", "ISO 16750-2 load dump A", 1e3, 0.04,
                axis("ms", 0, 100, 200, 300, 400)));
        plots.put("pulse-1", pulse("ISO 7637-2 pulse 1, −150 V, MCP3208", "ISO 7637-2 pulse 1", 1e3, 0,
                axis("ms", 0, 1, 2, 3, 4)));
        plots.put("temperature", temperature());
        plots.put("latch", latch());
        return plots;
    }

    private static Plot transfer() {
        Curves curves = InputStage.ADS1115.transfer(-20, 44, 0.25);
        return new Plot("Volts at the pin over volts at the lead, ADS1115",
                axis("V at the lead", -20, -10, -5, 0, 10, 20, 28, 44),
                axis("V", -0.5, 0, 1, 2, 3, 4), List.of(new Line("pin", curves.scale(), curves.of(PIN))), PIN_LIMITS);
    }

    private static Plot bandwidth() {
        List<Line> lines = new ArrayList<>();
        for (InputStage stage : List.of(InputStage.ADS1115, InputStage.MCP3208)) {
            Curves curves = Bandwidth.of(stage);
            double atRest = curves.of(Bandwidth.DECIBELS)[0];
            lines.add(new Line(stage.equals(InputStage.ADS1115) ? "ADS1115, 100 nF" : "MCP3208, 4.7 nF", curves.scale(),
                    Arrays.stream(curves.of(Bandwidth.DECIBELS)).map(decibels -> decibels - atRest).toArray()));
        }
        return new Plot("How the pin follows",
                new Axis("Hz", true, List.of(1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0)),
                axis("dB", -70, -60, -50, -40, -30, -20, -10, 0), lines, List.of(new Limit("−3 dB", -3)));
    }

    private static Plot pulse(String title, String name, double perSecond, double fromSeconds, Axis across) {
        Curves curves = Stress.curves(InputStage.MCP3208.atItsLimits(), Pulse.named(name));
        double[] time = Arrays.stream(curves.scale()).map(seconds -> (seconds - fromSeconds) * perSecond).toArray();
        List<Line> lines = List.of(line("lead / 10", time, curves.of("v(lead)"), 0.1),
                line("behind R1 / 10", time, curves.of("v(clamp)"), 0.1), line("pin", time, curves.of(PIN), 1));
        boolean negative = curves.min("v(lead)") < -20;
        Axis up = negative ? axis("V", -14, -10, -6, -2, 0, 2) : axis("V", 0, 2, 4, 6, 8, 10, 12);
        return new Plot(title, across, up, lines, negative ? List.of() : List.of(new Limit("supply + 0.3 V", 3.435)));
    }

    private static Line line(String name, double[] x, double[] y, double factor) {
        return new Line(name, x, Arrays.stream(y).map(value -> value * factor).toArray());
    }

    private static Plot temperature() {
        Calibration calibration = Reading.calibrated(InputStage.ADS1115);
        double[] volts = InputStage.ADS1115.transfer(0, 20, 0.5).scale();
        List<Line> lines = new ArrayList<>();
        for (double celsius : new double[]{-10, 25, 60}) {
            // R2 and R3 at opposite ends of 10 ppm/K: the pair that costs most.
            double drift = 10e-6 * (celsius - 25);
            InputStage stage = InputStage.ADS1115.at(celsius).with("k2=" + (1 + drift), "k3=" + (1 - drift));
            double[] millivolts = Arrays.stream(Reading.errorVolts(stage, calibration, 0, 20)).map(e -> e * 1e3)
                    .toArray();
            lines.add(new Line("%.0f °C".formatted(celsius).replace('-', '−'), volts, millivolts));
        }
        return new Plot("Reading minus truth, R2 and R3 drifting apart, leakage of D1 included",
                axis("V at the lead", 0, 5, 10, 15, 20),
                axis("mV", -25, -20, -10, 0, 10, 20), lines, List.of());
    }

    private static Plot latch() {
        Curves curves = new Break(50e-6, 100).seen(InputStage.ADS1115);
        double[] micros = Arrays.stream(curves.scale()).map(seconds -> (seconds - Break.START) * 1e6).toArray();
        return new Plot("A break of 50 µs", axis("µs", -50, 0, 50, 100, 150, 200), axis("V", 0, 1, 2, 3, 4),
                List.of(line("lead / 4", micros, curves.of(Break.LEAD), 0.25),
                        line("pin, ADS1115", micros, curves.of(Break.PIN), 1),
                        line("fast divider", micros, curves.of(Break.FAST), 1),
                        line("latch", micros, curves.of(Break.LATCHED), 1)),
                List.of());
    }

    private static Axis axis(String label, double... ticks) {
        return new Axis(label, false, Arrays.stream(ticks).boxed().toList());
    }
}
