package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

/** A network that follows a waveform, over and over, with a pause at the voltage it begins with before each. */
public final class PlayedWaveform implements VoltageModel {
    private static final double NOISE_VOLTS = 0.002;

    private final Waveform waveform;
    private final long beginNanos;
    private final SplittableRandom noise;

    /**
     * A network whose first pause begins at a time of the monotonic clock.
     *
     * @param seed of the noise
     */
    public PlayedWaveform(Waveform waveform, double pauseSeconds, long beginNanos, long seed) {
        this.waveform = Waveform.of(Segment.hold(waveform.firstVolts(), pauseSeconds)).then(waveform);
        this.beginNanos = beginNanos;
        this.noise = new SplittableRandom(seed);
    }

    /** @throws IllegalArgumentException for another channel than the network's own */
    @Override
    public double voltsAt(Channel channel, long nanos) {
        if (channel != Channel.ONBOARD) {
            throw new IllegalArgumentException(
                    "a waveform has no %s, only onboard".formatted(channel.wireName()));
        }
        long into = Math.max(0, nanos - beginNanos) % waveform.durationNanos();
        return waveform.voltsAt(into) + NOISE_VOLTS * noise.nextGaussian();
    }
}
