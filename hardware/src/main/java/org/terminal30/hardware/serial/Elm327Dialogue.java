package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Asks an ELM327 or one of its clones for the voltage of the OBD plug, a few times a second: {@code ATZ}, {@code ATE0}, then
 * {@code ATRV} again and again. After the ELM327 data sheet (ELM327DSJ): commands end with CR, an answer ends with the prompt
 * {@code >}, a CR alone repeats the last command, and no command may be sent before the prompt.
 *
 * <p>A voltage counts only as the whole answer to an {@code ATRV} that waits for it. After anything else the adapter is
 * left alone until it is silent, so that an answer that comes late is never taken for the next one. An adapter that
 * has started anew, gone dumb or changed its speed is set up again, at the next of its usual speeds if need be.
 */
final class Elm327Dialogue implements Dialogue {
    /** Genuine ones come with the first two, clones with the last one too. */
    static final List<Integer> SPEEDS_BAUD = List.of(38_400, 9_600, 115_200);
    static final double RATE_HERTZ = 5;
    static final long ASK_INTERVAL_NANOS = 200_000_000L;
    /** A reset lights each lamp in turn, which takes about 1 s. */
    static final long RESET_BOUND_NANOS = 2_000_000_000L;
    static final long REPLY_BOUND_NANOS = 1_000_000_000L;
    static final long RECOVERY_BOUND_NANOS = 2_000_000_000L;
    static final long SILENCE_NANOS = 250_000_000L;
    static final long PATIENCE_NANOS = 1_000_000_000L;
    /** So many resets in a row without a voltage, and another speed is tried. */
    static final int MOST_RESETS = 3;
    /** So many recoveries in a row without a voltage, and the adapter is reset. */
    static final int MOST_RECOVERIES = 3;

    private enum State {
        RESETTING,
        SETTING_UP,
        ASKING,
        /** Until it is time for the next question. */
        RESTING,
        /** Until the adapter is silent after a prompt. */
        RECOVERING
    }

    private final List<Integer> speedsBaud;
    private final ReplyLines lines = new ReplyLines();
    private final double[] readings;
    private Elm327Reply reply = new Elm327Reply("");
    private State state = State.RESETTING;
    private int speed;
    private int resets;
    private int recoveries;
    private boolean prompted;
    private boolean begun;
    private long deadlineNanos;
    private long askedNanos;
    private long heardNanos;
    private long goodNanos;
    private long nowNanos;
    private long malformed;
    private String trouble = "";
    private @Nullable String banner;

    /** @param baud the speed to begin with */
    Elm327Dialogue(int baud, int channels) {
        this.speedsBaud = Stream.concat(Stream.of(baud), SPEEDS_BAUD.stream()).distinct().toList();
        this.readings = new double[channels];
    }

    @Override
    public void opened(long atNanos, Actions actions) {
        if (!begun) {
            begun = true;
            goodNanos = atNanos;
        }
        nowNanos = atNanos;
        resets = 0;
        reset(actions);
    }

    @Override
    public void received(byte[] buffer, int count, long atNanos, Actions actions) {
        nowNanos = atNanos;
        heardNanos = atNanos;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '>') {
                lines.end(reply::line);
                prompt(actions);
            } else {
                lines.take(buffer[i], reply::line);
            }
        }
    }

    /** The adapter has said all that it had to say. */
    private void prompt(Actions actions) {
        Elm327Reply said = reply;
        reply = new Elm327Reply(said.command());
        banner = said.banner() == null ? banner : said.banner();
        switch (state) {
            case RESETTING -> {
                prompted = true;
                if (said.banner() != null) {
                    setUp(actions);
                }
            }
            case SETTING_UP -> {
                if (said.isOk()) {
                    ask(actions);
                } else {
                    misunderstood(said);
                }
            }
            case ASKING -> {
                if (said.isVoltage()) {
                    measured(said.volts(), actions);
                } else {
                    misunderstood(said);
                }
            }
            case RESTING -> misunderstood(said);
            case RECOVERING -> prompted = true;
        }
    }

    private void measured(double volts, Actions actions) {
        Arrays.fill(readings, volts);
        goodNanos = nowNanos;
        resets = 0;
        recoveries = 0;
        trouble = "";
        state = State.RESTING;
        actions.row(NO_MICROS, readings);
    }

    private void misunderstood(Elm327Reply said) {
        malformed++;
        trouble = "the ELM327 says \"%s\" to %s".formatted(said.text(), said.command());
        recover(true);
    }

    @Override
    public void elapsed(long atNanos, Actions actions) {
        nowNanos = atNanos;
        boolean late = nowNanos - deadlineNanos >= 0;
        switch (state) {
            case RESTING -> {
                if (pauseNanos(nowNanos) == 0) {
                    ask(actions);
                }
            }
            case RESETTING -> {
                if (late) {
                    notReset(actions);
                }
            }
            case SETTING_UP, ASKING -> {
                if (late) {
                    trouble = "the ELM327 does not answer " + reply.command();
                    recover(false);
                    actions.send(ascii("\r"));
                }
            }
            case RECOVERING -> {
                if (prompted && nowNanos - heardNanos >= SILENCE_NANOS && recoveries <= MOST_RECOVERIES) {
                    setUp(actions);
                } else if (late) {
                    reset(actions);
                }
            }
        }
    }

    private void notReset(Actions actions) {
        if (!prompted) {
            tryNextSpeed(actions);
        } else if (resets < MOST_RESETS) {
            // Something ends its answers with prompts: the command may have been lost in the answer to another one.
            reset(actions);
        } else {
            setUp(actions);
        }
    }

    private void recover(boolean afterPrompt) {
        recoveries++;
        prompted = afterPrompt;
        state = State.RECOVERING;
        deadlineNanos = nowNanos + RECOVERY_BOUND_NANOS;
    }

    private void reset(Actions actions) {
        recoveries = 0;
        prompted = false;
        if (++resets > MOST_RESETS) {
            tryNextSpeed(actions);
        } else {
            command("ATZ", State.RESETTING, RESET_BOUND_NANOS, actions);
        }
    }

    private void setUp(Actions actions) {
        command("ATE0", State.SETTING_UP, REPLY_BOUND_NANOS, actions);
    }

    private void ask(Actions actions) {
        askedNanos = nowNanos;
        command("ATRV", State.ASKING, REPLY_BOUND_NANOS, actions);
    }

    private void tryNextSpeed(Actions actions) {
        trouble = "no ELM327 answers at %d baud".formatted(speedsBaud.get(speed));
        speed = (speed + 1) % speedsBaud.size();
        state = State.RESETTING;
        deadlineNanos = nowNanos + RESET_BOUND_NANOS;
        actions.reopen(speedsBaud.get(speed));
    }

    private void command(String command, State next, long boundNanos, Actions actions) {
        state = next;
        deadlineNanos = nowNanos + boundNanos;
        lines.reset();
        reply = new Elm327Reply(command);
        actions.send(ascii(command + "\r"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long pauseNanos(long atNanos) {
        return state == State.RESTING ? Math.max(0, askedNanos + ASK_INTERVAL_NANOS - atNanos) : 0;
    }

    @Override
    public long malformed() {
        return malformed;
    }

    @Override
    public @Nullable String complaint() {
        if (nowNanos - goodNanos < PATIENCE_NANOS) {
            return null;
        }
        return trouble.isEmpty() ? "waiting for the ELM327 to answer " + reply.command() : trouble;
    }

    @Override
    public boolean isCoarse() {
        return true;
    }

    @Override
    public @Nullable String identity() {
        return banner;
    }
}
