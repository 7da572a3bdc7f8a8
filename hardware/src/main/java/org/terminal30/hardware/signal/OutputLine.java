package org.terminal30.hardware.signal;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.Backoff;

/** One output, which is tried again by itself when it fails. Used by one thread. */
final class OutputLine {
    private static final long FIRST_RETRY_NANOS = 100_000_000L;
    private static final long LONGEST_RETRY_NANOS = 5_000_000_000L;

    private final Lease lease;
    private final String name;
    private final SignalLines.Line line;
    private final LineTrouble trouble;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private @Nullable DigitalOutput output;
    /** What the line was last told; null when that failed. */
    private @Nullable Boolean shown;

    /** @param name what hangs on it, such as {@code red light} */
    OutputLine(Lease lease, String name, SignalLines.Line line) {
        this.lease = lease;
        this.name = name;
        this.line = line;
        this.trouble = new LineTrouble("%s on GPIO %d".formatted(name, line.gpio()));
    }

    /** Switches it, if it is not so already and not failing. */
    void put(boolean on, long nowNanos) {
        if (Boolean.valueOf(on).equals(shown) || backoff.remainingNanos(nowNanos) > 0) {
            return;
        }
        try {
            DigitalOutput present = output;
            if (present == null) {
                output = create(on);
            } else {
                present.state(level(on));
            }
            shown = on;
            backoff.succeeded();
            trouble.over();
        } catch (RuntimeException refused) {
            // Not only Pi4J's own: a provider throws what its native library does.
            shown = null;
            backoff.failed(nowNanos);
            trouble.failed(refused);
        }
    }

    private DigitalOutput create(boolean on) {
        return lease.open(context -> context.create(DigitalOutput.newConfigBuilder(context).id(id())
                .address(line.gpio()).initial(level(on)).shutdown(level(false)).build()));
    }

    private DigitalState level(boolean on) {
        return DigitalState.getState(on != line.activeLow());
    }

    private String id() {
        return "signal-" + name.replace(' ', '-');
    }

    /** Switches it off and gives the line back. */
    void release() {
        DigitalOutput present = output;
        if (present != null) {
            output = null;
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
