package org.terminal30.agent.battery;

import java.util.List;

/**
 * How a lead-acid battery is built: open-circuit voltage at 21 °C against its state of charge. Flooded and gel after the
 * trade's tables, which also give flooded at −18 °C; AGM full at 12.8 to 13.2 V after the same source. The rest of AGM, and
 * EFB as flooded plus 0.05 to 0.10 V, is workshop lore, which is why both are two curves that the truth lies between.
 */
public enum Chemistry {
    FLOODED,
    GEL,
    AGM,
    EFB;

    private static final List<Curve> FLOODED_PERCENT = List.of(flooded(0));
    private static final List<Curve> GEL_PERCENT = List
            .of(Curve.through(11.79, 0, 11.99, 25, 12.39, 50, 12.59, 75, 12.79, 100));
    private static final List<Curve> AGM_PERCENT = List.of(
            Curve.through(11.80, 0, 12.00, 25, 12.30, 50, 12.60, 75, 12.80, 100),
            Curve.through(11.80, 0, 12.10, 25, 12.50, 50, 12.85, 75, 13.20, 100));
    private static final List<Curve> EFB_PERCENT = List.of(flooded(0.05), flooded(0.10));
    /** The two flooded tables lie 0.12 V apart at every state of charge; taken for the others too. */
    private static final Curve LOWER_VOLTS_BY_CELSIUS = Curve.through(-18, 0.12, 21, 0);

    private static Curve flooded(double higherVolts) {
        return Curve.through(11.88 + higherVolts, 0, 12.05 + higherVolts, 25, 12.23 + higherVolts, 50,
                12.44 + higherVolts, 75, 12.64 + higherVolts, 100);
    }

    private List<Curve> percentByVolts() {
        return switch (this) {
            case FLOODED -> FLOODED_PERCENT;
            case GEL -> GEL_PERCENT;
            case AGM -> AGM_PERCENT;
            case EFB -> EFB_PERCENT;
        };
    }

    /** Lowest state of charge in percent that this voltage may mean at this temperature. */
    double minPercent(double volts, double celsius) {
        double warm = at21Celsius(volts, celsius);
        return percentByVolts().stream().mapToDouble(curve -> curve.at(warm)).min().orElseThrow();
    }

    /** Highest state of charge in percent that this voltage may mean at this temperature. */
    double maxPercent(double volts, double celsius) {
        double warm = at21Celsius(volts, celsius);
        return percentByVolts().stream().mapToDouble(curve -> curve.at(warm)).max().orElseThrow();
    }

    /** The same charge shows less in the cold. */
    private static double at21Celsius(double volts, double celsius) {
        return volts + LOWER_VOLTS_BY_CELSIUS.at(celsius);
    }
}
