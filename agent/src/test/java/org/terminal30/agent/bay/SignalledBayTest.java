package org.terminal30.agent.bay;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.WireRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.terminal30.agent.bay.BayBench.header;
import static org.terminal30.agent.bay.SignalBench.AMBER;
import static org.terminal30.agent.bay.SignalBench.BUTTON;
import static org.terminal30.agent.bay.SignalBench.BUZZER;
import static org.terminal30.agent.bay.SignalBench.GREEN;
import static org.terminal30.agent.bay.SignalBench.RED;

/** Rules B4, B6 and B10 from the samples to the GPIO lines and back from the button. */
class SignalledBayTest {
    /** Light and buzzer at the bay after the crossing (rule B6). */
    private static final long PROMISED_MILLIS = 100;

    @TempDir
    private Path directory;
    private SignalBench bay;

    @BeforeEach
    void watchACar() throws InterruptedException {
        bay = new SignalBench(directory);
        bay.pass(3_000);
    }

    @AfterEach
    void close() {
        bay.close();
    }

    private WireRecord.Alarm lastAlarm() {
        return bay.bench.output.last(WireRecord.Alarm.class);
    }

    private void press() throws InterruptedException {
        bay.gpio.drive(BUTTON, false);
        bay.pass(100);
        bay.gpio.drive(BUTTON, true);
        bay.pass(100);
    }

    private void breakTheFeed() throws InterruptedException {
        bay.volts = 0.3;
        bay.pass(1_000);
    }

    @Test
    void vehicleWatchedAndNothingOpen_isGreen() {
        assertThat(bay.gpio.isHigh(GREEN)).isTrue();
        assertThat(bay.gpio.isHigh(AMBER)).isFalse();
        assertThat(bay.gpio.isHigh(RED)).isFalse();
        assertThat(bay.gpio.history(BUZZER)).containsExactly(false);
    }

    @Test
    void interruption_isRedAndLoudWithinTheTimePromised() throws InterruptedException {
        bay.volts = 0.3;
        long crossing = bay.nowMillis();
        while (!(bay.gpio.isHigh(RED) && bay.gpio.isHigh(BUZZER)) && bay.nowMillis() - crossing < 5_000) {
            bay.pass(10);
        }

        assertThat(bay.nowMillis() - crossing).as("ms after the crossing").isPositive()
                .isLessThanOrEqualTo(PROMISED_MILLIS);
        assertThat(bay.gpio.isHigh(GREEN)).isFalse();
    }

    @Test
    void button_acknowledgesInTheNameOfTheBay_beepsAndLeavesRedSteady() throws InterruptedException {
        breakTheFeed();
        press();

        assertThat(lastAlarm().kind()).isEqualTo(EventKind.INTERRUPTION);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(lastAlarm().who()).isEqualTo("button at the bay");
        assertThat(lastAlarm().order()).isNull();
        assertThat(bay.gpio.isHigh(BUZZER)).as("the long beep").isTrue();
        bay.pass(1_000);
        int beeps = bay.gpio.history(BUZZER).size();
        int flashes = bay.gpio.history(RED).size();
        bay.pass(5_000);
        assertThat(bay.gpio.history(BUZZER)).as("silent").hasSize(beeps);
        assertThat(bay.gpio.history(RED)).as("steady").hasSize(flashes);
        assertThat(bay.gpio.isHigh(RED)).isTrue();
    }

    @Test
    void buttonWithoutAnythingOpen_doesNothing() throws InterruptedException {
        int records = bay.bench.output.records.size();
        press();

        assertThat(bay.bench.output.records).hasSize(records);
        assertThat(bay.gpio.history(BUZZER)).containsExactly(false);
    }

    @Test
    void riseAfterTheAnswer_soundsAgain() throws InterruptedException {
        bay.volts = 12.2;
        bay.pass(65_000);
        assertThat(lastAlarm().kind()).isEqualTo(EventKind.LOW);
        assertThat(bay.gpio.isHigh(RED)).isFalse();
        press();
        bay.pass(2_000);
        int quiet = bay.gpio.history(BUZZER).size();

        bay.volts = 11.0;
        bay.pass(3_000);
        assertThat(lastAlarm().kind()).isEqualTo(EventKind.CRITICAL);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bay.gpio.history(BUZZER)).hasSizeGreaterThan(quiet + 10);
    }

    @Test
    void silence_stopsTheBuzzerAloneFor30Seconds() throws InterruptedException {
        breakTheFeed();
        WireRecord.Alarm alarm = lastAlarm();
        bay.bench.order(new Order.Silence(header("o-2", alarm.revision()), alarm.id()));
        bay.pass(50);
        int beeps = bay.gpio.history(BUZZER).size();
        int flashes = bay.gpio.history(RED).size();
        bay.pass(29_000);
        assertThat(bay.gpio.history(BUZZER)).hasSize(beeps);
        assertThat(bay.gpio.history(RED)).hasSizeGreaterThan(flashes + 100);

        bay.pass(1_500);
        assertThat(bay.gpio.history(BUZZER)).hasSizeGreaterThan(beeps);
    }

    @Test
    void pressBeforeAnAlarm_doesNotAnswerIt() throws InterruptedException {
        breakTheFeed();
        long raised = bay.bench.nanos.get();

        assertThat(bay.bench.bay.acknowledgeAll(raised - 2_000_000_000L, raised)).isFalse();
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bay.bench.bay.acknowledgeAll(raised, raised)).isTrue();
    }

    @Test
    void linesThatFail_leaveWindowsAndRecordsUnharmed() throws InterruptedException {
        for (int line : new int[]{GREEN, AMBER, RED, BUZZER, BUTTON}) {
            bay.gpio.fail(line, "burnt out");
        }
        int windows = bay.bench.output.windows.size();
        breakTheFeed();

        assertThat(bay.trouble()).contains("red light on GPIO 13 fails", "buzzer on GPIO 19 fails", "burnt out");
        assertThat(bay.bench.output.windows).hasSize(windows + 10).allSatisfy(
                window -> assertThat(window.count()).isEqualTo(100));
        assertThat(lastAlarm().kind()).isEqualTo(EventKind.INTERRUPTION);
    }
}
