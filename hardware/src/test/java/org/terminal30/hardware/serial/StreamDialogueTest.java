package org.terminal30.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StreamDialogueTest {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final StreamDialogue dialogue = new StreamDialogue(List.of(Channel.BACKUP, Channel.ONBOARD));
    private final List<String> heard = new ArrayList<>();
    private final Dialogue.Actions actions = new RecordedActions();
    private final StreamEncoder device = StreamEncoder.of(7, 20_000, "onboard", "backup");
    private long nowNanos;

    /** Notes what the dialogue wants; a row by its microseconds and the counts behind its readings. */
    private final class RecordedActions implements Dialogue.Actions {
        @Override
        public void send(byte[] bytes) {
            throw new AssertionError("the front-end is not to be spoken to");
        }

        @Override
        public void row(long deviceMicros, double[] readings) {
            int[] counts = Arrays.stream(readings).mapToInt(StreamEncoder::countOf).toArray();
            heard.add(deviceMicros + " " + counts[0] + " " + counts[1]);
        }

        @Override
        public void lost(long rows) {
            heard.add("lost " + rows);
        }

        @Override
        public void restarted() {
            heard.add("restarted");
        }

        @Override
        public void reopen(int baud) {
            throw new AssertionError("the speed is that of the settings");
        }

        @Override
        public void warn(String sentence) {
            heard.add(sentence);
        }
    }

    private void say(byte[] bytes) {
        dialogue.received(bytes, bytes.length, nowNanos, actions);
    }

    private void open() {
        dialogue.opened(nowNanos, actions);
    }

    @Test
    void rowsOfADescribedFrontEnd_areReadInTheOrderOfTheChannelsAskedFor() {
        open();
        say(device.description());
        say(device.samples(1, 2, 3, 4));
        assertThat(heard).containsExactly("0 2 1", "50 4 3");
    }

    @Test
    void joinedInMidStream_nothingIsReadBeforeTheDescriptionAndNothingIsCalledLost() {
        open();
        device.skip(1_000_000);
        say(device.samples(1, 2));
        assertThat(heard).isEmpty();
        say(device.description());
        say(device.samples(3, 4));
        assertThat(heard).containsExactly("50000050 4 3");
    }

    @Test
    void rowsThatNeverCame_areCountedExactlyAcrossTheEndOfTheNumbers() {
        open();
        device.at((1L << 32) - 3, 0);
        say(device.description());
        say(device.samples(1, 2, 3, 4));
        device.skip(250);
        say(device.samples(5, 6));
        assertThat(heard).containsExactly("0 2 1", "50 4 3", "lost 250", "12600 6 5");
    }

    @Test
    void frameThatWasDamaged_isALossOfItsRows() {
        open();
        say(device.description());
        say(device.samples(1, 2));
        byte[] damaged = device.samples(3, 4, 5, 6);
        damaged[20] ^= 8;
        say(damaged);
        say(device.samples(7, 8));
        assertThat(heard).containsExactly("0 2 1", "lost 2", "150 8 7");
        assertThat(dialogue.malformed()).isEqualTo(1);
    }

    @Test
    void frameThatComesTwice_isReadOnce() {
        open();
        say(device.description());
        byte[] first = device.samples(1, 2);
        byte[] second = device.samples(3, 4);
        for (byte[] frame : List.of(first, second, first, second)) {
            say(frame);
        }
        assertThat(heard).containsExactly("0 2 1", "50 4 3");
        assertThat(dialogue.repeated()).isEqualTo(2);
    }

    @Test
    void frontEndThatStartsAnew_isARestartAndNotARepetition() {
        open();
        device.skip(100);
        say(device.description());
        say(device.samples(1, 2));
        StreamEncoder again = StreamEncoder.of(8, 20_000, "onboard", "backup");
        say(again.description());
        say(again.samples(3, 4, 5, 6));
        assertThat(heard).containsExactly("5000 2 1", "restarted", "lost 1", "0 4 3", "50 6 5");
    }

    @Test
    void firstFramesOfANewRunThatAreLost_areCounted() {
        open();
        say(device.description());
        say(device.samples(1, 2));
        StreamEncoder again = StreamEncoder.of(8, 20_000, "onboard", "backup");
        again.skip(400);
        say(again.samples(3, 4));
        assertThat(heard).hasSize(1);
        say(again.description());
        say(again.samples(5, 6));
        assertThat(heard).containsExactly("0 2 1", "restarted", "lost 401", "20050 6 5");
    }

    @Test
    void frontEndThatStartsAnewUnderTheSameNumber_isNoticedByItsRows() {
        open();
        device.skip(StreamRows.MAX_REPEATED_ROWS);
        say(device.description());
        say(device.samples(1, 2));
        say(StreamEncoder.of(7, 20_000, "onboard", "backup").samples(3, 4));
        assertThat(heard).containsExactly("3276800 2 1", "restarted", "lost 1", "0 4 3");
    }

    @Test
    void frameThatContradictsItsDescription_isCounted() {
        open();
        say(device.description());
        say(StreamEncoder.of(7, 20_000, "onboard").samples(1));
        assertThat(heard).isEmpty();
        assertThat(dialogue.malformed()).isEqualTo(1);
    }

    @Test
    void channelThatTheFrontEndLacks_isAbsentAndSaid() {
        open();
        StreamEncoder one = StreamEncoder.of(7, 20_000, "onboard", "clutch");
        say(one.description());
        say(one.samples(1, 9));
        assertThat(heard).containsExactly("the front-end has no input named backup, only onboard, clutch", "0 0 1");
        assertThat(dialogue.complaint()).isNull();
    }

    @Test
    void whatKeepsTheSamplesAway_isSaid() {
        open();
        say(StreamEncoder.of(7, 20_000, "clutch").description());
        assertThat(dialogue.complaint()).contains("none of the channels");
        open();
        say(device.samples(1, 2));
        assertThat(dialogue.complaint()).isNull();
        assertThat(complaintAfterAWhile()).contains("no description says");
        open();
        say(StreamEncoder.wire(new byte[]{0x21, (byte) 0xB3, (byte) 0xA5}));
        for (int i = 0; i < 9; i++) {
            say("12.61,12.02\n\0".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(complaintAfterAWhile()).contains("no frames");
        open();
        assertThat(complaintAfterAWhile()).isNull();
    }

    private @Nullable String complaintAfterAWhile() {
        nowNanos += 2 * SECOND_NANOS;
        dialogue.elapsed(nowNanos, actions);
        return dialogue.complaint();
    }

    /** Frames are dropped, doubled, damaged, the device is reset; what was delivered, lost and left out adds up to all rows. */
    @Test
    void anyMishap_everyRowIsDeliveredOnceOrKnownToBeLost() {
        for (long seed = 0; seed < 300; seed++) {
            heard.clear();
            open();
            Random random = new Random(seed);
            StreamEncoder front = StreamEncoder.of(7, 20_000, "onboard", "backup");
            front.at(random.nextInt(), random.nextInt() & 0xFFFFFFFFL);
            say(front.description());
            say(front.samples(0, 0));
            int next = 1;
            var stream = new ByteArrayOutputStream();
            for (int frame = 0; frame < 60; frame++) {
                int rows = 1 + random.nextInt(100);
                int from = next;
                byte[] bytes = front.samples(IntStream.range(from, from + rows)
                        .flatMap(count -> IntStream.of(count, count)).toArray());
                next += rows;
                switch (random.nextInt(8)) {
                    case 0 -> stream.writeBytes(new byte[0]);
                    case 1 -> {
                        bytes[random.nextInt(bytes.length - 1)] ^= (byte) (1 + random.nextInt(255));
                        stream.writeBytes(bytes);
                    }
                    case 2 -> {
                        stream.writeBytes(bytes);
                        stream.writeBytes(bytes);
                    }
                    default -> stream.writeBytes(bytes);
                }
            }
            stream.writeBytes(front.samples(next, next));
            say(stream.toByteArray());
            assertAddsUp(seed, next);
        }
    }

    private void assertAddsUp(long seed, int last) {
        int expected = 0;
        for (String line : heard) {
            String[] parts = line.split(" ", -1);
            if (parts[0].equals("lost")) {
                expected += Integer.parseInt(parts[1]);
            } else {
                assertThat(Integer.parseInt(parts[1])).as("seed %d", seed).isEqualTo(expected);
                assertThat(Integer.parseInt(parts[2])).as("seed %d", seed).isEqualTo(expected);
                expected++;
            }
        }
        assertThat(expected).as("seed %d", seed).isEqualTo(last + 1);
    }

    @Test
    void rowsOfAnHour_keepTheDevicesTimeToTheMicrosecond() {
        open();
        StreamEncoder slow = StreamEncoder.of(7, 1_000 / 3.0, "onboard", "backup");
        say(slow.description());
        int[] rows = new int[400];
        for (int frame = 0; frame < 6_000; frame++) {
            say(slow.samples(rows));
        }
        assertThat(heard).hasSize(1_200_000);
        long lastMicros = Long.parseLong(heard.getLast().split(" ", -1)[0]);
        assertThat(lastMicros).isCloseTo(1_199_999L * 3_000, within(1L));
    }
}
