package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A dialogue with an instrument, on a clock of its own. */
final class Conversation {
    static final long MILLI = 1_000_000;
    /** As often as the source of a silent port. */
    private static final long TICK_NANOS = 200 * MILLI;

    final Dialogue dialogue;
    final RecordedActions actions = new RecordedActions();
    long nowNanos = Long.MAX_VALUE - 5_000 * MILLI;

    Conversation(Dialogue dialogue) {
        this.dialogue = dialogue;
        dialogue.opened(nowNanos, actions);
    }

    Conversation hears(String text) {
        return hears(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Conversation hears(byte[] bytes) {
        dialogue.received(bytes, bytes.length, nowNanos, actions);
        dialogue.elapsed(nowNanos, actions);
        return this;
    }

    /** The same bytes, cut at random. */
    void hearsCut(byte[] bytes, Random random, int longest) {
        for (int from = 0; from < bytes.length;) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(longest));
            hears(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
    }

    Conversation waits(long millis) {
        long untilNanos = nowNanos + millis * MILLI;
        while (nowNanos - untilNanos < 0) {
            nowNanos += Math.min(TICK_NANOS, untilNanos - nowNanos);
            dialogue.elapsed(nowNanos, actions);
        }
        return this;
    }

    /** Speaks with a simulated instrument, which answers at once, for some time. */
    void with(TalkingInstrument instrument, long millis) {
        for (long passed = 0; passed < millis; passed += 50) {
            byte[] answer = instrument.answer(actions.takeSent());
            if (answer.length > 0) {
                hears(answer);
            }
            nowNanos += 50 * MILLI;
            dialogue.elapsed(nowNanos, actions);
        }
    }
}
