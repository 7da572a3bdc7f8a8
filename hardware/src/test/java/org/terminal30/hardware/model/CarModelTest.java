package org.terminal30.hardware.model;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.terminal30.hardware.model.Bench.CALM;
import static org.terminal30.hardware.model.Bench.load;
import static org.terminal30.hardware.model.Bench.off;
import static org.terminal30.hardware.model.Bench.on;

class CarModelTest {
    private static final double ASLEEP_OHMS = 12.6 / 0.03;
    private static final double RADIO_OHMS = 12.6 / 0.01;
    /** Long after the last event, between two steps of the battery. */
    private static final double SETTLED = 3.02;

    /** Kirchhoff: what battery and saver give is what the loads take. */
    @Test
    void networkAtRest_losesNoCurrent() {
        for (long seed = 1; seed <= 200; seed++) {
            var chance = new SplittableRandom(seed);
            double charge = chance.nextDouble();
            double limit = chance.nextDouble(0.5, 20);
            double amperes = chance.nextDouble(0.1, 15);
            Parts parts = new Parts(new Battery(Battery.Type.AGM, charge, 60, 0.01, 0), Alternator.TYPICAL,
                    Starter.TYPICAL, Bench.ALWAYS_ASLEEP,
                    new Saver(chance.nextDouble(11, 15), 0.2, limit, limit, Saver.Diode.BOX, 0.4, 500,
                            Saver.Connection.CLAMPS, true),
                    Bench.STEADY, Radio.TYPICAL, Map.of(Parts.DOME_LIGHT, 1.0, "load", amperes), 21);
            var bench = Bench.parked(parts, on(1, Contact.SAVER), load(1.5, "load"));

            double volts = bench.at(SETTLED, Channel.ONBOARD);
            double taken = volts / ASLEEP_OHMS + volts / (RADIO_OHMS + 0.02) + volts * amperes / 12.6;

            assertThat(bench.at(SETTLED, Channel.BATTERY_CURRENT) + bench.at(SETTLED, Channel.BACKUP_CURRENT))
                    .as("seed %d", seed)
                    .isCloseTo(taken, within(1e-6));
            assertThat(bench.at(SETTLED, Channel.BACKUP_CURRENT)).as("seed %d", seed).isBetween(0.0, limit + 1e-9);
            assertThat(bench.at(SETTLED, Channel.BATTERY)).as("seed %d", seed)
                    .isCloseTo(volts + 0.002 * bench.at(SETTLED, Channel.BATTERY_CURRENT), within(1e-9));
        }
    }

    @Test
    void anyStepsThroughTime_giveTheSameValues() {
        for (long seed = 1; seed <= 20; seed++) {
            var chance = new SplittableRandom(seed);
            List<Timed> script = List.of(on(0.4, Contact.SAVER), off(0.9, Contact.BATTERY),
                    Timed.at(1.3, new Action.Slip(Contact.SAVER, 0.2)), load(1.8, "headlights"));
            var fine = new CarModel(Parts.TYPICAL, Beginning.PARKED, script, seed);
            var coarse = new CarModel(Parts.TYPICAL, Beginning.PARKED, script, seed);
            long nanos = 0;
            while (nanos < 2_500_000_000L) {
                nanos += chance.nextLong(1, 4_000_000);
                fine.advance(nanos);
            }

            assertThat(fine.value(Channel.ONBOARD)).as("seed %d", seed)
                    .isCloseTo(coarse.valueAt(Channel.ONBOARD, nanos), within(1e-6));
            assertThat(fine.truth().breaks()).as("seed %d", seed).hasSameSizeAs(coarse.truth().breaks());
        }
    }

    @Test
    void carWithoutAnySupply_fallsAsItsCapacitorsEmpty() {
        var bench = Bench.parked(CALM, off(1, Contact.BATTERY));
        double ohms = 1 / (1 / ASLEEP_OHMS + 1 / (RADIO_OHMS + 0.02));
        double begin = bench.at(1, Channel.ONBOARD);

        double after = bench.at(2, Channel.ONBOARD);

        assertThat(after).isCloseTo(begin * Math.exp(-1 / (ohms * 0.005)), within(1e-9)).isGreaterThan(5);
        assertThat(bench.at(60, Channel.ONBOARD)).as("a dead network, not an open lead").isLessThan(0.01);
    }

    /** A fine numerical solution of the same equation. */
    @Test
    void foldingSaverIntoAnEmptyNetwork_chargesItAsTheEquationSays() {
        Saver folding = new Saver(13, 0.5, 5, 1, Saver.Diode.BOX, 0.4, 500, Saver.Connection.CLAMPS, true);
        var bench = new Bench(CALM.with(folding), new Beginning(false, false, true, true, false),
                on(1, Contact.SAVER));
        double ohms = 1 / (1 / ASLEEP_OHMS + 1 / (RADIO_OHMS + 0.02));
        double knee = 12.6 - 5 * 0.51;
        double volts = 0;
        double step = 1e-7;
        for (double seconds = 0; seconds < 0.05 - step / 2; seconds += step) {
            double amperes = volts >= knee ? Math.max(0, (12.6 - volts) / 0.51) : 1 + 4 * volts / knee;
            volts += step * (amperes - volts / ohms) / 0.005;
            if (Math.abs(seconds - 0.01) < step / 2) {
                assertThat(bench.at(1 + seconds + step, Channel.ONBOARD)).isCloseTo(volts, within(1e-3));
            }
        }

        assertThat(bench.at(1.05, Channel.ONBOARD)).isCloseTo(volts, within(1e-3)).isGreaterThan(12);
    }

    @Test
    void loadBeyondTheSaversLimit_bringsTheNetworkDown() {
        var bench = Bench.parked(CALM, on(1, Contact.SAVER), off(2, Contact.BATTERY), load(4, "headlights"));

        assertThat(bench.at(3.9, Channel.ONBOARD)).isGreaterThan(12.8);
        assertThat(bench.at(6, Channel.ONBOARD)).as("4 A in 1.26 Ω").isCloseTo(5.01, within(0.05));
        assertThat(bench.at(6, Channel.BACKUP_CURRENT)).isCloseTo(4, within(1e-9));
        assertThat(bench.at(6, Channel.BACKUP)).as("it shows what is left of it").isCloseTo(5.4, within(0.1));
        assertThat(bench.truthAt(6).feedBroken()).isTrue();
    }

    @Test
    void weakSaverBehindItsDiode_feedsNothingIntoAFullCar() {
        Saver twelve = new Saver(12.0, 0.2, 4, 4, Saver.Diode.BOX, 0.35, 10, Saver.Connection.CLAMPS, true);
        var bench = Bench.parked(CALM.with(twelve), on(1, Contact.SAVER));

        assertThat(bench.at(3, Channel.BACKUP_CURRENT)).isZero();
        assertThat(bench.at(3, Channel.BACKUP)).isEqualTo(12.0);
        assertThat(bench.at(3, Channel.BACKUP_LEAD)).isEqualTo(bench.at(3, Channel.ONBOARD));
    }

    @Test
    void saverOnADeadSocket_isOnlySeenWithTheIgnition() {
        Saver socket = new Saver(13.2, 0.15, 4, 4, Saver.Diode.BOX, 0.35, 10, Saver.Connection.LIGHTER_SOCKET,
                false);
        var bench = Bench.parked(CALM.with(socket), on(1, Contact.SAVER),
                Timed.at(3, new Action.Ignition(true)), Timed.at(5, new Action.Ignition(false)));

        assertThat(bench.at(2, Channel.BACKUP_LEAD)).as("its own voltage").isCloseTo(12.85, within(1e-9));
        assertThat(bench.at(4, Channel.BACKUP_CURRENT)).isGreaterThan(0.5);
        assertThat(bench.at(6, Channel.BACKUP_CURRENT)).isZero();
    }

    @Test
    void openLeads_standAtWhatThePullUpGives() {
        var bench = new Bench(CALM, new Beginning(true, false, false, false, false));

        assertThat(bench.at(1, Channel.ONBOARD)).isCloseTo(0.54, within(0.005));
        assertThat(bench.at(1, Channel.BACKUP)).isCloseTo(0.54, within(0.005));
        assertThat(bench.at(1, Channel.BACKUP_LEAD)).isCloseTo(0.54, within(0.005));
        assertThat(bench.at(1, Channel.RADIO)).isCloseTo(12.55, within(0.01));
    }

    @Test
    void tooMuchCurrent_blowsTheFuse() {
        Saver thin = new Saver(13.2, 0.15, 20, 20, Saver.Diode.BOX, 0.35, 3, Saver.Connection.CLAMPS, true);
        var bench = Bench.parked(CALM.with(thin), on(1, Contact.SAVER), off(2, Contact.BATTERY),
                load(3, "headlights"));

        assertThat(bench.truthAt(3.01).saverFuseBlown()).isFalse();
        assertThat(bench.truthAt(3.4).saverFuseBlown()).as("10 A through 3 A").isTrue();
        assertThat(bench.at(4, Channel.ONBOARD)).isLessThan(0.1);
        assertThat(bench.at(4, Channel.BACKUP)).isEqualTo(13.2);
    }

    @Test
    void saverTheWrongWayRound_blowsItsFuseAndSparesTheCar() {
        var bench = Bench.parked(CALM.with(new Saver(13.2, 0.15, 60, 60, Saver.Diode.BOX, 0.35, 10,
                Saver.Connection.CLAMPS, true)), Timed.at(1, new Action.Connect(Contact.SAVER, true)));

        assertThat(bench.at(1.02, Channel.BATTERY_CURRENT)).isCloseTo(60, within(0.5));
        assertThat(bench.truthAt(2).saverFuseBlown()).isTrue();
        assertThat(bench.at(2, Channel.ONBOARD)).isCloseTo(12.55, within(0.01));
    }

    @Test
    void batteryTheWrongWayRound_isHeldByTheRectifier() {
        var bench = new Bench(CALM, new Beginning(false, false, true, false, false),
                Timed.at(1, new Action.Connect(Contact.BATTERY, true)));

        assertThat(bench.at(1.5, Channel.ONBOARD)).isLessThan(-1.4).isGreaterThan(-8);
        assertThat(bench.at(1.5, Channel.BATTERY_CURRENT)).isGreaterThan(100);
    }

    @Test
    void slipShorterThanTheHoldUp_losesNothing() {
        // The network below 6 V is what counts: the car holds it for τ · ln(12.55/6) first.
        double tau = 0.005 / (1 / ASLEEP_OHMS + 1 / (RADIO_OHMS + 0.02));
        double above = tau * Math.log(12.5467 / 6.0001);

        Truth kept = Bench.parked(CALM, Timed.at(1, new Action.Slip(Contact.BATTERY, above + 0.29))).truthAt(9);
        Truth lost = Bench.parked(CALM, Timed.at(1, new Action.Slip(Contact.BATTERY, above + 0.31))).truthAt(9);

        assertThat(kept.memoryKept()).isTrue();
        assertThat(kept.longestBreakSeconds()).isCloseTo(0.29, within(0.005));
        assertThat(lost.memoryLostSeconds()).hasValueCloseTo(1 + above + 0.3, within(0.005));
    }

    @Test
    void breakBehindTheMeasuringPoint_isOnlySeenAtTheRadio() {
        var bench = Bench.parked(CALM, off(1, Contact.RADIO), on(1.1, Contact.RADIO));

        assertThat(bench.at(1.05, Channel.ONBOARD)).isGreaterThan(12.5);
        assertThat(bench.at(1.05, Channel.RADIO)).isLessThan(0.1);
        assertThat(bench.truthAt(3).breaks()).singleElement()
                .satisfies(one -> assertThat(one.seconds()).isCloseTo(0.1, within(1e-6)));
    }

    @Test
    void sameSeed_bouncesTheSame_andAnotherDoesNot() {
        assertThat(bouncing(7)).isEqualTo(bouncing(7));
        assertThat(List.of(bouncing(1), bouncing(2), bouncing(3), bouncing(4))).doesNotHaveDuplicates();
    }

    private static List<Truth.Break> bouncing(long seed) {
        var model = new CarModel(Parts.TYPICAL, Beginning.PARKED,
                List.of(off(1, Contact.RADIO), on(2, Contact.RADIO), off(3, Contact.RADIO)), seed);
        model.advance(4_000_000_000L);
        return model.truth().breaks();
    }

    @Test
    void unknownLoad_isRefusedNamingThoseThereAre() {
        assertThatThrownBy(() -> Bench.parked(CALM, load(1, "lamp")).truthAt(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no load lamp, only [blower, dome-light, drain, headlights, rear-window, "
                        + "witness-lamp]");
    }

    @Test
    void impossiblePart_isRefusedNamingWhatWouldBeRight() {
        assertThatThrownBy(() -> new Battery(Battery.Type.GEL, 1.2, 60, 0.006, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("charge is 1.2, must be from 0.0 to 1.0");
    }
}
