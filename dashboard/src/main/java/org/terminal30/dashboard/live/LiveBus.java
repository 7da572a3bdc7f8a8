package org.terminal30.dashboard.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Brings what happens to everybody who watches, on the thread on which it happens: nothing polls. */
@Singleton
public final class LiveBus {
    /** Time between two comments on a quiet connection. */
    static final String KEEP_ALIVE = "5s";

    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final JsonMapper json;

    LiveBus(JsonMapper json) {
        this.json = json;
    }

    /** One message, encoded now. */
    LiveMessage message(String bay, String name, Object data) {
        try {
            return new LiveMessage(bay, name, json.writeValueAsString(data));
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    /** Tells everybody who watches the bay. Encodes only when somebody does. */
    void publish(String bay, String name, Object data) {
        if (viewers.stream().anyMatch(viewer -> viewer.watches(bay))) {
            LiveMessage message = message(bay, name, data);
            viewers.forEach(viewer -> viewer.offer(message));
        }
    }

    /** The stream of one bay, or of all when {@code bay} is null: the snapshot, then every change since it was taken. */
    Publisher<Event<String>> watch(@Nullable String bay, Supplier<List<LiveMessage>> snapshot) {
        return Flux.create(sink -> {
            Viewer viewer = new Viewer(sink, bay);
            sink.onDispose(() -> viewers.remove(viewer));
            sink.onRequest(more -> viewer.drain());
            // First into the set, then the snapshot: a change in between is told twice rather than never.
            viewers.add(viewer);
            viewer.begin(snapshot.get());
        }, FluxSink.OverflowStrategy.IGNORE);
    }

    @Scheduled(fixedRate = KEEP_ALIVE)
    void keepAlive() {
        viewers.forEach(Viewer::keepAlive);
    }

    int viewers() {
        return viewers.size();
    }
}
