package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScpiDialogueTest {
    private static final String SET_UP = "*IDN?\nSYST:REM\nSYST:ERR?\nMEAS:VOLT:DC?\n";
    private final Conversation talk = new Conversation(new ScpiDialogue(1));

    private Conversation askedForVolts() {
        talk.hears(SimulatedMultimeter.NAME + "\n").hears("+0,\"No error\"\n");
        assertThat(talk.actions.takeSent()).isEqualTo(SET_UP);
        return talk;
    }

    @ParameterizedTest
    @CsvSource({"+1.26034500E+01,12.60345", "12.6,12.6", "-.5,-0.5", "13,13", "1.26e1,12.6", "+9.90000000E+37,9.9e37",
            "0.000E-3,0"})
    void numbersOfEveryForm_areRead(String answer, double volts) {
        askedForVolts().hears(answer + "\r\n");

        assertThat(talk.actions.readings).containsExactly(volts);
        assertThat(talk.dialogue.identity()).isEqualTo(SimulatedMultimeter.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.6V", "1.2.6", "OL", "NaN", "Infinity", "0x10", "12,6", "--1", "1E", "1E+1000", "12 .6",
            "-113,\"Undefined header\"", "1234567890123456", "1\u00b2"})
    void anythingElse_isNoReading(String answer) {
        askedForVolts().hears(answer + "\n");
        assertThat(talk.actions.readings).isEmpty();
        assertThat(talk.dialogue.malformed()).isEqualTo(1);

        talk.hears("12.5\n");
        assertThat(talk.actions.readings).as("the question still waits").containsExactly(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyTerminatorAndAnEcho_areUnderstood(String lineEnd) {
        for (boolean echoes : new boolean[]{false, true}) {
            var own = new Conversation(new ScpiDialogue(1));
            own.with(new SimulatedMultimeter(lineEnd, echoes), 10_000);
            assertThat(own.actions.readings).hasSizeBetween(17, 20).containsOnly(12.60345);
            assertThat(own.dialogue.malformed()).isZero();
        }
    }

    @Test
    void errorQueue_isDrainedBeforeMeasuringAndNotForEver() {
        talk.with(new SimulatedMultimeter("\n", false, "-410,\"Query INTERRUPTED\"", "+550,\"Not allowed, in local\""),
                1_000);
        // Two of before and the one of a command that this meter does not know, then the end.
        assertThat(talk.actions.sent.toString()).startsWith("*IDN?\nSYST:REM\n" + "SYST:ERR?\n".repeat(4) + "MEAS");

        var endless = new Conversation(new ScpiDialogue(1)).hears(SimulatedMultimeter.NAME + "\n");
        for (int i = 0; i < 100; i++) {
            endless.hears("-350,\"Queue overflow\"\n");
        }
        assertThat(endless.actions.sent.toString()).isEqualTo(
                "*IDN?\nSYST:REM\n" + "SYST:ERR?\n".repeat(ScpiDialogue.MOST_ERRORS) + "MEAS:VOLT:DC?\n");
    }

    @Test
    void lateAnswer_isNeverTakenForThatToANewerQuestion() {
        askedForVolts().waits(2_000);
        assertThat(talk.actions.takeSent()).isEqualTo("*IDN?\n");
        assertThat(talk.dialogue.complaint()).isEqualTo("the multimeter does not answer MEAS:VOLT:DC?");

        talk.hears("11.11\n").waits(2_000).hears(SimulatedMultimeter.NAME + "\n");
        // The second question of who it is was superfluous: its answer comes into the middle of what follows.
        talk.hears(SimulatedMultimeter.NAME + "\n").hears("+0,\"No error\"\n").hears("12.6\n");
        assertThat(talk.actions.readings).containsExactly(12.6);
        assertThat(talk.dialogue.complaint()).isNull();
    }

    @Test
    void lateAnswersOfAMeterThatWasBusy_neverShiftTheReadings() {
        var meter = new SimulatedMultimeter("\r\n", false);
        meter.measures(10);
        talk.with(meter, 3_000);
        meter.falls();
        talk.with(meter, 7_000);
        int before = talk.actions.readings.size();
        meter.measures(12);
        meter.speaksAgain();
        talk.with(meter, 5_000);

        assertThat(talk.actions.readings.subList(before, talk.actions.readings.size())).hasSizeGreaterThan(5)
                .containsOnly(12.0);
    }

    @Test
    void answerThatNobodyAskedFor_asksWhoItIsWhenItIsSilent() {
        askedForVolts().hears("12.6\n12.5\n");

        assertThat(talk.actions.readings).containsExactly(12.6);
        assertThat(talk.actions.takeSent()).isEmpty();
        assertThat(talk.hears("12.4\n").waits(400).actions.takeSent()).isEqualTo("*IDN?\n");
    }

    @Test
    void meterWithoutAnErrorQueue_isMeasuredAllTheSame() {
        talk.hears(SimulatedMultimeter.NAME + "\n").waits(2_000).hears(SimulatedMultimeter.NAME + "\n").hears("12.6\n");

        assertThat(talk.actions.readings).containsExactly(12.6);
        assertThat(talk.actions.sent.toString())
                .isEqualTo("*IDN?\nSYST:REM\nSYST:ERR?\n*IDN?\nSYST:REM\nMEAS:VOLT:DC?\n");
    }

    @RepeatedTest(20)
    void answersCutAnywhere_giveTheSameReadings(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (String answer : new String[]{SimulatedMultimeter.NAME + "\r\n", "+0,\"No error\"\r\n", "12.6\r\n",
                "garbage \u0080\r\n", "+1.25E+01\r\n", "9.9E37\r\n"}) {
            talk.hearsCut(answer.getBytes(StandardCharsets.ISO_8859_1), random, 4);
            talk.waits(500);
        }
        assertThat(talk.actions.readings).as("seed %d", seed).containsExactly(12.6, 12.5, 9.9e37);
    }

    @RepeatedTest(10)
    void randomBytes_neverThrowAndKeepTheQuestionsPaced(RepetitionInfo repetition) {
        long seed = 80L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] alphabet = "\r\n0123456789.E+-,\"Acme".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(200)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            talk.hears(bytes).waits(100);
        }
        assertThat(talk.actions.readings).as("seed %d", seed).hasSizeLessThan(2_000 * 100 / 500 + 1);
        talk.waits(2_000).hears(SimulatedMultimeter.NAME + "\n").hears("0,\"No error\"\n").waits(2_000)
                .hears(SimulatedMultimeter.NAME + "\n");
        assertThat(talk.dialogue.identity()).as("seed %d", seed).isNotNull();
    }
}
