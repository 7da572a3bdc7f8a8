package org.terminal30.hardware.serial;

import java.util.List;

import org.terminal30.hardware.sample.Channel;

/** Listens to a front-end that writes one line of text for each sample: see {@link TextDecoder}. Says nothing itself. */
final class TextDialogue implements Dialogue {
    private final TextDecoder decoder;

    TextDialogue(List<Channel> channels) {
        this.decoder = new TextDecoder(channels);
    }

    @Override
    public void opened(long nowNanos, Actions actions) {
        decoder.reset();
    }

    @Override
    public void received(byte[] buffer, int count, long nowNanos, Actions actions) {
        decoder.feed(buffer, count, new TextDecoder.RowSink() {
            @Override
            public void row(long deviceMicros, double[] readings) {
                actions.row(deviceMicros, readings);
            }

            @Override
            public void header(List<Channel> missing) {
                if (!missing.isEmpty()) {
                    actions.warn("the header of the front-end has no column %s"
                            .formatted(missing.stream().map(Channel::wireName).toList()));
                }
            }
        });
    }

    @Override
    public long malformed() {
        return decoder.malformed();
    }

    @Override
    public boolean streams() {
        return true;
    }
}
