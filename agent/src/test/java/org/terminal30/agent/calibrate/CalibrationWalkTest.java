package org.terminal30.agent.calibrate;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.agent.calibrate.Operator.GaveUpException;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.sample.ChannelInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@Timeout(60)
class CalibrationWalkTest {
    @Test
    void threePoints_bringAWrongDividerToWithinAMillivoltOfTheMeter() throws Exception {
        Bench bench = new Bench(0.985, 0.03).supply(10).answer("10,00").supply(15).answer("15.00 V")
                .answer("yes").supply(12.5).answer("12.5").answer("yes");

        CalibrationRecord record = bench.walk().orElseThrow();

        assertThat(record.line().apply(10 * 0.985 + 0.03)).isCloseTo(10, within(0.001));
        assertThat(record.line().apply(15 * 0.985 + 0.03)).isCloseTo(15, within(0.001));
        assertThat(Objects.requireNonNull(record.residual())).isCloseTo(0, within(0.002));
        assertThat(record.device()).isEqualTo("ads1115-1-0x48");
        assertThat(bench.allAnswersTaken()).isTrue();
        assertThat(bench.heard).anyMatch(line -> line.startsWith("  at 10.000 V the bay read 9.880, wrong by -120 mV"));
    }

    @Test
    void converter_isAskedForPointsFarApart() throws Exception {
        Bench bench = new Bench(1, 0).supply(2).answer("2.000").supply(18).answer("18.000").answer("no", "yes");

        assertThat(bench.walk()).isPresent();
        assertThat(bench.heard).anyMatch(line -> line.startsWith("Step 1. Connect about 2.0 V"))
                .anyMatch(line -> line.startsWith("Step 2. Now about 18.0 V"));
    }

    @Test
    void instrumentThatMayLiveOnWhatItMeasures_isAskedForTenAndFifteenVolts() throws Exception {
        Bench bench = new Bench(1, 0).supply(10).answer("10.00").supply(15).answer("15.00").answer("no", "yes");

        assertThat(
                bench.walk(info -> new ChannelInfo(info.channel(), info.nominalRateHertz(), "elm327", info.timing())))
                .isPresent();
        assertThat(bench.heard).anyMatch(line -> line.startsWith("Step 1. Connect about 10.0 V"))
                .anyMatch(line -> line.startsWith("Step 2. Now about 15.0 V"));
    }

    @Test
    void higherVoltageFirst_isTheSameCalibration() throws Exception {
        Bench bench = new Bench(0.99, 0).supply(15).answer("15").supply(10).answer("10").answer("no", "yes");

        CalibrationRecord record = bench.walk().orElseThrow();

        assertThat(record.low().reference()).isEqualTo(10);
        assertThat(record.line().gain()).isCloseTo(1 / 0.99, within(0.001));
    }

    @Test
    void voltageThatMoves_isNotTakenAndTheReasonIsSaid() throws Exception {
        long begin = System.nanoTime();
        Bench bench = new Bench(1, 0).supply(() -> 10 + (System.nanoTime() - begin) / 1e9)
                .supply(() -> 10 + 0.5 * Math.signum(Math.sin(System.nanoTime() / 1e6)))
                .supply(10).answer("10").supply(15).answer("15").answer("no", "yes");

        assertThat(bench.walk()).isPresent();
        assertThat(bench.heard).anyMatch(line -> line.startsWith("Not usable: it still moves"))
                .anyMatch(line -> line.startsWith("Not usable: it swings between 9.5"));
    }

    @Test
    void meterFarFromTheReading_isExplainedAndAskedAgain() throws Exception {
        Bench bench = new Bench(1, 0).supply(10).answer("-10", "no").answer("", "ten", "10").supply(15)
                .answer("15000", "no").answer("", "15").answer("no", "yes");

        assertThat(bench.walk()).isPresent();
        assertThat(bench.heard).anyMatch(line -> line.contains("are the meter's leads swapped?"))
                .anyMatch(line -> line.contains("not millivolts"))
                .anyMatch(line -> line.startsWith("That is no number"));
    }

    @Test
    void openSenseLead_isNamedAsTheLikelyCause() {
        Bench bench = new Bench(0, 0.1).supply(10).answer("10", "no");

        assertThatThrownBy(bench::walk).isInstanceOf(GaveUpException.class);
        assertThat(bench.heard).anyMatch(line -> line.contains("is its sense lead on the supply"));
    }

    @Test
    void scaleThatPartsCannotExplain_isOnlyTakenForTheWord() throws Exception {
        Bench refused = new Bench(0.9, 0).supply(10).answer("10", "yes").supply(15).answer("15", "yes")
                .answer("no", "yes");
        Bench accepted = new Bench(0.9, 0).supply(10).answer("10", "yes").supply(15).answer("15", "yes")
                .answer("no", "accept");

        assertThat(refused.walk()).isEmpty();
        assertThat(refused.heard).anyMatch(line -> line.contains("the scale would change by +11.1 %"));
        assertThat(accepted.walk()).isPresent();
    }

    @Test
    void secondVoltageTooNearTheFirst_isAskedForAgain() throws Exception {
        Bench bench = new Bench(1, 0).supply(10).answer("10").supply(10.5).answer("10.5").supply(15).answer("15")
                .answer("no", "yes");

        assertThat(bench.walk()).isPresent();
        assertThat(bench.heard).anyMatch(line -> line.startsWith("That is too close to the first one"));
    }

    @Test
    void checkPointThatMissesTheLine_isSaidBeforeAnythingIsWritten() throws Exception {
        Bench bench = new Bench(1, 0).supply(10).answer("10").supply(15).answer("15").answer("yes").supply(12.5)
                .answer("12.6").answer("no");

        assertThat(bench.walk()).isEmpty();
        assertThat(bench.heard).anyMatch(line -> line.contains("more than the 15 mV of a good one"));
    }
}
