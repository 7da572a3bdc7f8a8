package org.terminal30.hardware.sample;

/** Takes the samples of a source, on the thread that polls the source. */
@FunctionalInterface
public interface SampleSink {
    /** The block belongs to the source again as soon as this returns. */
    void accept(SampleBlock block);
}
