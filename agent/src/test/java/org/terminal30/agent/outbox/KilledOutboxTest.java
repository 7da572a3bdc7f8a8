package org.terminal30.agent.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.RecordCodec;

import static org.assertj.core.api.Assertions.assertThat;

/** Power goes at any byte: the write-ahead log is cut anywhere, or its end is garbage. */
class KilledOutboxTest {
    private static final int RECORDS = 40;
    private static final int CUTS = 60;

    @TempDir
    private Path directory;

    @Test
    void logCutAtAnyByte_losesNoRecordThatWasStoredBefore() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledOutboxTest seed " + seed);
        var random = new Random(seed);
        Path whole = directory.resolve("whole");
        List<Long> lengths = writeAndCopy(whole);
        for (int cut = 0; cut < CUTS; cut++) {
            Path torn = directory.resolve("torn" + cut);
            copy(whole, torn);
            long at = random.nextLong(lengths.getFirst(), lengths.getLast() + 1);
            tear(torn.resolve("outbox.db-wal"), at, random.nextBoolean(), random);
            int stored = (int) lengths.stream().filter(length -> length <= at).count();
            try (var bench = OutboxBench.released(torn.resolve("outbox.db"))) {
                assertThat(bench.drain()).as("seed %d, cut at %d of %s", seed, at, lengths)
                        .isEqualTo(IntStream.range(0, stored)
                                .mapToObj(i -> RecordCodec.line(OutboxBench.job(i))).toList());
            }
        }
    }

    /** Stores records, and copies the files while they are open; returns the length of the log after each record. */
    private static List<Long> writeAndCopy(Path copied) throws IOException {
        Path live = copied.resolveSibling("live");
        List<Long> lengths = new ArrayList<>();
        try (var bench = OutboxBench.released(live.resolve("outbox.db"))) {
            for (int i = 0; i < RECORDS; i++) {
                bench.outbox.store(OutboxBench.job(i));
                lengths.add(Files.size(live.resolve("outbox.db-wal")));
            }
            copy(live, copied);
        }
        return lengths;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("outbox.db", "outbox.db-wal")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static void tear(Path log, long at, boolean garbage, Random random) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(at);
            if (garbage) {
                byte[] noise = new byte[4096];
                random.nextBytes(noise);
                file.seek(at);
                file.write(noise);
            }
        }
    }
}
