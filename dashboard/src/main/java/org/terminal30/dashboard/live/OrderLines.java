package org.terminal30.dashboard.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.OrderCodec;

/** The open connections over which bays receive orders: at most one a bay, the newest. */
@Singleton
public final class OrderLines {
    private final Map<BayId, FluxSink<Event<String>>> lines = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<BayId>> listeners = new CopyOnWriteArrayList<>();

    /** The stream of a bay. A bay that connects again has lost its old connection, whether or not that is known here. */
    public Publisher<Event<String>> connect(BayId bay) {
        return Flux.create(line -> {
            line.onDispose(() -> {
                if (lines.remove(bay, line)) {
                    changed(bay);
                }
            });
            FluxSink<Event<String>> old = lines.put(bay, line);
            if (old != null) {
                old.complete();
            }
            // Headers leave with the first bytes: without these the bay would not know that it is connected.
            line.next(Event.of("").comment("connected"));
            changed(bay);
        }, FluxSink.OverflowStrategy.BUFFER);
    }

    public boolean isConnected(BayId bay) {
        return lines.containsKey(bay);
    }

    /** Sends an order now; false when the bay is not connected. */
    boolean send(BayId bay, Order order) {
        FluxSink<Event<String>> line = lines.get(bay);
        if (line == null) {
            return false;
        }
        line.next(Event.of(OrderCodec.json(order)).name("order").id(order.header().id()));
        return true;
    }

    /** Whom to tell when a bay connects or leaves. */
    void onChange(Consumer<BayId> listener) {
        listeners.add(listener);
    }

    private void changed(BayId bay) {
        listeners.forEach(listener -> listener.accept(bay));
    }

    /** A bay that has not even taken the last comment does not read: it is let go, so that nothing piles up for it. */
    @Scheduled(fixedRate = LiveBus.KEEP_ALIVE)
    void keepAlive() {
        lines.values().forEach(line -> {
            if (line.requestedFromDownstream() == 0) {
                line.complete();
            } else {
                line.next(Event.of("").comment("alive"));
            }
        });
    }
}
