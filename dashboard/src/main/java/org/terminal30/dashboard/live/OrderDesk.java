package org.terminal30.dashboard.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;

/** Hands orders to bays and waits for what they make of them (rule B10). Nothing is kept for a bay that is away. */
@Singleton
public final class OrderDesk {
    static final Duration VALID = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, CompletableFuture<Outcome>> waiting = new ConcurrentHashMap<>();
    private final OrderLines lines;
    private final Clock clock;

    public OrderDesk(OrderLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Sends the order and waits on this thread, at most {@link #PATIENCE}. */
    public Outcome place(Wish wish, String who) {
        String id = "o-" + UUID.randomUUID();
        Instant expiresAt = Instant.ofEpochMilli(clock.millis()).plus(VALID);
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            return lines.send(wish.bay(), wish.order(id, expiresAt, who))
                    ? answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    : new Outcome.Absent();
        } catch (TimeoutException noAnswer) {
            return new Outcome.Unconfirmed(id);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Unconfirmed(id);
        } catch (ExecutionException never) {
            throw new IllegalStateException("an answer is never exceptional", never);
        } finally {
            waiting.remove(id);
        }
    }

    /** A stored record answers an order, or none that anybody waits for. */
    public void confirm(WireRecord record) {
        switch (record) {
            case WireRecord.Job job -> confirm(job.order(), job.refused(), job.id());
            case WireRecord.Alarm alarm -> confirm(alarm.order(), alarm.refused(), alarm.id());
            default -> {
            }
        }
    }

    private void confirm(@Nullable String order, @Nullable String refused, String subject) {
        CompletableFuture<Outcome> answer = order == null ? null : waiting.get(order);
        if (answer != null) {
            answer.complete(refused == null ? new Outcome.Done(subject) : new Outcome.Refused(refused));
        }
    }
}
