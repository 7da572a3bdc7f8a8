package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Copying;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupTest {
    private static final Series ONBOARD = RandomWindows.SERIES.getFirst();
    private static final long START = RandomWindows.START;
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder = Path.of(".");
    private Path file = Path.of(".");
    @SuppressWarnings("NullAway.Init")
    private Workshop workshop;

    @BeforeEach
    void open() {
        file = folder.resolve("backup.t30");
        workshop = new Workshop(folder.resolve("first"));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 51})
    void whatIsPutBack_isEverythingThatWasThere(long seed) {
        workshop.fillRegistry();
        workshop.fillHistory(seed, ROUNDS);

        Contents backedUp = workshop.backUp(file, Stop.NEVER);

        try (Workshop other = new Workshop(folder.resolve("other"))) {
            assertThat(other.restore(file, Stop.NEVER)).isEqualTo(backedUp);
            assertSame(other, "seed %d".formatted(seed));
            assertThat(other.isBeingRestored()).isFalse();
        }
        assertThat(Files.exists(folder.resolve("backup.t30.part"))).isFalse();
    }

    private void assertSame(Workshop other, String as) {
        Copying.assertSame(workshop.history(), other.history(), as);
        assertThat(other.rows()).as(as).isEqualTo(workshop.rows());
    }

    @Test
    void everyTableAndColumn_isCarried() {
        workshop.fillRegistry();

        assertThat(workshop.rows().values()).allSatisfy(rows -> assertThat(rows).singleElement().satisfies(
                row -> assertThat(row.values()).doesNotContainNull()));
    }

    @Test
    void cellsWhoseWindowsAreGone_arePutBackAtEveryLevel() {
        workshop.history().putBack(new Kept(ONBOARD, Map.of(Level.SECOND, List.of(new Cell(START,
                11_000_000, 12_000_000, 120_000_000, 10)))));
        workshop.history().putBack(new Kept(ONBOARD, Map.of(Level.DAY, List.of(new Cell(
                START - 400 * Level.DAY.stepNanos(), 9_000_000, 14_000_000, 12_000_000_000L, 1_000)))));
        workshop.fillHistory(52, 10);
        workshop.backUp(file, Stop.NEVER);

        try (Workshop other = new Workshop(folder.resolve("other"))) {
            other.restore(file, Stop.NEVER);
            Copying.assertSame(workshop.history(), other.history(), "with coarse cells");
        }
    }

    @Test
    void stoppedAnywhere_goesOnAndTakesWhatHasChanged() {
        long seed = 53;
        Random random = new Random(seed);
        workshop.fillRegistry();
        workshop.fillHistory(seed, ROUNDS);
        int runs = 0;
        for (boolean finished = false; !finished; runs++) {
            workshop.history().store(List.of(window(random.nextInt(-1_000, 100_000), random.nextInt(8, 15))),
                    List.of(), List.of());
            finished = ends(() -> workshop.backUp(file, after(30 + random.nextInt(60))));
        }
        assertThat(runs).isGreaterThan(2);

        for (boolean finished = false; !finished;) {
            try (Workshop other = new Workshop(folder.resolve("other"))) {
                finished = ends(() -> other.restore(file, after(200 + random.nextInt(60))));
                assertThat(other.isBeingRestored()).isEqualTo(!finished);
                if (finished) {
                    assertSame(other, "seed %d".formatted(seed));
                }
            }
        }
    }

    /** Wants to stop when it was asked so often. */
    private static Stop after(int pieces) {
        int[] left = {pieces};
        return () -> left[0]-- < 0;
    }

    private static boolean ends(Runnable work) {
        try {
            work.run();
            return true;
        } catch (BackupException.Stopped stopped) {
            assertThat(stopped).hasMessageContaining("The same command goes on from here.");
            return false;
        }
    }

    @Test
    void whileItIsMade_theBaysGoOn_andWhatWasThereBeforeIsInIt() throws Exception {
        workshop.fillHistory(54, ROUNDS);
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService bay = Executors.newSingleThreadExecutor()) {
            Future<Integer> sent = bay.submit((Callable<Integer>) () -> {
                int count = 0;
                while (!ended.get()) {
                    workshop.history().store(List.of(window(count++, 13)), List.of(), List.of());
                }
                return count;
            });
            workshop.backUp(file, Stop.NEVER);
            ended.set(true);
            assertThat(sent.get()).isPositive();
        }
        TimeRange before = new TimeRange(START - 8 * Level.DAY.stepNanos(), START);
        try (Workshop other = new Workshop(folder.resolve("other"))) {
            other.restore(file, Stop.NEVER);
            List<Bucket> found = other.history().buckets(ONBOARD, before, new Grid(0, Grid.WINDOW_NANOS));
            assertThat(found).isNotEmpty().isEqualTo(workshop.history().buckets(ONBOARD, before, new Grid(0,
                    Grid.WINDOW_NANOS)));
        }
    }

    @Test
    void changedByte_isRefusedByName_orWasOfNoAccount() throws IOException {
        long seed = 55;
        Random random = new Random(seed);
        workshop.fillRegistry();
        workshop.fillHistory(seed, 12);
        workshop.backUp(file, Stop.NEVER);
        byte[] sound = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged.t30");
        int refused = 0;
        for (int i = 0; i < 24; i++) {
            byte[] bytes = sound.clone();
            int at = i < 2 ? 16 + i : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            try (Workshop other = new Workshop(folder.resolve("other" + i))) {
                try {
                    other.restore(damaged, Stop.NEVER);
                    assertSame(other, "seed %d, byte %d".formatted(seed, at));
                } catch (BackupException wrong) {
                    refused++;
                    assertThat(wrong).as("seed %d, byte %d", seed, at).hasMessageContaining("damaged.t30");
                    assertThat(other.rows().values()).as("nothing is written").allMatch(List::isEmpty);
                }
            }
        }
        assertThat(refused).isGreaterThan(8);
    }

    @Test
    void whatIsNoFinishedBackup_isRefusedByName() throws IOException {
        Path text = Files.writeString(folder.resolve("text.t30"), "a,b\n1,2\n");
        refusedBecause(text, "text.t30 is no backup of Terminal 30");
        Path database = folder.resolve("other.t30");
        Jdbi.create("jdbc:sqlite:" + database)
                .useHandle(handle -> handle.execute("create table meta (name text, value text)"));
        refusedBecause(database, "other.t30 is a database, but not a backup");
        refusedBecause(folder.resolve("none.t30"), "none.t30 is not there");
        workshop.fillHistory(56, 20);
        ends(() -> workshop.backUp(file, after(30)));
        refusedBecause(folder.resolve("backup.t30.part"), "backup.t30.part is not complete");
        workshop.backUp(file, Stop.NEVER);
        byte[] all = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.t30"), Arrays.copyOf(all, all.length / 2));
        refusedBecause(cut, "cut.t30");
        assertThatThrownBy(() -> workshop.backUp(file, Stop.NEVER)).hasMessageContaining(
                "backup.t30 is there already");
    }

    private void refusedBecause(Path wrong, String why) {
        try (Workshop empty = new Workshop(folder.resolve("empty"))) {
            assertThatThrownBy(() -> empty.restore(wrong, Stop.NEVER)).isInstanceOf(BackupException.class)
                    .hasMessageContaining(why);
            assertThat(empty.isBeingRestored()).isFalse();
        }
    }

    @Test
    void dashboardThatIsNotEmpty_isLeftAlone() {
        workshop.fillHistory(57, 10);
        workshop.backUp(file, Stop.NEVER);

        assertThatThrownBy(() -> workshop.restore(file, Stop.NEVER)).hasMessageContaining("the dashboard is not empty");
        try (Workshop withPeople = new Workshop(folder.resolve("people"))) {
            withPeople.fillRegistry();
            assertThatThrownBy(() -> withPeople.restore(file, Stop.NEVER)).hasMessageContaining("is not empty");
        }
    }

    @Test
    void anotherBackupThanTheOneBegun_isRefused() {
        workshop.fillHistory(58, 20);
        workshop.backUp(file, Stop.NEVER);
        Path second = folder.resolve("second.t30");
        workshop.fillRegistry();
        workshop.backUp(second, Stop.NEVER);

        try (Workshop other = new Workshop(folder.resolve("other"))) {
            long pieces = pieces(file);
            ends(() -> other.restore(file, after((int) pieces + 10)));
            assertThat(other.isBeingRestored()).isTrue();
            assertThatThrownBy(() -> other.restore(second, Stop.NEVER)).hasMessageContaining(
                    "another backup than").hasMessageContaining("second.t30");
            other.restore(file, Stop.NEVER);
            Copying.assertSame(workshop.history(), other.history(), "gone on");
        }
    }

    private static long pieces(Path of) {
        try (var handle = BackupFile.openFinished(of)) {
            return new Chunks(of, handle).count();
        }
    }

    @Test
    void registryOfAnotherVersion_isRefusedWithWhatToDo() {
        workshop.backUp(file, Stop.NEVER);
        try (Workshop other = new Workshop(folder.resolve("other"))) {
            other.registry().jdbi().useHandle(handle -> handle.execute(
                    "update flyway_schema_history set version = '99' where version = '12'"));
            assertThatThrownBy(() -> other.restore(file, Stop.NEVER)).hasMessageContaining(
                    "was made by version 1.2.3 of the dashboard, whose registry is version 12; this one's is 99");
        }
    }

    @Test
    void backup_isForItsOwnerOnly() throws IOException {
        workshop.fillRegistry();
        workshop.backUp(file, Stop.NEVER);

        assertThat(Files.getPosixFilePermissions(file)).containsOnly(PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).contains("registry_version");
    }

    private static Window window(int index, double volts) {
        return new Window(ONBOARD.bay(), ONBOARD.channel(), START + index * Grid.WINDOW_NANOS, volts, volts, volts, 1);
    }
}
