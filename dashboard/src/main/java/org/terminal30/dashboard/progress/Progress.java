package org.terminal30.dashboard.progress;

import java.io.PrintWriter;
import java.util.Locale;

import org.terminal30.hardware.sample.NanoClock;

/**
 * Tells people how far something long is: on a terminal one line that changes a few times a second, elsewhere a line every ten
 * seconds. For one thread.
 */
public final class Progress {
    private static final long TERMINAL_NANOS = 250_000_000;
    private static final long LINE_NANOS = 10_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private final NanoClock clock;
    private final Style style;
    private String step = "";
    private String unit = "";
    private long total;
    private long done;
    private long skipped;
    private long begun;
    private long told;

    /** How it is told. */
    public enum Style {
        /** One line, written over. */
        TERMINAL,
        /** Line after line. */
        LINES,
        /** Not at all. */
        QUIET
    }

    public Progress(PrintWriter out, NanoClock clock, Style style) {
        this.out = out;
        this.clock = clock;
        this.style = style;
    }

    /** Nobody is told. */
    public static Progress none() {
        return new Progress(new PrintWriter(PrintWriter.nullWriter()), () -> 0, Style.QUIET);
    }

    /**
     * A step begins; the one before is over.
     *
     * @param what for people
     * @param of what is counted, in the plural
     * @param most how many there are; 0 when nobody knows
     */
    public void begin(String what, String of, long most) {
        step = what;
        unit = of;
        total = most;
        done = 0;
        skipped = 0;
        begun = clock.nanoTime();
        told = begun;
    }

    /** So many more are done. */
    public void advance(long more) {
        done += more;
        tell(false);
    }

    /** So many more were done already when it began: they do not count for the rate. */
    public void skip(long more) {
        skipped += more;
        advance(more);
    }

    /** Says how it ended. */
    public void end() {
        tell(true);
        if (style == Style.TERMINAL) {
            out.println();
            out.flush();
        }
    }

    /** How far the step is: {@code 43 %}, or a number where nobody knows how many there are. */
    public String soFar() {
        return total > 0
                ? String.format(Locale.ROOT, "%.0f %%", Math.floor(PERCENT * Math.min(done, total) / total))
                : "%d %s".formatted(done, unit);
    }

    private void tell(boolean now) {
        long nanos = clock.nanoTime();
        boolean tooSoon = nanos - told < (style == Style.TERMINAL ? TERMINAL_NANOS : LINE_NANOS);
        if (style == Style.QUIET || (tooSoon && !now)) {
            return;
        }
        told = nanos;
        double seconds = (nanos - begun) / NANOS_PER_SECOND;
        String rate = seconds > 0 && done > skipped
                ? String.format(Locale.ROOT, ", %.0f %s/s", (done - skipped) / seconds, unit)
                : "";
        String line = "%s: %s%s".formatted(step, soFar(), rate);
        if (style == Style.TERMINAL) {
            out.print("\r" + String.format("%-" + WIDTH + "s", line));
        } else {
            out.println(line);
        }
        out.flush();
    }
}
