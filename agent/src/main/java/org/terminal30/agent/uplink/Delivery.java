package org.terminal30.agent.uplink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.terminal30.agent.outbox.Batch;
import org.terminal30.agent.outbox.Batch.Item;
import org.terminal30.agent.outbox.Outbox;

/**
 * Brings batches to the receiver, each line to its end: acknowledged, refused and quarantined, or given back. Bad lines that
 * the receiver does not point at are found by halving, so a batch of n lines with one bad line costs about 2 log₂ n requests.
 */
final class Delivery {
    /** More than a batch ever has: no limit until the receiver finds one too large. */
    private static final int MOST_LINES = 4 * 1024;

    private final Outbox outbox;
    private final Receiver receiver;
    /** What is still to be sent, in order. */
    private final Deque<List<Item>> parts = new ArrayDeque<>();
    private int mostLines = MOST_LINES;

    Delivery(Outbox outbox, Receiver receiver) {
        this.outbox = outbox;
        this.receiver = receiver;
    }

    /** Sends the batch; returns why it ended early, empty when every line has left. */
    Optional<Answer> deliver(Batch batch) {
        push(batch.items());
        while (!parts.isEmpty()) {
            List<Item> part = parts.pop();
            if (part.size() > mostLines) {
                halve(part);
                continue;
            }
            Answer answer = receiver.write(part.stream().map(Item::line).toList());
            switch (answer) {
                case Answer.Stored stored -> stored(part);
                case Answer.BadLine bad -> badLine(part, bad);
                case Answer.BadBatch bad -> halveOrRefuse(part, bad.reason());
                case Answer.TooLarge tooLarge -> {
                    mostLines = Math.max(1, part.size() / 2);
                    halveOrRefuse(part, tooLarge.reason());
                }
                case Answer.Denied denied -> {
                    return givenBack(part, denied);
                }
                case Answer.Unreachable unreachable -> {
                    return givenBack(part, unreachable);
                }
            }
        }
        return Optional.empty();
    }

    private void stored(List<Item> part) {
        outbox.acknowledged(part);
        mostLines = Math.min(MOST_LINES, mostLines * 2);
    }

    private void badLine(List<Item> part, Answer.BadLine bad) {
        if (bad.line() < 1 || bad.line() > part.size()) {
            halveOrRefuse(part, bad.reason());
            return;
        }
        // The lines before it are good and stored; those after it may hide another bad one.
        outbox.acknowledged(part.subList(0, bad.line() - 1));
        outbox.refused(part.get(bad.line() - 1), bad.reason());
        push(part.subList(bad.line(), part.size()));
    }

    private Optional<Answer> givenBack(List<Item> part, Answer why) {
        List<Item> rest = new ArrayList<>(part);
        parts.forEach(rest::addAll);
        parts.clear();
        outbox.notSent(rest);
        return Optional.of(why);
    }

    private void halveOrRefuse(List<Item> part, String reason) {
        if (part.size() == 1) {
            outbox.refused(part.getFirst(), reason);
        } else {
            halve(part);
        }
    }

    private void halve(List<Item> part) {
        int half = part.size() / 2;
        push(part.subList(half, part.size()));
        push(part.subList(0, half));
    }

    private void push(List<Item> part) {
        if (!part.isEmpty()) {
            parts.push(part);
        }
    }
}
