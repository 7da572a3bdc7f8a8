package org.terminal30.hardware.model;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.terminal30.hardware.model.Bench.CALM;
import static org.terminal30.hardware.model.Bench.load;

class EngineTest {
    private static final Timed START = Timed.at(2, new Action.StartEngine());

    private static double minimum(Bench bench, double from, double to) {
        double lowest = 99;
        for (double at = from; at < to; at += 0.001) {
            lowest = Math.min(lowest, bench.at(at, Channel.ONBOARD));
        }
        return lowest;
    }

    @Test
    void healthyBattery_cranksLikeRealCarsAndThenCharges() {
        var bench = Bench.parked(CALM, START);

        assertThat(minimum(bench, 2, 2.05)).as("the starter's rush").isBetween(7.0, 9.5);
        assertThat(minimum(bench, 2.1, 2.9)).as("turning").isBetween(10.5, 11.8);
        assertThat(bench.at(20, Channel.ONBOARD)).as("charging").isBetween(13.2, 14.4);
        assertThat(bench.at(20, Channel.BATTERY_CURRENT)).as("into the battery").isNegative();
        assertThat(bench.truthAt(21).memoryKept()).isTrue();
    }

    @Test
    void wornAndEmptyBattery_doesNotStartTheEngine() {
        var bench = Bench.parked(CALM.with(new Battery(Battery.Type.FLOODED, 0.2, 45, 0.05, 0)), START);

        assertThat(bench.truthAt(5).engineRuns()).isFalse();
        assertThat(bench.at(8, Channel.ONBOARD)).isBetween(11.5, 12.2);
    }

    @Test
    void alternatorBeyondItsCurrent_leavesTheRestToTheBattery() {
        var bench = Bench.parked(CALM.with(new Alternator(14.2, -0.01, 20, 0.01, 0.05, false)), START,
                load(60, "headlights"), load(60, "blower"), load(60, "rear-window"));

        assertThat(bench.at(90, Channel.BATTERY_CURRENT)).as("20 A at full speed is 9 A at idle").isGreaterThan(20);
        assertThat(bench.at(90, Channel.ONBOARD)).isLessThan(13);
    }

    @Test
    void openDiode_showsInTheRipple() {
        double healthy = ripple(Alternator.TYPICAL);
        double faulty = ripple(new Alternator(14.2, -0.01, 90, 0.01, 0.08, true));

        assertThat(healthy).isCloseTo(0.08, within(0.02));
        assertThat(faulty).isGreaterThan(0.5);
    }

    private static double ripple(Alternator alternator) {
        var bench = Bench.parked(CALM.with(alternator), START);
        double low = 99;
        double high = 0;
        for (double at = 30; at < 30.1; at += 0.0001) {
            double volts = bench.at(at, Channel.ONBOARD);
            low = Math.min(low, volts);
            high = Math.max(high, volts);
        }
        return high - low;
    }

    @Test
    void headlights_takeTheSurfaceChargeAway() {
        var old = new Battery(Battery.Type.FLOODED, 0.4, 60, 0.008, 0.5);
        var bench = Bench.parked(CALM.with(old), load(10, "headlights"),
                Timed.at(140, new Action.Switch("headlights", false)));

        assertThat(bench.at(9, Channel.ONBOARD)).as("flattered").isGreaterThan(12.6);
        assertThat(bench.at(200, Channel.ONBOARD)).as("what it is").isBetween(12.0, 12.2);
    }

    @Test
    void anHourOfLight_takesItsAmpereHours() {
        var bench = Bench.parked(CALM, load(0, "headlights"));

        double charge = bench.truthAt(3_600).batteryCharge();

        assertThat(Battery.TYPICAL.charge() - charge).as("about 9.8 A of 60 Ah").isCloseTo(9.8 / 60, within(0.005));
    }
}
