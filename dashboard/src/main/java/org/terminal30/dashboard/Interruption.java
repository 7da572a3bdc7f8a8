package org.terminal30.dashboard;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.terminal30.dashboard.backup.Stop;

/** Ctrl-C and SIGTERM while something long runs: it may end its piece and say how far it came. */
final class Interruption implements Stop, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean wanted;

    private Interruption() {
    }

    static Interruption watched() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop() {
        wanted = true;
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public void close() {
        if (!wanted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        ended.countDown();
    }
}
