package org.terminal30.dashboard.history.influx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Agreement;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.HistoryUnavailableException;
import org.terminal30.dashboard.history.PlainHistory;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.StoreState;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What happens to the history while its InfluxDB is away, or does not want it. */
@NeedsProgram({"influxd", "nginx"})
class InfluxOutageTest {
    private static final Series ONBOARD = RandomWindows.SERIES.getFirst();
    private static final long START = RandomWindows.START;
    private static final TimeRange DAY = new TimeRange(START, START + 86_400_000_000_000L);
    private static final long LONG_AGO = START - 40 * 86_400_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @SuppressWarnings("NullAway.Init") // before all tests
    private static InfluxServer influx;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeAll
    static void start() {
        influx = new InfluxServer();
    }

    @AfterAll
    static void stop() {
        influx.close();
    }

    @Test
    void serverThatGoesAndComesBack_hasEverythingOnce_andEveryLevelAgrees() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "outage");
        RandomWindows random = new RandomWindows(70);
        PlainHistory plain = new PlainHistory();
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.start();
            store(history, plain, random, 10);
            history.settleAll();
            influx.stop();
            store(history, plain, random, 20);
            assertThatThrownBy(() -> history.buckets(ONBOARD, DAY, Grid.covering(DAY, 100)))
                    .isInstanceOf(HistoryUnavailableException.class).hasMessageContaining("cannot be read now")
                    .hasMessageContaining(influx.url());
            StoreState away = history.state();
            assertThat(away.kind()).isEqualTo(StoreState.Kind.UNREACHABLE);
            assertThat(away.since()).isNotNull();
            assertThat(away.waitingRecords()).isPositive();
            assertThat(String.join(" ", away.words())).contains("does not answer", "records wait", "of 64 MB");

            influx.start();
            store(history, plain, random, 5);
            Awaitility.await().atMost(PATIENCE).until(() -> history.state().kind() == StoreState.Kind.READY
                    && history.state().waitingRecords() == 0);
            Agreement.atEveryLevel(history, plain, "seed 70, caught up");
            history.settleAll();
            Agreement.atEveryLevel(history, plain, "seed 70, settled");
        } finally {
            influx.stop();
            influx.start();
        }
    }

    private static void store(InfluxHistory history, PlainHistory plain, RandomWindows random, int batches) {
        for (int i = 0; i < batches; i++) {
            List<Window> batch = random.next();
            history.store(batch, List.of(), List.of());
            plain.store(batch);
        }
    }

    @Test
    void fullSpool_takesNothingMore_untilInfluxHasSomeOfIt() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "full");
        RandomWindows random = new RandomWindows(71);
        PlainHistory plain = new PlainHistory();
        try (InfluxHistory history = Workshop.open(influx, layout, folder, 1 << 20, 1_000)) {
            int batches = 0;
            boolean full = false;
            while (!full && batches < 2_000) {
                List<Window> batch = random.next();
                try {
                    history.store(batch, List.of(), List.of());
                    plain.store(batch);
                    batches++;
                } catch (HistoryUnavailableException refused) {
                    assertThat(refused).hasMessageContaining("spool is full").hasMessageContaining("Bays keep");
                    full = true;
                }
            }
            assertThat(full).as("after %d batches", batches).isTrue();
            assertThat(history.state().waitingBytes()).isLessThanOrEqualTo(1 << 20);
            assertThat(String.join(" ", history.state().words())).contains("more than can be shown");

            history.settleAll();
            assertThat(history.state().kind()).isEqualTo(StoreState.Kind.READY);
            store(history, plain, random, 1);
            Agreement.atEveryLevel(history, plain, "seed 71");
        }
    }

    @Test
    void recordsOfAnotherType_areSetAsideWithTheReason_andTheOthersArrive() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "conflict");
        try (InfluxLink link = Workshop.link(influx)) {
            link.write(layout.kept(), List.of("event,id=x duration=1.5 " + START));
        }
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.store(List.of(window(0, 12)), List.of(event("e1", 1, null)), List.of());
            history.sendNext();

            assertThat(history.state().waitingRecords()).isZero();
            assertThat(history.state().refusedRecords()).isEqualTo(1);
            assertThat(String.join(" ", history.state().words())).contains("did not take some records (1)");
            assertThat(history.lowest(ONBOARD, DAY)).hasValue(12);
        }
        assertThat(Workshop.refused(folder)).singleElement().asString().contains("field type conflict", "duration");
    }

    @Test
    void whatWasSetAside_isTriedAgainAtTheNextStart_andItsRollUpsAreMade() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "again");
        try (InfluxLink link = Workshop.link(influx)) {
            link.write(layout.windows(), List.of("voltage,id=x n=1.5 " + START));
            link.write(layout.kept(), List.of("event,id=x duration=1.5 " + START));
        }
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.store(List.of(window(0, 12)), List.of(event("e1", 1, null), event("e2", 1, "old")), List.of());
            history.settleAll();
            assertThat(history.state().refusedRecords()).isEqualTo(3);
            history.store(List.of(), List.of(event("e2", 2, null)), List.of());
            Workshop.drop(influx, layout.windows(), "voltage");
            Workshop.drop(influx, layout.kept(), "event");
            history.settleAll();
        }
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.start();
            history.settleAll();
            assertThat(history.state().refusedRecords()).isZero();
            assertThat(history.event("e1")).hasValue(event("e1", 1, null));
            assertThat(history.event("e2")).hasValue(event("e2", 2, null));
            assertThat(history.buckets(ONBOARD, DAY, Grid.covering(DAY, 1))).extracting(Bucket::minimum)
                    .containsExactly(12.0);
        }
    }

    @Test
    void missingDatabase_isNeverTakenForNoData_andKeepsWhatWaits() throws InfluxFault {
        Layout layout = new Layout("missing");
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.store(List.of(window(0, 12)), List.of(), List.of());
            assertThatThrownBy(history::sendNext).isInstanceOf(InfluxFault.class);
            assertThat(history.state().kind()).isEqualTo(StoreState.Kind.REFUSING);
            assertThat(history.state().waitingRecords()).isEqualTo(1);
            assertThatThrownBy(() -> history.lowest(ONBOARD, DAY)).isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining("\"missing\"");

            Workshop.makeDatabases(influx, "missing");
            history.settleAll();
            assertThat(history.state().kind()).isEqualTo(StoreState.Kind.READY);
            assertThat(history.lowest(ONBOARD, DAY)).hasValue(12);
        }
    }

    @Test
    void eventOfALowerRevision_thatComesAfterARestart_changesNothing() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "revisions");
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.store(List.of(), List.of(event("e1", 3, null)), List.of());
            history.settleAll();
        }
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            assertThat(history.store(List.of(), List.of(event("e1", 1, "parent")), List.of()).events()).isEmpty();
            history.settleAll();
            assertThat(history.event("e1")).hasValue(event("e1", 3, null));
            assertThat(history.events(ONBOARD.bay(), DAY)).containsExactly(event("e1", 3, null));
        }
    }

    /** InfluxDB itself keeps a field that a later point of the same key does not have. */
    @Test
    void whatALaterRevisionDoesNotSay_isGone() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "fields");
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            history.store(List.of(), List.of(event("e1", 1, "parent")), List.of());
            history.settleAll();
            assertThat(history.event("e1")).hasValue(event("e1", 1, "parent"));
            history.store(List.of(), List.of(event("e1", 2, null)), List.of());
            history.settleAll();
            assertThat(history.event("e1")).hasValue(event("e1", 2, null));
        }
    }

    @Test
    void eventThatBeganLongAgo_isFoundWhileItLasts() throws InfluxFault {
        Layout layout = Workshop.makeDatabases(influx, "lasting");
        try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
            Event open = lasting("e1", LONG_AGO, true, 1);
            Event ended = lasting("e2", LONG_AGO, false, 1);
            Event lasted = lasting("e3", LONG_AGO, false, START - LONG_AGO + 1);
            history.store(List.of(), List.of(open, ended, lasted), List.of());
            history.settleAll();
            assertThat(history.events(ONBOARD.bay(), DAY)).containsExactlyInAnyOrder(open,
                    lasted);
        }
    }

    private static Event lasting(String id, long start, boolean open, long durationNanos) {
        return new Event(ONBOARD.bay(), ONBOARD.channel(), EventKind.LOW, id, start, 1, open, durationNanos, null, null,
                false, null, null, null, WireRecord.Clock.SYNCHRONISED);
    }

    private static Event event(String id, int revision, @Nullable String parent) {
        return new Event(ONBOARD.bay(), ONBOARD.channel(), EventKind.INTERRUPTION, id, START, revision, false, 1_000,
                0.021, null, false, parent, null, "j\"1\", of \\ somebody", WireRecord.Clock.SYNCHRONISED);
    }

    private static Window window(int index, double volts) {
        return new Window(ONBOARD.bay(), ONBOARD.channel(), START + index * Grid.WINDOW_NANOS, volts, volts, volts, 1);
    }
}
