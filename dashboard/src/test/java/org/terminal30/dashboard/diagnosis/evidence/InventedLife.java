package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.dashboard.diagnosis.Cause;
import org.terminal30.hardware.sample.Channel;

/** Some weeks of a car: it stands, is started, drives, stands again. Writes down what happened, seen or not. */
final class InventedLife {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    private static final long BEGIN = 1_767_225_600L * SECOND;

    /** Something that a bay records as an event. */
    record Happening(EventKind kind, Channel channel, long at, long lasted, double minimum, double maximum,
            @Nullable RecordDetail detail) {}

    /** The radio locked. {@code since} is the last time that it was seen working. */
    record TrueLock(long at, long since, String before) {}

    final Course onboard = new Course(0.012);
    final Course radio = new Course(0.012);
    final List<Happening> happenings = new ArrayList<>();
    final List<TrueLock> locks = new ArrayList<>();
    final List<Long> starts = new ArrayList<>();
    final long begin = BEGIN;

    private final InventedCar car;
    private final Random fate;
    private long now = BEGIN;
    private long parkedSince = BEGIN - 20 * HOUR;
    private double charge;
    private double surfaceVolts;
    private boolean locked;

    InventedLife(InventedCar car, Random fate, int days) {
        this.car = car;
        this.fate = fate;
        this.charge = between(0.72, 0.97);
        long end = BEGIN + days * 24L * HOUR;
        while (now < end) {
            boolean night = hourOfDay() > 19 || hourOfDay() < 5;
            double hours = night ? between(8, 13) : between(0.3, 7);
            stand((long) ((fate.nextDouble() < 0.12 ? hours + between(24, 70) : hours) * HOUR));
            drive();
        }
    }

    long end() {
        return now;
    }

    private double between(double low, double high) {
        return InventedCar.between(fate, low, high);
    }

    private double hourOfDay() {
        return (now - BEGIN) / (double) HOUR % 24;
    }

    private double celsius() {
        return car.warmestCelsius - 4.5 * (1 + Math.cos((hourOfDay() - 15) / 24 * 2 * Math.PI + Math.PI));
    }

    private void both(long from, long to, double startVolts, double endVolts) {
        onboard.line(from, to, startVolts, endVolts);
        radio.line(from, to, startVolts - 0.03, endVolts - 0.03);
    }

    private double restVolts() {
        double hours = (now - parkedSince) / (double) HOUR;
        return car.openVolts(charge, celsius()) + surfaceVolts * Math.exp(-hours / 1.1);
    }

    private void stand(long length) {
        long end = now + length;
        double lamp = fate.nextDouble() < 0.02 ? 1.2 : 0;
        while (now < end) {
            long next = Math.min(end, now + HOUR);
            double before = restVolts();
            charge = Math.max(0.02, charge - (car.quiescentAmperes + lamp) * (next - now) / HOUR / car.ampereHours);
            long from = now;
            now = next;
            double after = restVolts();
            both(from, now, before, after);
            crossing(EventKind.LOW, 12.5, from, before, after, end);
            crossing(EventKind.CRITICAL, 11.5, from, before, after, end);
            lamp = 0;
        }
        if (car.fault == Cause.DRAIN && restVolts() < 11.4 && fate.nextDouble() < 0.7) {
            lock(now - (long) (fate.nextDouble() * length / 2), now - length, "parked");
        }
    }

    private void crossing(EventKind kind, double volts, long from, double before, double after, long end) {
        if (before >= volts && after < volts) {
            happenings.add(new Happening(kind, Channel.ONBOARD, from + HOUR / 2, end - from - HOUR / 2, after, volts,
                    null));
        }
    }

    private void drive() {
        if (charge < 0.12) {
            ignition();
            long from = now;
            now += (long) (between(2, 6) * HOUR);
            both(from, now, 13.9, 14.3);
            charge = between(0.5, 0.75);
            parkedSince = now;
        }
        ignition();
        start();
        long length = (long) (between(6, 70) * MINUTE);
        long from = now;
        now += length;
        double hours = length / (double) HOUR;
        run(from, now);
        charge = Math.clamp(charge + switch (car.ailment) {
            case ALTERNATOR_DEAD -> -14 * hours / car.ampereHours;
            case ALTERNATOR_TIRED -> -5 * hours / car.ampereHours;
            default -> hours * 30 * (1.02 - charge) / car.ampereHours;
        }, 0.03, 0.99);
        breaks(from, now, "driving");
        parkedSince = now;
        surfaceVolts = Math.max(0, running(now) - 12.9) * between(0.2, 0.45);
        locked = false;
    }

    private void ignition() {
        long from = now;
        now += (long) (between(3, 40) * SECOND);
        double volts = restVolts() - between(0.15, 0.5);
        both(from, now, volts, volts - 0.02);
        if (volts < 11.5) {
            happenings.add(new Happening(EventKind.CRITICAL, Channel.ONBOARD, from, now - from, volts, 11.5, null));
        }
        if (fate.nextDouble() < car.locksPerIgnition) {
            lock(from, parkedSince, "ignition-on");
        }
    }

    private void start() {
        double rest = onboard.at(now - SECOND);
        double turning = car.crankingVolts(charge, celsius(), fate);
        long lasted = (long) (between(0.6, 1.9) * SECOND * (turning < 8.5 ? 1.8 : 1));
        double inrush = turning - between(0.3, 2.2);
        both(now, now + lasted, turning - 0.2, turning + 0.4);
        boolean lifts = car.ailment != InventedCar.Ailment.ALTERNATOR_DEAD && running(now) >= rest + 0.35;
        RecordDetail detail = new RecordDetail.Cranking(rest, between(0.4, 1.3),
                lifts ? (long) (between(0.2, 4) * SECOND) : null);
        happenings.add(new Happening(EventKind.CRANKING, Channel.ONBOARD, now, lasted, inrush, rest, detail));
        happenings.add(new Happening(EventKind.CRANKING, Channel.RADIO, now, lasted, inrush, rest, detail));
        if (fate.nextDouble() < 0.1) {
            happenings.add(new Happening(EventKind.DIP, Channel.ONBOARD, now - 5 * SECOND, SECOND / 20, 10.9, 11.3,
                    null));
        }
        starts.add(now);
        if (turning < car.radioNeedsVolts && fate.nextDouble() < 0.9) {
            lock(now, parkedSince, "engine-start");
        }
        if (car.breaksPerHour > 0 && fate.nextDouble() < 0.15) {
            oneBreak(now + lasted + between(5, 40) * SECOND, "engine-start");
        }
        now += lasted;
    }

    private double running(long at) {
        return switch (car.ailment) {
            case ALTERNATOR_DEAD -> car.openVolts(charge, celsius()) - 0.35;
            case ALTERNATOR_TIRED -> car.alternatorVolts;
            default -> car.smart && at / (7 * MINUTE) % 2 == 0 ? 12.9 : car.alternatorVolts;
        };
    }

    private void run(long from, long to) {
        for (long at = from; at < to; at += MINUTE) {
            double volts = running(at) + between(-0.06, 0.06);
            both(at, Math.min(to, at + MINUTE), volts, volts);
        }
        if (car.ailment == InventedCar.Ailment.REGULATOR_WILD) {
            happenings.add(new Happening(EventKind.SURGE, Channel.ONBOARD, from + 30 * SECOND, to - from - MINUTE, 15.1,
                    car.alternatorVolts + 0.3, null));
            if (fate.nextDouble() < 0.3) {
                long at = from + (long) (fate.nextDouble() * (to - from));
                happenings.add(new Happening(EventKind.SURGE, Channel.ONBOARD, at, SECOND / 3, 15.2, between(16.3, 21),
                        null));
                lock(at, from, "driving");
            }
        }
    }

    private void breaks(long from, long to, String before) {
        double expected = car.breaksPerHour * (to - from) / HOUR;
        for (double spent = -Math.log(1 - fate.nextDouble()); spent < expected; spent -= Math.log(1 - fate
                .nextDouble())) {
            int burst = 1 + (fate.nextDouble() < 0.3 ? fate.nextInt(4) : 0);
            long at = from + (long) (spent / expected * (to - from));
            for (int i = 0; i < burst; i++) {
                oneBreak(at + i * between(0.2, 5) * SECOND, before);
            }
        }
    }

    private void oneBreak(double atNanos, String before) {
        long at = (long) atNanos;
        double millis = Math.exp(between(Math.log(2), Math.log(car.longestBreakMillis)));
        boolean whole = car.ailment == InventedCar.Ailment.LOOSE_CLAMP;
        EventKind kind = fate.nextDouble() < 0.85 ? EventKind.INTERRUPTION : EventKind.DIP;
        double lowest = kind == EventKind.DIP ? between(5.2, 8.5) : between(0.0, 3.5);
        if (whole) {
            happenings.add(new Happening(kind, Channel.ONBOARD, at, (long) (millis * 1e6), lowest, 12, null));
        }
        happenings.add(new Happening(kind, Channel.RADIO, at + 100_000, (long) (millis * 1e6), lowest, 12, null));
        if (millis > car.holdUpMillis && fate.nextDouble() < 0.6) {
            lock(at, parkedSince, before);
        }
    }

    private void lock(long at, long since, String before) {
        if (!locked) {
            locks.add(new TrueLock(at, since, before));
            locked = true;
        }
    }
}
