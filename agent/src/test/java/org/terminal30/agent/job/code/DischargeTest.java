package org.terminal30.agent.job.code;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.job.code.Forecast.Kind;
import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Battery;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Electronics;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** When a waiting car's battery will have fallen, held against models of batteries. */
class DischargeTest {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final List<Battery.Type> TYPES = List.of(Battery.Type.FLOODED, Battery.Type.EFB, Battery.Type.AGM,
            Battery.Type.GEL);
    private static final int CARS = 120;
    private static final int LONGEST_SECONDS = 5 * 3600;

    private static Discharge falling(double fromVolts, double voltsPerHour, int minutes) {
        var discharge = new Discharge();
        for (int i = 0; i < minutes * 600; i++) {
            discharge.window(i * SECOND_NANOS / 10, fromVolts - voltsPerHour * i / 36_000, 86);
        }
        return discharge;
    }

    @Test
    void nothingIsSaid_beforeTenMinutes() {
        assertThat(falling(12.7, 0.2, 9).to(12.5).kind()).isEqualTo(Kind.GATHERING);
        assertThat(falling(12.7, 0.2, 12).to(12.5).kind()).isEqualTo(Kind.FALLS);
    }

    @Test
    void steadyFall_isARangeAroundWhatItComesTo() {
        Forecast forecast = falling(12.7, 0.2, 41).to(12.5);
        assertThat(forecast.fromSeconds()).isBetween(500.0, 1140.0);
        assertThat(forecast.toSeconds()).isBetween(1140.0, 3000.0);
    }

    @Test
    void lowerVoltage_hasNoLateEnd() {
        Forecast forecast = falling(12.7, 0.2, 41).to(11.5);
        assertThat(forecast.kind()).isEqualTo(Kind.FALLS);
        assertThat(forecast.fromSeconds()).isLessThan(3.0 * 3600).isGreaterThan(1.0 * 3600);
        assertThat(forecast.toSeconds()).isInfinite();
    }

    @Test
    void whatIsBelowAlreadyOrCharged_isSaidAtOnce() {
        assertThat(falling(12.4, 0, 1).to(12.5).kind()).isEqualTo(Kind.BELOW);
        assertThat(falling(13.6, 0, 1).to(12.5).kind()).isEqualTo(Kind.CHARGING);
    }

    @Test
    void charger_makesWhatWasSeenBeforeWorthless() {
        Discharge discharge = falling(12.7, 0.2, 20);
        discharge.again();
        assertThat(discharge.to(12.5).kind()).isEqualTo(Kind.GATHERING);
    }

    @Test
    void flatVoltage_hasNoFallInSight() {
        Forecast forecast = falling(13.0, 0, 30).to(12.5);
        assertThat(forecast.kind()).isEqualTo(Kind.NO_FALL);
        assertThat(falling(12.55, 0, 30).to(12.5).toSeconds()).isInfinite();
        assertThat(falling(12.55, 0, 30).to(12.5).fromSeconds()).as("not told from a meter's drift")
                .isCloseTo(4710, within(60.0));
    }

    @Test
    void forecastOfRandomBatteries_containsWhatHappens() {
        long seed = 1126;
        var chance = new SplittableRandom(seed);
        int contained = 0;
        int forecasts = 0;
        int closed = 0;
        List<String> missed = new ArrayList<>();
        int cars = 0;
        while (cars < CARS) {
            Parts parts = parts(chance);
            List<Forecast> made = new ArrayList<>();
            List<Integer> at = new ArrayList<>();
            double truth = discharge(parts, chance, made, at);
            cars += made.isEmpty() ? 0 : 1;
            boolean all = true;
            for (int i = 0; i < made.size(); i++) {
                // What lasted longer than it was played may have fallen at any time after that.
                double left = (Double.isInfinite(truth) ? LONGEST_SECONDS : truth) - at.get(i);
                Forecast forecast = made.get(i);
                boolean holds = forecast.kind() == Kind.NO_FALL
                        ? Double.isInfinite(truth)
                        : (Double.isInfinite(truth) || forecast.fromSeconds() <= left + 1)
                                && left <= forecast.toSeconds() + 1;
                all &= holds;
                forecasts += Double.isFinite(truth) ? 1 : 0;
                closed += Double.isFinite(truth) && Double.isFinite(forecast.toSeconds()) ? 1 : 0;
                if (!holds) {
                    missed.add("%s A, %s: at %d s said %s, happened in %.0f s".formatted(parts.electronics()
                            .awakeAmperes(), parts.battery(), at.get(i), forecast, left));
                }
            }
            contained += all && !made.isEmpty() ? 1 : 0;
        }
        System.getLogger("forecast").log(System.Logger.Level.INFO,
                "seed {0}: {1} of {2} batteries within every one of their ranges; "
                        + "of {3} forecasts for those that fell {4} had a late end",
                seed, contained, CARS, forecasts, closed);
        assertThat(contained).as("seed %d: %s", seed, missed).isGreaterThanOrEqualTo(95 * CARS / 100);
        assertThat(closed).as("ranges without an end are cheap").isGreaterThan(forecasts / 5);
    }

    private static Parts parts(SplittableRandom chance) {
        Battery.Type type = TYPES.get(chance.nextInt(TYPES.size()));
        var battery = new Battery(type, chance.nextDouble(0.7, 1), chance.nextDouble(35, 90),
                chance.nextDouble(0.004, 0.02), chance.nextInt(2) * chance.nextDouble(0, 0.6));
        boolean ignition = chance.nextInt(3) > 0;
        double amperes = ignition ? chance.nextDouble(2, 12) : chance.nextDouble(0.05, 1);
        return Parts.TYPICAL.with(battery).with(new Electronics(amperes, amperes, 60, 0.005));
    }

    /** Seconds until it really fell below; infinite when it did not. The forecasts are those of every fifth minute. */
    private static double discharge(Parts parts, SplittableRandom chance, List<Forecast> made, List<Integer> at) {
        var car = new CarModel(parts, Beginning.PARKED, List.of(), 1);
        car.happen(new Action.Ignition(true));
        var discharge = new Discharge();
        for (int second = 1; second < LONGEST_SECONDS; second++) {
            double volts = car.valueAt(Channel.ONBOARD, second * SECOND_NANOS);
            discharge.window(second * SECOND_NANOS, volts + chance.nextGaussian() * 0.001, 10);
            if (volts < SteadySupply.READY_VOLTS) {
                return second;
            }
            if (second % 300 == 0) {
                Forecast forecast = discharge.to(SteadySupply.READY_VOLTS);
                if (forecast.kind() == Kind.FALLS || forecast.kind() == Kind.NO_FALL) {
                    made.add(forecast);
                    at.add(second);
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
