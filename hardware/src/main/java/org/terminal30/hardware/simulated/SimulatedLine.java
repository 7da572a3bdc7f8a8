package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.pi4j.exception.Pi4JException;
import org.jspecify.annotations.Nullable;

/** One GPIO line: its level, who has it, and what is wrong with it. Safe for use by several threads. */
final class SimulatedLine {
    private final int gpio;
    private final List<Boolean> history = new ArrayList<>();
    private boolean high;
    private boolean driven;
    private @Nullable String holder;
    private @Nullable Consumer<Boolean> listener;
    private @Nullable String failure;
    private @Nullable String refusal;

    SimulatedLine(int gpio) {
        this.gpio = gpio;
    }

    /**
     * An input floats to its pull until somebody drives it.
     *
     * @throws Pi4JException when the line cannot be had
     */
    synchronized void requestInput(String id, boolean pulledUp, Consumer<Boolean> changes) {
        requireFree();
        holder = id;
        high = driven ? high : pulledUp;
        listener = changes;
    }

    /** @throws Pi4JException when the line cannot be had, or fails at once */
    synchronized void requestOutput(String id, boolean level) {
        requireFree();
        write(level);
        holder = id;
    }

    private void requireFree() {
        String reason = holder != null ? "held by " + holder : refusal;
        if (reason != null) {
            throw new Pi4JException("GPIO %d cannot be had: %s".formatted(gpio, reason));
        }
    }

    synchronized void release() {
        holder = null;
        listener = null;
    }

    void drive(boolean level) {
        Consumer<Boolean> hears;
        synchronized (this) {
            driven = true;
            hears = level == high ? null : listener;
            high = level;
        }
        if (hears != null) {
            hears.accept(level);
        }
    }

    /** @throws Pi4JException when the line was made to fail */
    synchronized void write(boolean level) {
        requireWorking();
        if (history.isEmpty() || history.getLast() != level) {
            history.add(level);
        }
        high = level;
    }

    /** @throws Pi4JException when the line was made to fail */
    synchronized boolean read() {
        requireWorking();
        return high;
    }

    private void requireWorking() {
        if (failure != null) {
            throw new Pi4JException("GPIO %d: %s".formatted(gpio, failure));
        }
    }

    synchronized boolean isHigh() {
        return high;
    }

    synchronized List<Boolean> history() {
        return List.copyOf(history);
    }

    synchronized void fail(String reason) {
        failure = reason;
    }

    synchronized void refuse(String reason) {
        refusal = reason;
    }

    synchronized void heal() {
        failure = null;
        refusal = null;
    }
}
