package org.terminal30.agent.calibrate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.calibrate.Operator.GaveUpException;
import org.terminal30.agent.calibrate.SteadyMeter.Measured;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;

/** Leads somebody through the calibration of one channel. Writes nothing: the record at its end is what it found. */
public final class CalibrationWalk {
    /**
     * For a converter, which reads from nothing up: so far apart, the line is hardly drawn on beyond its points, and the error of
     * a 12-bit one is not multiplied from 0 to 20 V.
     */
    private static final Points CONVERTER = new Points(2, 18);
    /** For an instrument that may live on what it measures. */
    private static final Points INSTRUMENT = new Points(10, 15);
    private static final double CHECK_VOLTS = 12.5;

    private record Points(double lowVolts, double highVolts) {}

    private final Operator operator;
    private final ChannelInfo info;
    private final SteadyMeter meter;
    private final String unit;
    private final Points points;

    /** @param source without the calibration that is to be replaced */
    public CalibrationWalk(Operator operator, VoltageSource source, ChannelInfo info, NanoClock clock) {
        this(operator, source, info, clock, SteadyMeter.WINDOW_NANOS);
    }

    CalibrationWalk(Operator operator, VoltageSource source, ChannelInfo info, NanoClock clock, long windowNanos) {
        this.operator = operator;
        this.info = info;
        this.meter = new SteadyMeter(source, info, clock, windowNanos);
        this.unit = SteadyMeter.unit(info.channel());
        this.points = Double.isFinite(info.railVolts()) && info.railVolts() > CONVERTER.highVolts
                ? CONVERTER
                : INSTRUMENT;
    }

    /**
     * Who does it, and with what.
     *
     * @param who null to be asked
     * @param meter null to be asked
     * @param celsius null when nobody looked
     */
    public record Circumstances(LocalDate today, @Nullable String who, @Nullable String meter,
            @Nullable Double celsius) {}

    /**
     * The whole walk.
     *
     * @return empty when the operator did not want what came out
     * @throws GaveUpException when it cannot come to its end
     */
    public Optional<CalibrationRecord> walk(Circumstances known) throws GaveUpException, InterruptedException {
        operator.tell("Calibrating %s on %s. Nothing is written before you say yes; Ctrl-C leaves all as it was."
                .formatted(info.channel().wireName(), info.device()));
        String who = known.who() != null ? known.who() : text("Your name");
        String reference = known.meter() != null ? known.meter() : text("Which multimeter (make, model)");
        Point one = point("Step 1. Connect " + about(points.lowVolts));
        Point other = point("Step 2. Now " + about(points.highVolts));
        for (int i = 0; Math.abs(other.reference() - one.reference()) < CalibrationRecord.LEAST_DISTANCE; i++) {
            requireLeft(i);
            operator.tell(
                    "That is too close to the first one: at least %.0f %s apart, the further the better.".formatted(
                            CalibrationRecord.LEAST_DISTANCE, unit));
            other = point("Step 2 again. " + about(points.highVolts));
        }
        Point check = operator.confirms("Step 3. Check at a third voltage? It shows how good the calibration is.")
                ? point("Connect " + about(CHECK_VOLTS))
                : null;
        boolean rising = one.reference() < other.reference();
        try {
            var record = new CalibrationRecord(info.channel(), info.device(), known.today(), who, reference,
                    rising ? one : other, rising ? other : one, check, known.celsius());
            return accepted(record) ? Optional.of(record) : Optional.empty();
        } catch (IllegalArgumentException noLine) {
            throw new GaveUpException("no calibration comes of these points: " + noLine.getMessage());
        }
    }

    private String about(double volts) {
        return info.channel().unit() == Unit.VOLT
                ? "about %.1f V to the sense lead, and the meter to the same two points.".formatted(volts)
                : "another current, and the meter into the same lead.";
    }

    private static void requireLeft(int tries) throws GaveUpException {
        if (tries >= Operator.MOST_QUESTIONS) {
            throw new GaveUpException("given up after %d tries, nothing is changed".formatted(tries));
        }
    }

    private String text(String question) throws GaveUpException {
        for (int i = 0; i < Operator.MOST_QUESTIONS; i++) {
            String answer = operator.ask(question);
            if (!answer.isEmpty()) {
                return answer;
            }
        }
        throw new GaveUpException("%s was not said, nothing is changed".formatted(question));
    }

    private Point point(String instruction) throws GaveUpException, InterruptedException {
        operator.tell("");
        operator.tell(instruction);
        for (int i = 0; i < Operator.MOST_QUESTIONS; i++) {
            operator.ask("Press Enter when it stands still");
            Optional<Point> point = attempt();
            if (point.isPresent()) {
                return point.get();
            }
        }
        throw new GaveUpException(
                "given up after %d tries, nothing is changed".formatted(Operator.MOST_QUESTIONS));
    }

    private Optional<Point> attempt() throws GaveUpException, InterruptedException {
        Optional<Double> before = steady();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        operator.tell("The bay reads %.3f %s, steady.".formatted(before.get(), unit));
        double shown = typed();
        Optional<Double> after = steady();
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (Math.abs(after.get() - before.get()) > meter.driftLimit()) {
            operator.tell(
                    "It moved from %.3f to %.3f %s while you typed. Once more.".formatted(before.get(), after.get(),
                            unit));
            return Optional.empty();
        }
        var point = new Point((before.get() + after.get()) / 2, shown);
        Optional<String> doubt = Plausibility.doubt(point);
        if (doubt.isPresent()) {
            operator.tell("The bay reads %.3f %s and the meter %.3f: %s".formatted(point.reading(), unit, shown,
                    doubt.get()));
            return operator.confirms("Is %s %s right all the same?".formatted(shown, unit))
                    ? Optional.of(point)
                    : Optional.empty();
        }
        return Optional.of(point);
    }

    private Optional<Double> steady() throws InterruptedException {
        operator.tell("Reading …");
        return switch (meter.measure()) {
            case Measured.Steady steady -> Optional.of(steady.mean());
            case Measured.Unusable unusable -> {
                operator.tell("Not usable: " + unusable.reason());
                yield Optional.empty();
            }
        };
    }

    private double typed() throws GaveUpException {
        for (int i = 0; i < Operator.MOST_QUESTIONS; i++) {
            OptionalDouble value = MeterText.value(operator.ask("What does the meter show, in " + unit));
            if (value.isPresent()) {
                return value.getAsDouble();
            }
            operator.tell("That is no number. Type it as the meter shows it, such as 10.02 or 10,02.");
        }
        throw new GaveUpException("no number was typed, nothing is changed");
    }

    private boolean accepted(CalibrationRecord record) throws GaveUpException {
        operator.tell("");
        new CalibrationText(record).lines().forEach(operator::tell);
        Optional<String> doubt = Plausibility.doubt(record);
        if (doubt.isPresent()) {
            operator.tell("Take care: " + doubt.get());
            return operator.ask("Type the word accept to write it all the same").equals("accept");
        }
        return operator.confirms("Write it?");
    }
}
