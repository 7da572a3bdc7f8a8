package org.terminal30.agent.battery;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatteryAnalysisTest {
    private static final long WINDOW = 100_000_000;
    private static final long SECOND = 1_000_000_000;

    private final BatteryAnalysis analysis = new BatteryAnalysis(BatteryProfile.UNKNOWN, 860);
    private long nanos;

    @Test
    void nothingSeen_judgesNothingAndSaysWhy() {
        assertThat(analysis.finish()).hasSize(4).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
            assertThat(finding.value()).isNull();
            assertThat(finding.remark()).isNotEmpty();
        });
    }

    @Test
    void restStartAndCharging_areJudgedInTheirOrder() {
        play(5 * 3600, 12.7);
        long start = nanos;
        play(1, 10.2);
        analysis.event(cranking(1, start, nanos, 7.4, false));
        play(1, 12.5);
        analysis.event(cranking(1, start, start + SECOND, 7.4, true));
        play(120, 14.2);

        assertThat(analysis.finish()).extracting(Finding::step).containsExactly("resting", "cranking", "charging",
                "ripple");
        assertThat(verdict("resting")).isEqualTo(Verdict.PASS);
        assertThat(verdict("cranking")).isEqualTo(Verdict.PASS);
        assertThat(verdict("charging")).isEqualTo(Verdict.PASS);
        assertThat(verdict("ripple")).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void inrushOfTheStarter_isNotTheBatterysMinimum() {
        play(10, 12.7);
        long start = nanos;
        window(6.0);
        play(1, 10.2);
        analysis.event(cranking(1, start, nanos, 5.1, true));

        assertThat(finding("cranking").value()).isEqualTo(10.2);
    }

    @Test
    void severalStarts_areJudgedByTheWorst() {
        for (int i = 1; i <= 3; i++) {
            play(10, 12.7);
            long start = nanos;
            play(1, i == 2 ? 8.1 : 10.2);
            analysis.event(cranking(i, start, nanos, 7.9, true));
        }

        assertThat(finding("cranking").value()).isEqualTo(8.1);
        assertThat(verdict("cranking")).isEqualTo(Verdict.WEAK_BATTERY);
    }

    @Test
    void overchargingLater_countsMoreThanChargingBefore() {
        play(60, 14.2);
        play(30, 15.4);
        play(60, 14.2);

        assertThat(verdict("charging")).isEqualTo(Verdict.OVERCHARGING);
        assertThat(finding("charging").value()).isEqualTo(15.4);
    }

    @Test
    void stoppedEngine_passesAndSaysThatItMayHaveFailed() {
        play(60, 14.2);
        play(60, 12.7);

        assertThat(verdict("charging")).isEqualTo(Verdict.PASS);
        assertThat(finding("charging").remark()).contains("the engine was stopped, or the alternator failed");
    }

    @Test
    void fastSourceOnAGoodAlternator_passesTheRippleToo() {
        assertThat(rippleOf(1200, 0.05).verdict()).isEqualTo(Verdict.PASS);
        assertThat(rippleOf(1200, 0.05).remark()).contains("mostly at 1200 Hz");
        assertThat(rippleOf(1200, 0.4).verdict()).isEqualTo(Verdict.RIPPLE);
    }

    @Test
    void flatVoltageThatOnlyAChargerMakes_isNoProofOfGoodDiodes() {
        assertThat(rippleOf(1200, 0).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void findingsThatClaimTooMuch_areRefused() {
        assertThatThrownBy(() -> new Finding("charging", Verdict.PASS, "charges", null, "V", "", "B7", ""))
                .hasMessage("charging is judged pass without a value");
        assertThatThrownBy(() -> new Finding("charging", Verdict.INSUFFICIENT_DATA, "off", null, "V", "", "B7", ""))
                .hasMessage("charging cannot be judged and does not say why");
        assertThatThrownBy(() -> new Finding("charging", Verdict.PASS, "charges", Double.NaN, "V", "", "B7", ""))
                .hasMessageContaining("NaN");
    }

    /** A sine of this frequency and peak-to-peak value around 14.2 V, two seconds at 20 000 samples per second. */
    private static Finding rippleOf(double hertz, double peakToPeak) {
        BatteryAnalysis fast = new BatteryAnalysis(BatteryProfile.UNKNOWN, 20_000);
        for (int i = 0; i < 40_000; i++) {
            fast.sample(i * 50_000L, 14.2 + peakToPeak / 2 * Math.sin(2 * Math.PI * hertz * i / 20_000));
        }
        return fast.finish().getLast();
    }

    private void play(int seconds, double volts) {
        for (int i = 0; i < 10 * seconds; i++) {
            window(volts);
        }
    }

    private void window(double volts) {
        analysis.window(nanos, volts, volts, 86 * volts, 86);
        nanos += WINDOW;
    }

    private Verdict verdict(String step) {
        return finding(step).verdict();
    }

    private Finding finding(String step) {
        return analysis.finish().stream().filter(finding -> finding.step().equals(step)).findFirst().orElseThrow();
    }

    private static SupplyEvent cranking(long sequence, long startNanos, long endNanos, double minVolts,
            boolean started) {
        return new SupplyEvent(sequence, started ? 2 : 1, EventKind.CRANKING, Channel.ONBOARD, startNanos, endNanos,
                false, minVolts, 12.7, false, 0, null,
                new RecordDetail.Cranking(12.7, 0.8, started ? SECOND : null));
    }
}
