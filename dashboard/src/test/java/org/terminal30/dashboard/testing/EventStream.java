package org.terminal30.dashboard.testing;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads server-sent events on a thread of its own, until it is closed. */
public final class EventStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stream<String> lines;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** One event with a name; that of a comment is {@link #COMMENT}. */
    public record Event(String name, String data) {}

    public static final String COMMENT = ":";

    EventStream(HttpResponse<Stream<String>> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no stream, but " + answer.statusCode());
        }
        lines = answer.body();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String name = "";
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext();) {
                String line = each.next();
                if (line.startsWith(COMMENT)) {
                    events.add(new Event(COMMENT, line.substring(COMMENT.length()).strip()));
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name, line.substring("data:".length()).strip()));
                }
            }
        } catch (UncheckedIOException closed) {
            // How reading ends when the stream is closed on this side; what is missing then is told by next().
        }
    }

    /** The next event of that name; others before it are passed over. */
    public Event next(String name) {
        try {
            for (Event event = poll(); event != null; event = poll()) {
                if (event.name().equals(name)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no event \"%s\" within %s".formatted(name, PATIENCE));
    }

    private Event poll() throws InterruptedException {
        return events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        lines.close();
    }
}
