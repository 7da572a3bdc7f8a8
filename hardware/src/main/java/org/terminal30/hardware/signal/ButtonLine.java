package org.terminal30.hardware.signal;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.PullResistance;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.Backoff;

/**
 * The acknowledge button, read at every turn: an edge that is missed cannot leave it pressed. The line is pulled away from
 * its active level. Used by one thread.
 */
final class ButtonLine {
    private static final long FIRST_RETRY_NANOS = 100_000_000L;
    private static final long LONGEST_RETRY_NANOS = 5_000_000_000L;
    private static final String ID = "signal-button";

    private final Lease lease;
    private final SignalLines.Line line;
    private final LineTrouble trouble;
    private final ButtonRule rule = new ButtonRule();
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private @Nullable DigitalInput input;

    ButtonLine(Lease lease, SignalLines.Line line) {
        this.lease = lease;
        this.line = line;
        this.trouble = new LineTrouble("acknowledge button on GPIO %d".formatted(line.gpio()));
    }

    /** Reads it; true when it has been pressed. */
    boolean isPressed(long nowNanos) {
        if (backoff.remainingNanos(nowNanos) > 0) {
            return false;
        }
        boolean down;
        try {
            DigitalInput present = input == null ? create() : input;
            input = present;
            down = present.state().isHigh() != line.activeLow();
            backoff.succeeded();
        } catch (RuntimeException refused) {
            // Not only Pi4J's own: a provider throws what its native library does.
            backoff.failed(nowNanos);
            trouble.failed(refused);
            rule.interrupted();
            return false;
        }
        boolean pressed = rule.sampled(down, nowNanos);
        if (rule.isStuck()) {
            trouble.complain("is held or stuck, and acknowledges nothing until it is let go");
        } else {
            trouble.over();
        }
        return pressed;
    }

    private DigitalInput create() {
        return lease.open(context -> context.create(DigitalInput.newConfigBuilder(context).id(ID).address(line.gpio())
                .pull(line.activeLow() ? PullResistance.PULL_UP : PullResistance.PULL_DOWN).debounce(0L).build()));
    }

    void release() {
        DigitalInput present = input;
        if (present != null) {
            input = null;
            try {
                lease.giveBack(present);
            } catch (Pi4JException refused) {
                trouble.failed(refused);
            }
        }
    }

    LineTrouble trouble() {
        return trouble;
    }
}
