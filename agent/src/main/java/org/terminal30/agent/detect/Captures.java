package org.terminal30.agent.detect;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Hands on the full-rate samples around the records of one channel: each sample once, in order, in blocks. What happens while
 * one is under way prolongs it. An allowance keeps a contact that chatters all night from filling the disk.
 */
final class Captures {
    static final int BLOCK = 1024;
    /** Of the time that passes, one in so many is granted anew. */
    private static final long GRANTED_PART = 10;

    private final CaptureLimits config;
    private final SampleRing ring;
    private final DetectionListener listener;
    private final SampleBlock block;
    private long fromNumber;
    private long untilNanos = Long.MIN_VALUE;
    private boolean active;
    private long allowanceNanos;
    private long grantedNanos;

    Captures(CaptureLimits config, ChannelInfo info, SampleRing ring, DetectionListener listener) {
        this.config = config;
        this.ring = ring;
        this.listener = listener;
        this.block = new SampleBlock(info.channel(), BLOCK);
        this.allowanceNanos = config.allowanceMillis() * 1_000_000;
    }

    /** A record began at this time, perhaps a while ago. */
    void around(long startNanos) {
        grant();
        if (allowanceNanos <= 0 || ring.written() == 0) {
            return;
        }
        if (!active) {
            fromNumber = Math.max(fromNumber, ring.firstFrom(startNanos - config.beforeMillis() * 1_000_000));
            active = true;
        }
        untilNanos = Math.max(untilNanos, startNanos + config.afterMillis() * 1_000_000);
    }

    private void grant() {
        long now = ring.written() == 0 ? grantedNanos : ring.nanosAt(ring.written() - 1);
        long most = config.allowanceMillis() * 1_000_000;
        allowanceNanos = Math.min(most, allowanceNanos + Math.max(0, now - grantedNanos) / GRANTED_PART);
        grantedNanos = now;
    }

    /** Hands on what fills a block, and the rest when a capture is over. To be called more often than the ring turns. */
    void drain() {
        fromNumber = Math.max(fromNumber, ring.oldest());
        while (active && fromNumber < ring.written()) {
            long nanos = ring.nanosAt(fromNumber);
            if (nanos > untilNanos) {
                finish();
            } else {
                block.add(nanos, ring.valueAt(fromNumber++));
                if (block.isFull()) {
                    hand();
                }
            }
        }
    }

    /** Hands on what there is, as at the end of the stream. */
    void finish() {
        if (!block.isEmpty()) {
            hand();
        }
        active = false;
    }

    private void hand() {
        allowanceNanos -= block.nanosAt(block.size() - 1) - block.nanosAt(0);
        listener.captured(block);
        block.clear();
    }
}
