package org.terminal30.agent.bay;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.terminal30.testing.PseudoTerminalPair;

import static org.awaitility.Awaitility.await;

/** A front-end at the other end of the cable: at most 100 lines a second of 12.5 V, or noise. */
final class Instrument {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final int LINES_PER_LOOK = 20;
    /** Where the clock of a front-end wraps. */
    private static final long DEVICE_MICROS = 1L << 32;

    private final PseudoTerminalPair cable;
    private long turns;

    Instrument(PseudoTerminalPair cable) {
        this.cable = cable;
    }

    /** Sends samples until something is seen of them. */
    void talkUntil(Callable<Boolean> seen) {
        cable.write("# t30 us onboard\n");
        each(seen, () -> cable.write(System.nanoTime() / 1000 % DEVICE_MICROS + ",12.5\n"));
    }

    /** Sends what is no line of a front-end until something is seen of it. */
    void flood(Callable<Boolean> seen) {
        each(seen, () -> cable.write("\u0001~x9;;12.9V,,\n?,?\n1,2,3,4,5\n"));
    }

    private void each(Callable<Boolean> seen, Runnable line) {
        await().atMost(BOUND).pollInterval(INTERVAL).pollDelay(Duration.ZERO).until(() -> {
            line.run();
            return ++turns % LINES_PER_LOOK == 0 && seen.call();
        });
    }
}
