package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Elm327DialogueTest {
    private final Conversation talk = new Conversation(new Elm327Dialogue(38_400, 1));

    /** Through the reset and the echo, up to the first question. */
    private Conversation askedForVolts() {
        talk.hears("ATZ\r\r\rELM327 v1.5\r\r>").hears("ATE0\rOK\r\r>");
        assertThat(talk.actions.takeSent()).isEqualTo("ATZ\rATE0\rATRV\r");
        return talk;
    }

    @Test
    void adapter_isResetAndAskedWithoutEchoThenAgainAndAgain() {
        askedForVolts().hears("12.6V\r\r>");
        assertThat(talk.actions.readings).containsExactly(12.6);
        assertThat(talk.actions.takeSent()).isEmpty();

        talk.waits(200).hears("12.5V\r\r>");
        assertThat(talk.actions.takeSent()).isEqualTo("ATRV\r");
        assertThat(talk.actions.readings).containsExactly(12.6, 12.5);
        assertThat(talk.dialogue.identity()).isEqualTo("ELM327 v1.5");
        assertThat(talk.dialogue.isCoarse()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.6V\r>", "12.6V\r\r>", "12.6V\r\n\r\n>", "ATRV\r12.6V\r\r>", "\0\r\n12.6V \r\n>"})
    void everyWayToSayIt_isUnderstood(String answer) {
        askedForVolts().hears(answer);

        assertThat(talk.actions.readings).containsExactly(12.6);
        assertThat(talk.dialogue.malformed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?\r\r>", "STOPPED\r\r>", "NO DATA\r\r>", "BUFFER FULL\r\r>", "LV RESET\r\r>",
            "ACT ALERT\r\r>", "12.6\r\r>", "112.6V\r\r>", "12,6V\r\r>", "12.6V\r12.5V\r\r>", "1\0\u00fc2.6V\r\r>",
            "OK\r12.6V\r\r>", "12.6VV\r>", "41 0C 1A F8\r\r>", "\r\r>"})
    void anythingElse_isNoReadingAndTheAdapterIsSetUpAgainWhenItIsSilent(String answer) {
        askedForVolts().hears(answer).waits(400);
        assertThat(talk.actions.readings).isEmpty();
        assertThat(talk.dialogue.malformed()).isEqualTo(1);
        assertThat(talk.actions.takeSent()).isEqualTo("ATE0\r");

        talk.hears("OK\r\r>").hears("12.4V\r\r>");
        assertThat(talk.actions.readings).containsExactly(12.4);
    }

    @Test
    void voltageThatNobodyAskedFor_isNoReading() {
        talk.hears("12.6V\r\r>").hears("ELM327 v1.5\r\r>").hears("12.6V\r\r>");
        assertThat(talk.actions.readings).isEmpty();
    }

    @Test
    void lostPrompt_isAskedForWithReturnAndTheLateAnswersAreDropped() {
        askedForVolts().hears("12.6V\r").waits(1_000);
        assertThat(talk.actions.takeSent()).isEqualTo("\r");

        // The late prompt, then the answer to the CR, which repeats the command: neither may be taken for a new one.
        talk.hears("\r>").hears("11.1V\r\r>");
        assertThat(talk.actions.readings).isEmpty();
        talk.waits(400).hears("OK\r\r>").hears("12.5V\r\r>");
        assertThat(talk.actions.readings).containsExactly(12.5);
        assertThat(talk.actions.takeSent()).isEqualTo("ATE0\rATRV\r");
    }

    @Test
    void adapterThatStartsAnewInTheMiddle_isSetUpAgain() {
        askedForVolts().hears("12.6V\r\r>").waits(200)
                .hears("\r\r\rELM327 v1.5\r\r>").waits(400);
        assertThat(talk.actions.takeSent()).isEqualTo("ATRV\rATE0\r");

        talk.hears("ATE0\rOK\r\r>").hears("9.8V\r\r>");
        assertThat(talk.actions.readings).containsExactly(12.6, 9.8);
    }

    @Test
    void silentAdapter_isLookedForAtTheUsualSpeedsTheConfiguredOneFirst() {
        var search = new Conversation(new Elm327Dialogue(57_600, 1));
        for (int i = 0; i < 5; i++) {
            search.waits(2_000);
            search.dialogue.opened(search.nowNanos, search.actions);
        }
        assertThat(search.actions.speeds).containsExactly(38_400, 9_600, 115_200, 57_600, 38_400);
        assertThat(search.dialogue.complaint()).isEqualTo("no ELM327 answers at 57600 baud");
    }

    @Test
    void silence_isToldAfterASecond() {
        assertThat(talk.waits(800).dialogue.complaint()).isNull();
        assertThat(talk.waits(400).dialogue.complaint()).isEqualTo("waiting for the ELM327 to answer ATZ");
    }

    @Test
    void adapterThatAnswersEverythingWrongly_isReadAtAnotherSpeedInTheEnd() {
        for (int i = 0; i < 400 && talk.actions.speeds.isEmpty(); i++) {
            talk.hears("?\r>").waits(200);
        }
        assertThat(talk.actions.speeds).containsExactly(9_600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n"})
    void simulatedAdapter_isMeasuredFiveTimesASecondThroughResetsAndLostPrompts(String lineEnd) {
        var adapter = new SimulatedElm327("ELM327 v2.1", lineEnd);
        talk.with(adapter, 10_000);
        assertThat(talk.actions.readings).hasSizeBetween(45, 50).containsOnly(12.6);
        adapter.resets();
        adapter.measures("12.1V");
        talk.with(adapter, 2_000);
        adapter.losesAPrompt();
        talk.with(adapter, 3_000);
        adapter.measures("11.9V");
        talk.with(adapter, 1_000);

        assertThat(talk.actions.readings).containsOnly(12.6, 12.1, 11.9).endsWith(11.9);
        assertThat(talk.actions.speeds).isEmpty();
    }

    @RepeatedTest(20)
    void answersCutAnywhere_giveTheSameReadings(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        var cut = new Conversation(new Elm327Dialogue(38_400, 1));
        for (String answer : List.of("ATZ\r\r\rELM327 v1.5\r\r>", "ATE0\rOK\r\r>", "12.6V\r\r>", "NO DATA\r\r>",
                "OK\r\n>", "ATRV\r\n12.5V\r\n\r\n>", "\r\rLV RESET\r\rELM327 v1.5\r\r>", "ATE0\rOK\r\r>", "12.4V\r>")) {
            talk.hears(answer).waits(400);
            cut.hearsCut(answer.getBytes(StandardCharsets.ISO_8859_1), random, 3);
            cut.waits(400);
        }
        assertThat(cut.actions.readings).as("seed %d", seed).isEqualTo(talk.actions.readings).isNotEmpty();
        assertThat(cut.actions.sent.toString()).as("seed %d", seed).isEqualTo(talk.actions.sent.toString());
    }

    /** Bytes are lost, flipped and added on a line to a working adapter: what comes out was said by it, digit for digit. */
    @RepeatedTest(20)
    void noisyLine_neverMakesAReadingOutOfNothingAndHealsByItself(RepetitionInfo repetition) {
        long seed = 50L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        var adapter = new SimulatedElm327("ELM327 v1.5", "\r");
        TalkingInstrument noisy = heard -> noise(adapter.answer(heard), random);
        talk.with(noisy, 60_000);
        assertThat(talk.actions.sent.length()).as("commands stay paced, seed %d", seed).isLessThan(5_000);
        int before = talk.actions.readings.size();
        for (int i = 0; i < 10 && talk.actions.speeds.isEmpty(); i++) {
            talk.with(adapter, 1_000);
        }
        assertThat(talk.actions.readings.size() + talk.actions.speeds.size()).as("seed %d", seed)
                .isGreaterThan(before);
        // A digit that is flipped into another digit cannot be told: the line has no checksum. It stays a voltage of a car.
        assertThat(talk.actions.readings).as("seed %d", seed).allMatch(volts -> volts >= 0 && volts < 100);
    }

    private static byte[] noise(byte[] said, Random random) {
        if (random.nextInt(5) > 0 || said.length == 0) {
            return said;
        }
        byte[] changed = Arrays.copyOf(said, said.length + random.nextInt(3));
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(changed, 1 + random.nextInt(changed.length));
    }

    @RepeatedTest(10)
    void randomBytes_neverThrowAndKeepTheQuestionsPaced(RepetitionInfo repetition) {
        long seed = 80L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] alphabet = "\r\n>0123456789.VATZOK?ELM327".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(60)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            talk.hears(bytes).waits(100);
        }
        assertThat(talk.actions.sent.length()).as("seed %d", seed).isLessThan(2_000 * 6);
    }
}
