package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.outbox.Batch;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.outbox.OutboxLimits;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class JournalTest {
    @TempDir
    private Path directory;
    private OutboxFile file;
    private Outbox outbox;
    private Journal journal;

    @BeforeEach
    void begin() {
        open(1);
    }

    private void open(long boot) {
        file = OutboxFile.open(directory.resolve("outbox.sqlite"));
        outbox = new Outbox(file, boot, "k3f9a1-" + boot, OutboxLimits.DEFAULT, System::nanoTime);
        outbox.release(0, Clock.SYNCHRONISED, 0);
        journal = new Journal(outbox, true);
    }

    @AfterEach
    void end() {
        journal.close();
        file.close();
    }

    private static WireRecord.Job job(int number) {
        return new WireRecord.Job(new BayId("main", "1"), "j" + number, number, 1, "watch", "running", "watch", 1, "17",
                null, null, null);
    }

    private static Journal.Entry entry(int number) {
        return new Journal.Entry(List.of(job(number)), "snapshot " + number);
    }

    private List<String> stored() {
        List<String> lines = new ArrayList<>();
        for (Batch batch = outbox.take(); !batch.isEmpty(); batch = outbox.take()) {
            lines.addAll(batch.lines());
            outbox.acknowledged(batch.items());
        }
        return lines;
    }

    private static List<String> lines(int first, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            lines.add(RecordCodec.line(job(i)));
        }
        return lines;
    }

    @Test
    void entries_areStoredInTheirOrderWithTheLatestSnapshot() {
        journal.start();
        for (int i = 0; i < 100; i++) {
            journal.write(entry(i));
        }
        await().until(journal::isIdle);

        assertThat(stored()).isEqualTo(lines(0, 100));
        assertThat(file.state().get(Snapshots.KEY)).contains("snapshot 99");
        assertThat(journal.trouble()).isNull();
    }

    @Test
    void entryThatWaits_isNotIdle() {
        assertThat(journal.isIdle()).isTrue();
        journal.write(entry(1));
        assertThat(journal.isIdle()).isFalse();
        journal.start();
        await().until(journal::isIdle);
    }

    @Test
    void recordsOfAnEarlierBoot_comeFirstAndKeepTheirLabelsWhenThisOneSettles() {
        Outbox held = new Outbox(file, 2, "k3f9a1-2", OutboxLimits.DEFAULT, System::nanoTime);
        held.store(List.of(job(1)), List.of(job(2)), Snapshots.KEY, "both");
        held.release(10, Clock.SYNCHRONISED, 0);

        assertThat(held.take().lines()).containsExactly(RecordCodec.line(job(1)),
                RecordCodec.line(job(2)).replace("started=1i", "started=11i").replaceFirst("2$", "12"));
    }

    @Test
    void diskThatRefuses_isShownAndTriedAgainUntilNothingIsLost() throws SQLException {
        execute("CREATE TRIGGER full BEFORE INSERT ON record WHEN (SELECT value FROM state WHERE key = 'disk') = 'full' "
                + "BEGIN SELECT RAISE(ABORT, 'no space left'); END");
        file.state().put("disk", "full");
        journal.start();
        journal.write(entry(0));
        journal.write(entry(1));
        await().until(() -> journal.trouble() != null);
        assertThat(journal.trouble()).contains("no space left");
        assertThat(journal.isIdle()).isFalse();
        assertThat(file.state().get(Snapshots.KEY)).as("refused together with its record").isEmpty();

        file.state().put("disk", "free");
        await().until(journal::isIdle);
        assertThat(journal.trouble()).isNull();
        assertThat(stored()).isEqualTo(lines(0, 2));
        assertThat(file.state().get(Snapshots.KEY)).contains("snapshot 1");
    }

    @Test
    void close_writesWhatWaits() {
        for (int i = 0; i < 50; i++) {
            journal.write(entry(i));
        }
        journal.start();
        journal.close();
        file.close();
        open(2);

        assertThat(stored()).isEqualTo(lines(0, 50));
    }

    private void execute(String sql) throws SQLException {
        file.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("outbox.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        open(2);
    }
}
