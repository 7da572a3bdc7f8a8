package org.terminal30.agent.outbox;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Where one thread waits for work and others say that there may be some. */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is work, at most {@code maxNanos}; asked again how long that takes whenever somebody rings. */
    void await(long maxNanos, LongSupplier nanosUntilWork) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = maxNanos;
            long wait = Math.min(left, nanosUntilWork.getAsLong());
            while (left > 0 && wait > 0) {
                left -= wait - rung.awaitNanos(wait);
                wait = Math.min(left, nanosUntilWork.getAsLong());
            }
        } finally {
            lock.unlock();
        }
    }
}
