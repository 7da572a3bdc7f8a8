package org.terminal30.hardware.waveform;

import java.util.List;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.waveform.FrontEnd.Conversion;
import org.terminal30.hardware.waveform.FrontEnd.Timing;

/**
 * The front-ends that the product is made for, as they come: the steps are those of their registers and protocols. Figures of
 * noise are background knowledge unless a source is named; a real car's network is noisier than any of them.
 */
public final class FrontEnds {
    private static final Divider DIVIDER = Divider.STANDARD;
    /** 100 nF behind 100 kΩ and 20 kΩ side by side: 95 Hz. */
    private static final double SLOW_FILTER_SECONDS = 100e-9 * 100e3 * 20e3 / 120e3;
    /** 4.7 nF in the same place: 2 kHz. */
    private static final double FAST_FILTER_SECONDS = 4.7e-9 * 100e3 * 20e3 / 120e3;
    private static final Calibration EXACT = Calibration.IDENTITY;

    /** ±4.096 V over 32 768 counts behind the divider, 0.75 mV; noise of one count (SBAS444, noise tables). */
    public static final FrontEnd ADS1115 = behindDivider("ADS1115", 4.096 / 32_768, 4.096, 1.0, SLOW_FILTER_SECONDS,
            Conversion.MEAN, 860);
    /** The ADS1115 in the bay's box: a bias resistor makes it −5 to +28 V, in steps of 1 mV. */
    public static final FrontEnd BOX = new FrontEnd("box", 33.0 / 32_768, -5, 28, 33.0 / 32_768, SLOW_FILTER_SECONDS,
            Conversion.MEAN, EXACT, Timing.regular(860));
    /** 12 bits over its 3.3 V supply behind the divider, 4.8 mV; noise of half a count and of what drives it. */
    public static final FrontEnd MCP3208 = behindDivider("MCP3208", 3.3 / 4096, 3.3, 0.5, FAST_FILTER_SECONDS,
            Conversion.POINT, 10_000);
    /** Bus voltage register in steps of 1.25 mV, a conversion of 1.1 ms; noise of half a step. */
    public static final FrontEnd INA226 = new FrontEnd("INA226", 1.25e-3, 0, 36, 0.6e-3, 0, Conversion.MEAN, EXACT,
            Timing.regular(900));
    /** Bus voltage register in steps of 195.3125 µV, a conversion of 1.052 ms; noise of a step and a half. */
    public static final FrontEnd INA228 = new FrontEnd("INA228", 195.3125e-6, 0, 85, 0.3e-3, 0, Conversion.MEAN, EXACT,
            Timing.regular(950));
    /** Steps of 0.1 V and 0.3 V too low as it comes (real recordings); answers when it has time. */
    public static final FrontEnd ELM327 = new FrontEnd("ELM327", 0.1, 0, 25.5, 0.03, 0, Conversion.POINT,
            new Calibration(1, -0.3), new Timing(2, 0, 0.3, 0));
    /** A battery monitor's millivolts, once a second. */
    public static final FrontEnd VE_DIRECT = new FrontEnd("VE.Direct", 1e-3, 0, 70, 2e-3, 0, Conversion.MEAN, EXACT,
            new Timing(1, 0, 0.02, 0));
    /** Six digits, integrating, asked over a serial line. */
    public static final FrontEnd BENCH_METER = new FrontEnd("bench meter", 10e-6, -1000, 1000, 20e-6, 0,
            Conversion.MEAN, EXACT, new Timing(10, 0, 0.1, 0));

    private FrontEnds() {
    }

    public static List<FrontEnd> all() {
        return List.of(ADS1115, BOX, MCP3208, INA226, INA228, ELM327, VE_DIRECT, BENCH_METER);
    }

    private static FrontEnd behindDivider(String name, double countVolts, double highestPinVolts, double noiseCounts,
            double filterSeconds, Conversion conversion, double rateHertz) {
        double ratio = DIVIDER.leadVolts(1) - DIVIDER.leadVolts(0);
        return new FrontEnd(name, countVolts * ratio, DIVIDER.leadVolts(0), DIVIDER.leadVolts(highestPinVolts),
                noiseCounts * countVolts * ratio, filterSeconds, conversion, EXACT, Timing.regular(rateHertz));
    }
}
