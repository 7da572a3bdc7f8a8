package org.terminal30.hardware.serial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** Listens to a streaming front-end: see {@link StreamDecoder} and docs/stream.md. Says nothing itself. */
final class StreamDialogue implements Dialogue {
    /** A description comes twice a second: after so long without samples something is wrong. */
    static final long PATIENCE_NANOS = 1_500_000_000L;

    private final StreamDecoder decoder = new StreamDecoder();
    private final StreamRows rows;
    private final List<Channel> channels;
    private @Nullable String firmware;
    private long nowNanos;
    private long goodNanos;
    /** What had come in when samples last did. */
    private long malformedThen;
    private long otherVersionsThen;
    private long undescribed;

    StreamDialogue(List<Channel> channels) {
        this.channels = List.copyOf(channels);
        this.rows = new StreamRows(channels);
    }

    @Override
    public void opened(long atNanos, Actions actions) {
        decoder.reset();
        rows.reset();
        firmware = null;
        nowNanos = atNanos;
        allWell();
    }

    @Override
    public void received(byte[] buffer, int count, long atNanos, Actions actions) {
        nowNanos = atNanos;
        decoder.feed(buffer, count, new StreamDecoder.StreamSink() {
            @Override
            public void described(StreamDescription description) {
                describe(description, actions);
            }

            @Override
            public void samples(SampleFrame frame) {
                if (rows.add(frame, actions)) {
                    allWell();
                } else {
                    undescribed++;
                }
            }
        });
    }

    private void describe(StreamDescription description, Actions actions) {
        rows.describe(description);
        firmware = description.firmware();
        List<Channel> missing = rows.missing();
        if (!missing.isEmpty()) {
            actions.warn("the front-end has no input named %s, only %s".formatted(
                    String.join(", ", missing.stream().map(Channel::wireName).toList()),
                    String.join(", ", description.inputs().stream().map(StreamDescription.Input::name).toList())));
        }
    }

    private void allWell() {
        goodNanos = nowNanos;
        malformedThen = malformed();
        otherVersionsThen = decoder.otherVersions();
        undescribed = 0;
    }

    @Override
    public void elapsed(long atNanos, Actions actions) {
        nowNanos = atNanos;
    }

    @Override
    public @Nullable String complaint() {
        if (firmware != null && rows.missing().size() == channels.size()) {
            return "none of the channels asked for is an input of the front-end";
        }
        if (nowNanos - goodNanos < PATIENCE_NANOS) {
            return null;
        }
        if (decoder.otherVersions() > otherVersionsThen) {
            return "the front-end sends another version of the frames than %d".formatted(StreamDecoder.VERSION);
        }
        if (undescribed > 0) {
            return "the front-end sends samples, but no description says what they mean";
        }
        return malformed() > malformedThen
                ? "what comes in are no frames: is the front-end one that streams, and the speed right?"
                : null;
    }

    /** What the front-end calls itself; null until it has. */
    @Nullable
    String firmware() {
        return firmware;
    }

    @Override
    public long malformed() {
        return decoder.malformed() + rows.misfits();
    }

    @Override
    public long repeated() {
        return rows.repeated();
    }

    @Override
    public boolean streams() {
        return true;
    }
}
