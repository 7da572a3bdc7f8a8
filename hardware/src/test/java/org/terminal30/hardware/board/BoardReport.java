package org.terminal30.hardware.board;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Simulates the box and gives what docs/board.md shows: the plots as files, the tables on the standard output. */
public final class BoardReport {
    private BoardReport() {
    }

    /**
     * Writes the plots.
     *
     * @param arguments the directory of the plots
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument: the directory of the plots, such as docs/images");
        }
        Path directory = Path.of(arguments[0]);
        BoardPlots.all().forEach((name, plot) -> write(directory.resolve("board-" + name + ".svg"), plot.svg()));
        PrintStream out = System.out;
        figures(out);
        pulses(out);
        budget(out);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void figures(PrintStream out) {
        out.printf(Locale.ROOT, "| −3 dB, ADS1115 | %.1f Hz |%n", Bandwidth.hertz(Bandwidth.of(InputStage.ADS1115)));
        out.printf(Locale.ROOT, "| −3 dB, MCP3208 | %.0f Hz |%n", Bandwidth.hertz(Bandwidth.of(InputStage.MCP3208)));
        for (InputStage stage : List.of(InputStage.ADS1115, InputStage.MCP3208)) {
            Curves curves = stage.transfer(-5, 28, 0.5);
            out.printf(Locale.ROOT, "| pin at −5, 0, 12.6, 28 V | %.3f, %.3f, %.3f, %.3f V |%n",
                    curves.at(-5, "v(pin)"),
                    curves.at(0, "v(pin)"), curves.at(12.6, "v(pin)"), curves.at(28, "v(pin)"));
            out.printf(Locale.ROOT, "| off the straight line, −5 to 28 V | %.2f mV |%n",
                    1e3 * Reading.worstVolts(stage, Reading.calibrated(stage), -5, 28));
        }
        out.printf(Locale.ROOT, "| shortest break latched, 100 Ω of load | %.1f µs |%n",
                1e6 * Break.shortestSeconds(InputStage.ADS1115, 100));
        out.printf(Locale.ROOT, "| shortest break latched, open lead | %.0f µs |%n",
                1e6 * Break.shortestSeconds(InputStage.ADS1115, 1e12));
        out.println();
    }

    private static void pulses(PrintStream out) {
        out.println(
                "| | pin, ADS1115 | pin, MCP3208 | D1 + D2, peak | D1 + D2, energy | R1, peak | R1, energy |");
        out.println("|---|---|---|---|---|---|---|");
        for (Pulse pulse : Pulse.ALL) {
            Stress slow = Stress.of(InputStage.ADS1115.atItsLimits(), pulse);
            Stress fast = Stress.of(InputStage.MCP3208.atItsLimits(), pulse);
            out.printf(Locale.ROOT, "| %s | %s…%s V | %s…%s V | %s W | %s J | %.0f V | %s J |%n",
                    pulse.name(),
                    hundredths(slow.minPinVolts()), hundredths(slow.maxPinVolts()), hundredths(fast.minPinVolts()),
                    hundredths(fast.maxPinVolts()),
                    brief(fast.peakClampWatts()), brief(fast.clampJoules()), fast.peakResistorVolts(),
                    brief(fast.resistorJoules()));
        }
        out.println();
    }

    private static void budget(PrintStream out) {
        out.println(
                "| | tolerance | before calibration, 0–20 V | drift | calibrated, 10…40 °C | calibrated, −10…60 °C |");
        out.println("|---|---|---|---|---|---|");
        List<Double> before = new ArrayList<>();
        List<Double> near = new ArrayList<>();
        List<Double> wide = new ArrayList<>();
        for (Contribution part : Contribution.ALL) {
            before.add(part.uncalibratedVolts());
            near.add(part.driftVolts(10, 40));
            wide.add(part.driftVolts(-10, 60));
            out.printf(Locale.ROOT, "| %s | %s | %.1f mV | %s | %.1f mV | %.1f mV |%n", part.name(), part.tolerance(),
                    1e3 * before.getLast(), part.drift(), 1e3 * near.getLast(), 1e3 * wide.getLast());
        }
        out.printf(Locale.ROOT, "| **all, as squares** | | **%.0f mV** | | **%.0f mV** | **%.0f mV** |%n", sum(before),
                sum(near),
                sum(wide));
        out.printf(Locale.ROOT, "| all at their worst | | %.0f mV | | %.0f mV | %.0f mV |%n", worst(before),
                worst(near), worst(wide));
    }

    private static double sum(List<Double> errors) {
        return 1e3 * Contribution.rootOfSquares(errors);
    }

    private static double worst(List<Double> errors) {
        return 1e3 * errors.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    /** Two digits that count. */
    private static String brief(double value) {
        if (value < 5e-4) {
            return "&lt; 0.001";
        }
        return value < 0.1 ? String.format(Locale.ROOT, "%.3f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
