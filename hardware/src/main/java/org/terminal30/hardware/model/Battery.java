package org.terminal30.hardware.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A lead battery: an open-circuit voltage that follows its charge, behind a resistance, and on top of the voltage a surface charge
 * that flatters it after charging. The resistance stands for everything that a load takes away, polarisation included.
 *
 * @param charge share of the capacity that is left, 0 to 1
 * @param ampereHours capacity
 * @param ohms inside; 5 mΩ when good, 20 mΩ and more when worn (background knowledge)
 * @param surfaceVolts on top of the open-circuit voltage at the beginning
 */
public record Battery(Type type, double charge, double ampereHours, double ohms, double surfaceVolts) {
    /**
     * Open-circuit voltages at 21 °C for 0, 25, 50, 75 and 100 % of charge: flooded and gel as manufacturers publish them, EFB
     * 0.08 V above flooded, AGM 12.9 V when full and parallel to gel (background knowledge).
     */
    public enum Type {
        FLOODED(11.88, 12.05, 12.23, 12.44, 12.64),
        EFB(11.96, 12.13, 12.31, 12.52, 12.72),
        AGM(11.90, 12.10, 12.50, 12.70, 12.90),
        GEL(11.79, 11.99, 12.39, 12.59, 12.79);

        private final double emptyVolts;
        private final double quarterVolts;
        private final double halfVolts;
        private final double threeQuartersVolts;
        private final double fullVolts;

        Type(double empty, double quarter, double half, double threeQuarters, double full) {
            this.emptyVolts = empty;
            this.quarterVolts = quarter;
            this.halfVolts = half;
            this.threeQuartersVolts = threeQuarters;
            this.fullVolts = full;
        }

        /** The name in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> ofKey(String key) {
            return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
        }

        /** All names, space separated, for messages. */
        public static String keys() {
            return Arrays.stream(values()).map(Type::key).collect(Collectors.joining(" "));
        }

        /** Volts at rest with a share of the charge from 0 to 1. */
        double restVolts(double charge) {
            double quarters = 4 * charge;
            return switch ((int) quarters) {
                case 0 -> between(emptyVolts, quarterVolts, quarters);
                case 1 -> between(quarterVolts, halfVolts, quarters - 1);
                case 2 -> between(halfVolts, threeQuartersVolts, quarters - 2);
                default -> between(threeQuartersVolts, fullVolts, quarters - 3);
            };
        }

        private static double between(double lower, double upper, double share) {
            return lower + share * (upper - lower);
        }
    }

    /** A healthy battery of a compact car: 12.55 V. */
    public static final Battery TYPICAL = new Battery(Type.FLOODED, 0.89, 60, 0.006, 0);

    public Battery {
        Limits.within("charge", charge, 0, 1);
        Limits.within("ampere_hours", ampereHours, 1, 300);
        Limits.within("ohms", ohms, 0.001, 1);
        Limits.within("surface_volts", surfaceVolts, 0, 2);
    }
}
