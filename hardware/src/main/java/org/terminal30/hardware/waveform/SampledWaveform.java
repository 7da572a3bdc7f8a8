package org.terminal30.hardware.waveform;

import java.util.SplittableRandom;

import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.waveform.FrontEnd.Conversion;

/**
 * The samples that a front-end takes of a waveform, from its beginning to its end: the same for the same seed. Allocates nothing
 * per sample. Used by one thread.
 */
public final class SampledWaveform {
    private final Waveform waveform;
    private final FrontEnd frontEnd;
    private final double intervalNanos;
    private final double phaseNanos;
    private final boolean filtered;
    private final LowPass lowPass;
    private final SplittableRandom random;
    /** Up to here the waveform has been converted, and what the filter showed there. */
    private long seenNanos;
    private double seenVolts;
    private long index;

    /** As {@link #SampledWaveform(Waveform, FrontEnd, double, long)}, in a phase that the seed decides. */
    public SampledWaveform(Waveform waveform, FrontEnd frontEnd, long seed) {
        this(waveform, frontEnd, new SplittableRandom(seed).nextDouble(), seed);
    }

    /**
     * Samples from the first to the last that lies within the waveform.
     *
     * @param phase of the first sample, in intervals after the beginning; 0 to 1
     * @param seed of noise, jitter and dropouts
     */
    public SampledWaveform(Waveform waveform, FrontEnd frontEnd, double phase, long seed) {
        if (!(phase >= 0 && phase <= 1)) {
            throw new IllegalArgumentException("phase is %s, must be from 0 to 1".formatted(phase));
        }
        this.waveform = waveform;
        this.frontEnd = frontEnd;
        this.intervalNanos = 1e9 / frontEnd.timing().rateHertz();
        this.phaseNanos = phase * intervalNanos;
        this.filtered = frontEnd.lowPassSeconds() > 0;
        this.lowPass = new LowPass(waveform, frontEnd.lowPassSeconds());
        this.random = new SplittableRandom(seed);
        this.seenVolts = waveform.firstVolts();
        this.seenNanos = Math.round(phaseNanos - intervalNanos);
    }

    /**
     * Empties the block and fills it with what comes next, as far as it goes.
     *
     * @return whether there was anything
     */
    public boolean fill(SampleBlock block) {
        block.clear();
        while (!block.isFull()) {
            double turnNanos = phaseNanos + index * intervalNanos;
            if (turnNanos >= waveform.durationNanos()) {
                break;
            }
            index++;
            sample(turnNanos, block);
        }
        return !block.isEmpty();
    }

    private void sample(double turnNanos, SampleBlock block) {
        FrontEnd.Timing timing = frontEnd.timing();
        double jitter = timing.jitterShare() == 0 ? 0 : timing.jitterShare() * random.nextDouble(-1, 1);
        double delay = timing.delayShare() == 0 ? 0 : timing.delayShare() * random.nextDouble();
        long nanos = Math.round(turnNanos + jitter * intervalNanos);
        double volts = frontEnd.conversion() == Conversion.POINT ? pointVolts(nanos) : meanVolts(nanos);
        double noise = frontEnd.noiseVoltsRms() == 0 ? 0 : frontEnd.noiseVoltsRms() * random.nextGaussian();
        if (timing.dropoutShare() == 0 || random.nextDouble() >= timing.dropoutShare()) {
            block.add(nanos + Math.round(delay * intervalNanos), frontEnd.reading(volts, noise));
        }
    }

    private double pointVolts(long nanos) {
        return filtered ? lowPass.advanceTo(nanos) : waveform.voltsAt(nanos);
    }

    /** The mean from the end of the last conversion to half an interval after this sample's time. */
    private double meanVolts(long nanos) {
        long fromNanos = index == 1 ? Math.round(nanos - intervalNanos / 2) : seenNanos;
        long untilNanos = Math.round(nanos + intervalNanos / 2);
        double mean = waveform.meanVolts(fromNanos, untilNanos);
        if (filtered) {
            // The charge that the filter's capacitor took in is what its output lags behind.
            double volts = lowPass.advanceTo(untilNanos);
            mean -= frontEnd.lowPassSeconds() * (volts - seenVolts) / ((untilNanos - fromNanos) / 1e9);
            seenVolts = volts;
        }
        seenNanos = untilNanos;
        return mean;
    }
}
