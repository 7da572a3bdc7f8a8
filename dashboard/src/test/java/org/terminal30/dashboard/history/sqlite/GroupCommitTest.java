package org.terminal30.dashboard.history.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.commit.GroupCommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whose turn it is. */
class GroupCommitTest {
    private static final int BAYS = 40;

    @TempDir
    private Path folder = Path.of(".");
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void pieceOfUpkeep_letsEverybodyPassWhoWaits() throws InterruptedException {
        try (GroupCommit writer = open()) {
            CompletableFuture<Boolean> busy = new CompletableFuture<>();
            List<Thread> threads = new ArrayList<>();
            threads.add(waiting(() -> writer.submit(handle -> {
                busy.join();
                return order.add("first");
            })));
            threads.add(waiting(() -> writer.submitWhenIdle(handle -> order.add("upkeep"))));
            for (int bay = 0; bay < BAYS; bay++) {
                threads.add(waiting(() -> writer.submit(handle -> order.add("bay"))));
            }
            busy.complete(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(order).hasSize(BAYS + 2).startsWith("first").endsWith("upkeep");
    }

    @Test
    void pieceOfUpkeep_getsItsTurn_howeverMuchComes() throws InterruptedException {
        try (GroupCommit writer = open()) {
            CountDownLatch done = new CountDownLatch(1);
            List<Thread> bays = new ArrayList<>();
            for (int bay = 0; bay < 4; bay++) {
                bays.add(Thread.ofPlatform().start(() -> {
                    while (done.getCount() > 0) {
                        writer.submit(handle -> order.add("bay"));
                    }
                }));
            }
            writer.submitWhenIdle(handle -> order.add("upkeep"));
            done.countDown();
            for (Thread bay : bays) {
                bay.join();
            }
        }
        assertThat(order).containsOnlyOnce("upkeep");
    }

    private GroupCommit open() {
        GroupCommit writer = new GroupCommit(HistoryFile.open(folder));
        writer.start();
        return writer;
    }

    /** Returns when the thread waits for its turn. */
    private static Thread waiting(Runnable submission) {
        Thread thread = Thread.ofPlatform().start(submission);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}
