package org.terminal30.agent.detect;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnd.Conversion;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.SampledWaveform;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

/**
 * Rest just above a threshold, with the noise of a chip, for a very long time: nothing may be recorded that the voltage did not do. A
 * low is right only when a mean over 100 ms fell below its threshold, and no more than one for each time that one did; a critical
 * never is.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.agent.detect.NoiseSoak [SAMPLES]" verify</pre>
 */
public final class NoiseSoak implements DetectionListener {
    private static final long SAMPLES = 1_000_000_000;
    private static final int BLOCK = 4096;
    private static final double LOW_VOLTS = DetectorConfig.DEFAULT.low().startVolts();
    private static final double CRITICAL_VOLTS = DetectorConfig.DEFAULT.critical().startVolts();

    /**
     * What was found.
     *
     * @param crossings how often the mean over 100 ms went below the threshold of low
     * @param seconds that it took
     */
    record Found(String frontEnd, double rateHertz, double volts, long samples, long lows, long criticals, long others,
            long crossings, double seconds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "%-8s %6.0f/s %.2f V: %,d samples, %d critical, %d low for %d crossings of the mean, %d others, %.0f s",
                    frontEnd, rateHertz, volts, samples, criticals, lows, crossings, others, seconds);
        }
    }

    private long lows;
    private long criticals;
    private long others;
    private long crossings;
    private boolean below;

    public static void main(String[] arguments) {
        run(System.out, arguments.length > 0 ? Long.parseLong(arguments[0]) : SAMPLES);
    }

    private static void run(PrintStream out, long samples) {
        for (FrontEnd frontEnd : List.of(FrontEnds.ADS1115, FrontEnds.MCP3208)) {
            for (double volts : new double[]{LOW_VOLTS + 0.01, CRITICAL_VOLTS + 0.01}) {
                out.println(soak(frontEnd, volts, samples, 1));
            }
        }
    }

    /** So many samples. The voltage stands still, so that neither filter nor means would change it. */
    static Found soak(FrontEnd chip, double volts, long samples, long seed) {
        long begunNanos = System.nanoTime();
        FrontEnd frontEnd = chip.withLowPass(0).with(Conversion.POINT);
        double rateHertz = frontEnd.timing().rateHertz();
        var soak = new NoiseSoak();
        var detector = new Detector(DetectorConfig.DEFAULT, List.of(new ChannelInfo(Channel.ONBOARD, rateHertz,
                frontEnd.name(), ChannelInfo.Timing.DEVICE)), soak);
        detector.duty(Duty.JOB);
        var source = new SampledWaveform(Waveform.of(Segment.hold(volts, samples / rateHertz)), frontEnd, seed);
        var block = new SampleBlock(Channel.ONBOARD, BLOCK);
        long taken = 0;
        while (source.fill(block)) {
            detector.accept(block);
            taken += block.size();
        }
        return new Found(frontEnd.name(), rateHertz, volts, taken, soak.lows, soak.criticals, soak.others,
                soak.crossings, (System.nanoTime() - begunNanos) / 1e9);
    }

    @Override
    public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        boolean nowBelow = sum / count < LOW_VOLTS;
        if (nowBelow && !below) {
            crossings++;
        }
        below = nowBelow;
    }

    @Override
    public void event(SupplyEvent event) {
        if (event.revision() > 1) {
            return;
        }
        switch (event.kind()) {
            case LOW -> lows++;
            case CRITICAL -> criticals++;
            default -> others++;
        }
    }

    @Override
    public void captured(SampleBlock samples) {
        // Only records are counted.
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        // The vehicle stands there all the time.
    }
}
