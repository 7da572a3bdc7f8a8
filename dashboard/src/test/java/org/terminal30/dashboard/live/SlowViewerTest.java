package org.terminal30.dashboard.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

class SlowViewerTest {
    private static final int MANY = Viewer.MAX_WAITING;

    private final LiveBus bus = new LiveBus(JsonMapper.createDefault());
    private final Connection connection = new Connection();

    /** Takes as many events as it is told to. */
    private static final class Connection extends BaseSubscriber<Event<String>> {
        private final List<String> taken = new ArrayList<>();
        private boolean ended;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Nothing until somebody asks.
        }

        @Override
        protected void hookOnNext(Event<String> event) {
            taken.add(event.getName() == null ? ":" + event.getComment() : event.getName() + event.getData());
        }

        @Override
        protected void hookOnComplete() {
            ended = true;
        }
    }

    private void watch() {
        bus.watch("1", () -> List.of(bus.message("1", "bay", 0))).subscribe(connection);
    }

    private void publish(String name, int count) {
        for (int i = 1; i <= count; i++) {
            bus.publish("1", name, i);
        }
    }

    @Test
    void tooManyMessages_losesTheOldestWindowsAndNothingElse() {
        watch();
        publish("alarm", 1);
        publish("window", 2 * MANY);
        publish("event", 1);
        publish("job", 1);

        connection.requestUnbounded();

        assertThat(connection.taken).hasSize(MANY + 1).startsWith("bay0", "alarm1")
                .endsWith("window" + 2 * MANY, "event1",
                        "job1")
                .doesNotContain("window1");
        assertThat(connection.ended).isFalse();
    }

    @Test
    void tooManyWithoutOneThatIsSaidAgain_endsTheStreamRatherThanLoseOne() {
        watch();
        publish("alarm", MANY);
        assertThat(connection.ended).isFalse();
        publish("alarm", 1);

        assertThat(connection.ended).isTrue();
        assertThat(bus.viewers()).isZero();
    }

    @Test
    void snapshotOfMoreBaysThanMayWait_isNoReasonToEndTheStream() {
        bus.watch(null, () -> IntStream.rangeClosed(1, 2 * MANY)
                .mapToObj(bay -> bus.message(Integer.toString(bay), "bay", bay)).toList()).subscribe(connection);
        publish("alarm", 1);
        connection.requestUnbounded();

        assertThat(connection.taken).hasSize(2 * MANY + 1).startsWith("bay1").endsWith("alarm1");
        assertThat(connection.ended).isFalse();
    }

    @Test
    void whatHappensWhileTheSnapshotIsTaken_comesAfterIt() {
        bus.watch("1", () -> {
            publish("alarm", 1);
            return List.of(bus.message("1", "bay", 0));
        }).subscribe(connection);
        connection.requestUnbounded();

        assertThat(connection.taken).containsExactly("bay0", "alarm1");
    }

    @Test
    void anotherBay_isNotShown() {
        watch();
        bus.publish("2", "alarm", 1);
        connection.requestUnbounded();

        assertThat(connection.taken).containsExactly("bay0");
    }

    @Test
    void quietConnection_getsACommentAndOneWithABacklogNone() {
        watch();
        bus.keepAlive();
        connection.request(1);
        bus.keepAlive();
        connection.request(1);
        bus.keepAlive();

        assertThat(connection.taken).containsExactly("bay0", ":alive");
    }

    @Test
    void viewerWhoLeaves_isForgotten() {
        watch();
        assertThat(bus.viewers()).isEqualTo(1);
        connection.cancel();
        assertThat(bus.viewers()).isZero();
    }
}
