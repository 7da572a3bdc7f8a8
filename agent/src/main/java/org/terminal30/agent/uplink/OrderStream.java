package org.terminal30.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.ExecutedOrders;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.wire.MalformedOrderException;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.OrderCodec;

/**
 * Listens for orders on a thread of its own (rule B10) and hands over each id once, remembered on disk before it is handed
 * over, and none that has expired by the dashboard's clock. A connection that is silent for {@link #SILENCE} is made anew.
 */
public final class OrderStream implements AutoCloseable {
    /** Three times the interval at which the dashboard sends a comment. */
    static final Duration SILENCE = Duration.ofSeconds(15);
    static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);
    /** An order is a few hundred bytes; a longer line is not one. */
    private static final long MAX_LINE_BYTES = 64 * 1024;
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(OrderStream.class);

    private final Receiver receiver;
    private final String bay;
    private final ExecutedOrders executed;
    private final InstantSource serverTime;
    private final Consumer<Order> handler;
    private final Duration silence;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread listener = Thread.ofPlatform().name("orders").daemon().unstarted(this::listenEverAgain);
    private volatile @Nullable Call call;
    private volatile boolean connected;
    private @Nullable String reported;

    /**
     * A stream that is not listening yet.
     *
     * @param serverTime what the expiry of an order is compared with
     * @param handler takes each order on the thread of the stream
     */
    public OrderStream(Receiver receiver, String bay, ExecutedOrders executed, InstantSource serverTime,
            Consumer<Order> handler) {
        this(receiver, bay, executed, serverTime, handler, SILENCE);
    }

    OrderStream(Receiver receiver, String bay, ExecutedOrders executed, InstantSource serverTime,
            Consumer<Order> handler, Duration silence) {
        this.receiver = receiver;
        this.bay = bay;
        this.executed = executed;
        this.serverTime = serverTime;
        this.handler = handler;
        this.silence = silence;
    }

    public void start() {
        listener.start();
    }

    /** Whether the dashboard can reach the bay now. */
    public boolean isConnected() {
        return connected;
    }

    private void listenEverAgain() {
        try {
            while (stopped.getCount() > 0) {
                try {
                    listen();
                } catch (IOException | OutboxException failure) {
                    report("no orders from %s: %s".formatted(receiver, failure.getMessage()));
                } catch (RuntimeException unforeseen) {
                    LOG.error("an order failed, the stream goes on", unforeseen);
                }
                connected = false;
                stopped.await(RECONNECT_PAUSE.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException closing) {
            LOG.debug("the order stream ends");
        }
    }

    private void listen() throws IOException {
        Call next = receiver.orders(bay, silence);
        call = next;
        if (stopped.getCount() == 0) {
            return;
        }
        try (Response response = next.execute()) {
            var body = response.body();
            if (!response.isSuccessful() || body == null) {
                report("no orders from %s: it answers %d".formatted(receiver, response.code()));
                return;
            }
            connected = true;
            reported = null;
            LOG.info("listening for orders from {}", receiver);
            read(body.source());
        }
    }

    private void read(BufferedSource source) throws IOException {
        String event = "";
        var data = new StringBuilder();
        while (!source.exhausted()) {
            String line = source.readUtf8LineStrict(MAX_LINE_BYTES);
            if (line.isEmpty()) {
                if (event.equals("order")) {
                    order(data.toString());
                }
                event = "";
                data.setLength(0);
            } else if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && data.length() + line.length() <= MAX_LINE_BYTES) {
                data.append(line, "data:".length(), line.length()).append('\n');
            }
        }
    }

    private void order(String text) {
        Order order;
        try {
            order = OrderCodec.order(text);
        } catch (MalformedOrderException malformed) {
            LOG.warn("an order cannot be read and is left: {}", malformed.getMessage());
            return;
        }
        Instant now = serverTime.instant();
        if (!now.isBefore(order.header().expiresAt())) {
            LOG.warn("order {} to {} is left: it expired at {}, it is {}", order.header().id(), order.action(),
                    order.header().expiresAt(), now);
        } else if (!executed.claim(order.header().id(), now)) {
            LOG.info("order {} to {} is left: it has been carried out", order.header().id(), order.action());
        } else {
            handler.accept(order);
        }
    }

    private void report(String reason) {
        if (stopped.getCount() > 0 && !reason.equals(reported)) {
            LOG.warn("{}", reason);
        }
        reported = reason;
    }

    /** Ends the connection and the thread. */
    @Override
    public void close() {
        stopped.countDown();
        Call current = call;
        if (current != null) {
            current.cancel();
        }
        try {
            if (listener.isAlive() && !listener.join(CLOSE_BOUND)) {
                LOG.warn("the order stream does not end within {}", CLOSE_BOUND);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
