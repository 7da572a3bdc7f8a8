package org.terminal30.dashboard.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import io.micronaut.http.sse.Event;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One browser that watches: a bounded queue in front of its connection. A slow one loses the oldest of what is soon said again;
 * one that cannot even take the rest is cut off, and begins again with a snapshot.
 */
final class Viewer {
    /** Messages that may wait, beside the snapshot: one of five hundred bays is longer than this. */
    static final int MAX_WAITING = 256;

    private final FluxSink<Event<String>> sink;
    private final @Nullable String bay;
    private final Deque<LiveMessage> waiting = new ArrayDeque<>();
    private int room = MAX_WAITING;
    private boolean begun;
    private boolean draining;

    /** Watches one bay, or all when {@code bay} is null. */
    Viewer(FluxSink<Event<String>> sink, @Nullable String bay) {
        this.sink = sink;
        this.bay = bay;
    }

    boolean watches(String other) {
        return bay == null || bay.equals(other);
    }

    /** Sends the snapshot, then what has come in since this viewer was made. */
    synchronized void begin(List<LiveMessage> snapshot) {
        room += snapshot.size();
        snapshot.reversed().forEach(waiting::addFirst);
        begun = true;
        drain();
    }

    synchronized void offer(LiveMessage message) {
        if (!watches(message.bay())) {
            return;
        }
        if (waiting.size() >= room && !missOldest()) {
            waiting.clear();
            sink.complete();
            return;
        }
        waiting.add(message);
        drain();
    }

    /** A comment, which tells a quiet connection from a dead one. */
    synchronized void keepAlive() {
        if (begun && waiting.isEmpty() && sink.requestedFromDownstream() > 0) {
            sink.next(Event.of("").comment("alive"));
        }
    }

    private boolean missOldest() {
        for (Iterator<LiveMessage> messages = waiting.iterator(); messages.hasNext();) {
            if (messages.next().canBeMissed()) {
                messages.remove();
                return true;
            }
        }
        return false;
    }

    /** As much as the connection takes. Asking for more from within a send must not start a second round. */
    synchronized void drain() {
        if (draining || !begun) {
            return;
        }
        draining = true;
        try {
            while (!waiting.isEmpty() && sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
                LiveMessage message = waiting.removeFirst();
                sink.next(Event.of(message.json()).name(message.name()));
            }
        } finally {
            draining = false;
        }
    }
}
