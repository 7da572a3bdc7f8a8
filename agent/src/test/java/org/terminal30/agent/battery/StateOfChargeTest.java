package org.terminal30.agent.battery;

import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.battery.RestingVoltage.Before;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StateOfChargeTest {
    private static final long HOUR = 3_600_000_000_000L;

    @ParameterizedTest
    @CsvSource({"FLOODED,21,12.64,100", "FLOODED,21,12.44,75", "FLOODED,21,12.23,50", "FLOODED,21,12.05,25",
            "FLOODED,21,11.88,0", "FLOODED,-18,12.52,100", "FLOODED,-18,12.11,50", "FLOODED,-18,11.76,0",
            "GEL,21,12.79,100", "GEL,21,12.39,50", "GEL,21,11.79,0"})
    void voltagesOfTheTables_giveTheirStateOfCharge(Chemistry chemistry, double celsius, double volts,
            double percent) {
        assertThat(chemistry.minPercent(volts, celsius)).isCloseTo(percent, within(1e-6));
        assertThat(chemistry.maxPercent(volts, celsius)).isCloseTo(percent, within(1e-6));
    }

    @Test
    void kindsWithoutATableOfTheirOwn_areARange() {
        assertThat(Chemistry.AGM.minPercent(12.8, 21)).isLessThan(80);
        assertThat(Chemistry.AGM.maxPercent(12.8, 21)).isEqualTo(100);
        assertThat(Chemistry.EFB.minPercent(12.5, 21)).isLessThan(Chemistry.EFB.maxPercent(12.5, 21));
    }

    @Test
    void everythingKnownAndSettled_leavesTheErrorOfTheMeter() {
        StateOfCharge charge = StateOfCharge.of(rest(12.44, 5 * HOUR, Before.SETTLED),
                profile(Optional.of(Chemistry.FLOODED), OptionalDouble.of(21), 0.01));

        assertThat(charge.minPercent()).isEqualTo(73);
        assertThat(charge.maxPercent()).isEqualTo(77);
    }

    @Test
    void whatIsNotKnown_onlyEverWidensTheRange() {
        RestingVoltage settled = rest(12.44, 5 * HOUR, Before.SETTLED);
        StateOfCharge exact = StateOfCharge.of(settled,
                profile(Optional.of(Chemistry.FLOODED), OptionalDouble.of(21), 0.01));
        StateOfCharge ofAnyKind = StateOfCharge.of(settled, profile(Optional.empty(), OptionalDouble.of(21), 0.01));
        StateOfCharge atAnyTemperature = StateOfCharge.of(settled,
                profile(Optional.of(Chemistry.FLOODED), OptionalDouble.empty(), 0.01));
        StateOfCharge withAPoorMeter = StateOfCharge.of(settled,
                profile(Optional.of(Chemistry.FLOODED), OptionalDouble.of(21), 0.05));
        StateOfCharge justCharged = StateOfCharge.of(rest(12.44, HOUR / 30, Before.CHARGED),
                profile(Optional.of(Chemistry.FLOODED), OptionalDouble.of(21), 0.01));

        assertThat(ofAnyKind).satisfies(wider -> holds(wider, exact));
        assertThat(atAnyTemperature).satisfies(wider -> holds(wider, exact));
        assertThat(withAPoorMeter).satisfies(wider -> holds(wider, exact));
        assertThat(justCharged).satisfies(wider -> holds(wider, exact));
        assertThat(justCharged.words()).isEqualTo(
                "22..89 % charged (at rest for 2 min, surface charge not excluded, meter \u00b1 10 mV)");
    }

    @Test
    void restingAbove12Point5VoltsWhateverTheErrors_passes() {
        assertThat(judge(12.6, 5 * HOUR, Before.SETTLED)).isEqualTo(Verdict.PASS);
    }

    @Test
    void surfaceCharge_isNeverAPass() {
        assertThat(judge(12.6, HOUR, Before.CHARGED)).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(judge(12.6, HOUR, Before.NOT_MEASURED)).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(judge(12.6, HOUR, Before.LOADED)).isEqualTo(Verdict.PASS);
    }

    @Test
    void halfFullBattery_hasToBeChargedBeforeItIsJudged() {
        assertThat(judge(12.3, 5 * HOUR, Before.SETTLED)).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(judge(11.8, 5 * HOUR, Before.SETTLED)).isEqualTo(Verdict.WEAK_BATTERY);
    }

    @Test
    void noRest_saysSo() {
        Finding finding = RestingCheck.judge(Optional.empty(), BatteryProfile.UNKNOWN);

        assertThat(finding.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(finding.remark()).isEqualTo("the battery was not at rest for 60 s");
    }

    @Test
    void impossibleRanges_areRefused() {
        RestingVoltage rest = rest(12.6, HOUR, Before.SETTLED);
        StateOfCharge charge = StateOfCharge.of(rest, BatteryProfile.UNKNOWN);
        assertThatThrownBy(() -> new StateOfCharge(80, 20, 12, 13, charge.because())).hasMessageContaining("80 to 20");
        assertThatThrownBy(() -> new StateOfCharge(-1, 20, 12, 13, charge.because())).hasMessageContaining("-1 to 20");
        assertThatThrownBy(() -> profile(Optional.empty(), OptionalDouble.of(100), 0.01))
                .hasMessage("battery.celsius is 100.0, must be from -60.0 to 90.0");
        assertThatThrownBy(() -> profile(Optional.empty(), OptionalDouble.empty(), -0.01))
                .hasMessageContaining("battery.meterErrorVolts is -0.01");
    }

    private static void holds(StateOfCharge wider, StateOfCharge narrower) {
        assertThat(wider.minPercent()).isLessThanOrEqualTo(narrower.minPercent());
        assertThat(wider.maxPercent()).isGreaterThanOrEqualTo(narrower.maxPercent());
        assertThat(wider.maxPercent() - wider.minPercent())
                .isGreaterThan(narrower.maxPercent() - narrower.minPercent());
    }

    private static Verdict judge(double volts, long restNanos, Before before) {
        return RestingCheck.judge(Optional.of(rest(volts, restNanos, before)), BatteryProfile.UNKNOWN).verdict();
    }

    private static RestingVoltage rest(double volts, long restNanos, Before before) {
        return new RestingVoltage(volts, restNanos, before);
    }

    private static BatteryProfile profile(Optional<Chemistry> chemistry, OptionalDouble celsius, double meter) {
        return new BatteryProfile(chemistry, celsius, meter, ChargingLimits.DEFAULT, RestLimits.DEFAULT,
                RippleLimits.DEFAULT);
    }
}
