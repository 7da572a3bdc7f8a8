package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Asks a multimeter that speaks SCPI for volts, twice a second. After SCPI-1999 and IEEE 488.2: {@code *IDN?}, then the error
 * queue with {@code SYST:ERR?} until it is empty, then {@code MEAS:VOLT:DC?} again and again.
 *
 * <p>Answers carry no number, so one that comes late could be taken for the answer to the next question. A meter answers in
 * order: after every question without an answer it is asked who it is, and no volts are taken before it has said so. Overload
 * is a number far outside of what is plausible, 9.9E37, and is left out as such.
 */
final class ScpiDialogue implements Dialogue {
    static final int DEFAULT_BAUD = 9_600;
    static final double RATE_HERTZ = 2;
    static final long ASK_INTERVAL_NANOS = 500_000_000L;
    static final long REPLY_BOUND_NANOS = 2_000_000_000L;
    static final long SILENCE_NANOS = 250_000_000L;
    static final long PATIENCE_NANOS = 2_000_000_000L;
    /** More than the error queue of any meter holds. */
    static final int MOST_ERRORS = 32;

    private static final String WHO = "*IDN?";
    private static final String ERRORS = "SYST:ERR?";
    private static final String VOLTS = "MEAS:VOLT:DC?";
    /** A meter on RS-232 takes no other commands before this one; one that does not know it notes an error. */
    private static final String REMOTE = "SYST:REM";

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][+-]?\\d{1,3})?");
    private static final Pattern ERROR = Pattern.compile("[+-]?\\d{1,6},\\s*\".*\"");
    /** Maker, model, serial number, version; not every meter has all of them. */
    private static final Pattern IDENTIFICATION = Pattern.compile("[^,]+,[^,]+,.*");

    private enum State {
        IDENTIFYING,
        CLEARING,
        MEASURING,
        /** Until it is time for the next question. */
        RESTING,
        /** Until the meter is silent, because it says what nobody asked for. */
        RECOVERING
    }

    private final ReplyLines lines = new ReplyLines();
    private final double[] readings;
    private State state = State.IDENTIFYING;
    private String question = WHO;
    private boolean tellsErrors = true;
    private int errors;
    private boolean begun;
    private long deadlineNanos;
    private long askedNanos;
    private long heardNanos;
    private long goodNanos;
    private long nowNanos;
    private long malformed;
    private String trouble = "";
    private @Nullable String identity;

    ScpiDialogue(int channels) {
        this.readings = new double[channels];
    }

    @Override
    public void opened(long atNanos, Actions actions) {
        if (!begun) {
            begun = true;
            goodNanos = atNanos;
        }
        nowNanos = atNanos;
        lines.reset();
        tellsErrors = true;
        ask(WHO, State.IDENTIFYING, actions);
    }

    @Override
    public void received(byte[] buffer, int count, long atNanos, Actions actions) {
        nowNanos = atNanos;
        heardNanos = atNanos;
        for (int i = 0; i < count; i++) {
            lines.take(buffer[i], line -> line(line, actions));
        }
    }

    private void line(String line, Actions actions) {
        if (isEcho(line)) {
            return;
        }
        boolean expected = switch (state) {
            case IDENTIFYING -> identified(line, actions);
            case CLEARING -> error(line, actions);
            case MEASURING -> measured(line, actions);
            case RESTING -> outOfStep(line);
            case RECOVERING -> false;
        };
        if (!expected) {
            malformed++;
        }
    }

    private static boolean isEcho(String line) {
        return line.equals(WHO) || line.equals(ERRORS) || line.equals(VOLTS) || line.equals(REMOTE);
    }

    private boolean identified(String line, Actions actions) {
        if (ERROR.matcher(line).matches() || !IDENTIFICATION.matcher(line).matches()) {
            return false;
        }
        identity = line;
        errors = 0;
        send(REMOTE, actions);
        if (tellsErrors) {
            ask(ERRORS, State.CLEARING, actions);
        } else {
            measure(actions);
        }
        return true;
    }

    private boolean error(String line, Actions actions) {
        if (!ERROR.matcher(line).matches()) {
            return false;
        }
        boolean none = Integer.parseInt(line.substring(0, line.indexOf(','))) == 0;
        if (none || ++errors == MOST_ERRORS) {
            measure(actions);
        } else {
            trouble = "the multimeter reports " + line;
            ask(ERRORS, State.CLEARING, actions);
        }
        return true;
    }

    private boolean measured(String line, Actions actions) {
        if (!NUMBER.matcher(line).matches()) {
            return false;
        }
        Arrays.fill(readings, Double.parseDouble(line));
        goodNanos = nowNanos;
        trouble = "";
        state = State.RESTING;
        actions.row(NO_MICROS, readings);
        return true;
    }

    /** Somebody answers a question that was not asked. */
    private boolean outOfStep(String line) {
        trouble = "the multimeter says \"%s\" without being asked".formatted(line);
        state = State.RECOVERING;
        deadlineNanos = nowNanos + REPLY_BOUND_NANOS;
        return false;
    }

    @Override
    public void elapsed(long atNanos, Actions actions) {
        nowNanos = atNanos;
        boolean late = nowNanos - deadlineNanos >= 0;
        switch (state) {
            case RESTING -> {
                if (pauseNanos(nowNanos) == 0) {
                    measure(actions);
                }
            }
            case RECOVERING -> {
                if (late || nowNanos - heardNanos >= SILENCE_NANOS) {
                    ask(WHO, State.IDENTIFYING, actions);
                }
            }
            case IDENTIFYING, CLEARING, MEASURING -> {
                if (late) {
                    unanswered(actions);
                }
            }
        }
    }

    private void unanswered(Actions actions) {
        tellsErrors &= state != State.CLEARING;
        if (trouble.isEmpty()) {
            trouble = "the multimeter does not answer " + question;
        }
        lines.reset();
        ask(WHO, State.IDENTIFYING, actions);
    }

    private void measure(Actions actions) {
        askedNanos = nowNanos;
        ask(VOLTS, State.MEASURING, actions);
    }

    private void ask(String next, State awaiting, Actions actions) {
        question = next;
        state = awaiting;
        deadlineNanos = nowNanos + REPLY_BOUND_NANOS;
        send(next, actions);
    }

    private static void send(String command, Actions actions) {
        actions.send((command + "\n").getBytes(StandardCharsets.US_ASCII));
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
        return trouble.isEmpty() ? "waiting for the multimeter to answer " + question : trouble;
    }

    @Override
    public @Nullable String identity() {
        return identity;
    }
}
