package org.terminal30.agent.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.OrderCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class OrderStreamTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
    private static final Duration SILENCE = Duration.ofMillis(500);

    @TempDir
    private Path directory;
    private final List<Order> handed = new CopyOnWriteArrayList<>();
    private StubReceiver receiver;
    private UplinkBench bench;
    private OrderStream stream;

    @BeforeEach
    void begin() throws IOException {
        receiver = new StubReceiver();
        bench = new UplinkBench(directory, receiver.url());
        stream = new OrderStream(bench.receiver, "1", bench.file.executedOrders(), () -> NOW, handed::add, SILENCE);
    }

    @AfterEach
    void end() {
        stream.close();
        bench.close();
        receiver.close();
    }

    private static Order order(String id, Instant expiresAt) {
        return new Order.Acknowledge(new Order.Header(id, 1, expiresAt, "Anna"), "a3");
    }

    private static String event(Order order) {
        return "event: order\nid: %s\ndata: %s\n\n".formatted(order.header().id(), OrderCodec.json(order));
    }

    private void awaitOrders(int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(handed).hasSize(count));
    }

    @Test
    void orders_areHandedOverOnceEach() {
        Order first = order("o-1", NOW.plusSeconds(10));
        Order second = order("o-2", NOW.plusSeconds(10));
        receiver.orderStream(": hello\n\n" + event(first) + event(first) + ":\n" + event(second));
        stream.start();
        awaitOrders(2);
        assertThat(stream.isConnected()).isTrue();
        assertThat(handed).containsExactly(first, second);
        assertThat(bench.file.executedOrders().claim("o-1", NOW)).isFalse();
    }

    @Test
    void orderThatWasCarriedOutBefore_isLeftAfterARestart() {
        bench.file.executedOrders().claim("o-1", NOW);
        Order second = order("o-2", NOW.plusSeconds(10));
        receiver.orderStream(event(order("o-1", NOW.plusSeconds(10))) + event(second));
        stream.start();
        awaitOrders(1);
        assertThat(handed).containsExactly(second);
    }

    @Test
    void expiredAndUnreadableOrders_areLeft() {
        Order good = order("o-3", NOW.plusMillis(1));
        receiver.orderStream(event(order("o-1", NOW)) + "event: order\ndata: {\"id\":1}\n\n"
                + "event: other\ndata: {}\n\n" + event(good));
        stream.start();
        awaitOrders(1);
        assertThat(handed).containsExactly(good);
    }

    @Test
    void silentConnection_isMadeAnew() {
        Order first = order("o-1", NOW.plusSeconds(10));
        Order second = order("o-2", NOW.plusSeconds(10));
        receiver.orderStream(event(first));
        receiver.orderStream(event(second));
        stream.start();
        awaitOrders(2);
        assertThat(handed).containsExactly(first, second);
    }
}
