package org.terminal30.agent.battery;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CrankingCheckTest {
    private static final long DURATION = 1_200_000_000;

    @ParameterizedTest
    @CsvSource({"20,9.6", "16,9.5", "10,9.4", "4,9.3", "-1,9.1", "-7,8.9", "-12,8.7", "-18,8.5", "1.5,9.2", "40,9.6",
            "-40,8.5"})
    void limit_followsTheTableAndStaysAtItsEnds(double celsius, double volts) {
        assertThat(CrankingCheck.minVoltsAt(celsius)).isCloseTo(volts, within(1e-9));
    }

    @Test
    void atTheLimitOfItsTemperature_passesAndBelowIsWeak() {
        assertThat(judge(9.4, 10).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(9.39, 10).verdict()).isEqualTo(Verdict.WEAK_BATTERY);
        assertThat(judge(9.39, 10).limit()).isEqualTo(">= 9.40");
    }

    @Test
    void withoutATemperature_onlyWhatHoldsAtEveryTemperatureIsSaid() {
        assertThat(judge(9.6, Double.NaN).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(8.49, Double.NaN).verdict()).isEqualTo(Verdict.WEAK_BATTERY);
        Finding between = judge(9.0, Double.NaN);
        assertThat(between.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(between.remark()).contains("cannot tell without the temperature");
        assertThat(between.limit()).isEqualTo(">= 8.5..9.6");
    }

    @Test
    void slowSource_canFailABatteryButNeverPassIt() {
        assertThat(CrankingCheck.judge(8.0, DURATION, OptionalDouble.of(20), 2).verdict())
                .isEqualTo(Verdict.WEAK_BATTERY);
        Finding high = CrankingCheck.judge(11.0, DURATION, OptionalDouble.of(20), 2);
        assertThat(high.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(high.remark()).contains("2.0 samples per second").contains("missed");
    }

    @Test
    void nothingCranked_isInsufficientAndHasNoValue() {
        assertThat(CrankingCheck.none().verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(CrankingCheck.none().value()).isNull();
    }

    @Test
    void voltageNoCarHas_isRefused() {
        assertThatThrownBy(() -> judge(Double.NaN, 10)).hasMessageContaining("cranking.minVolts is NaN");
    }

    private static Finding judge(double volts, double celsius) {
        return CrankingCheck.judge(volts, DURATION,
                Double.isNaN(celsius) ? OptionalDouble.empty() : OptionalDouble.of(celsius), 860);
    }
}
