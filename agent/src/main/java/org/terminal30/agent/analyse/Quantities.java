package org.terminal30.agent.analyse;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are printed: as many decimals as they need up to a limit, at least one. */
final class Quantities {
    private static final int SECONDS_DECIMALS = 6;
    private static final int MILLIS_DECIMALS = 3;
    private static final int VOLTS_DECIMALS = 4;
    private static final int HERTZ_DECIMALS = 3;

    private Quantities() {
    }

    static BigDecimal seconds(long nanos) {
        return rounded(BigDecimal.valueOf(nanos, 9), SECONDS_DECIMALS);
    }

    static BigDecimal millis(long nanos) {
        return rounded(BigDecimal.valueOf(nanos, 6), MILLIS_DECIMALS);
    }

    static BigDecimal volts(double volts) {
        return rounded(BigDecimal.valueOf(volts), VOLTS_DECIMALS);
    }

    static BigDecimal hertz(double hertz) {
        return rounded(BigDecimal.valueOf(hertz), HERTZ_DECIMALS);
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        BigDecimal shortest = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }
}
