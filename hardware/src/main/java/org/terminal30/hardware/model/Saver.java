package org.terminal30.hardware.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A memory saver: a voltage behind a resistance up to a limit of current, mostly behind a diode, and a fuse on its way to the car.
 *
 * @param noLoadVolts before the diode
 * @param ohms inside, and of the lead
 * @param limitAmperes what it gives at most; {@link #NO_LIMIT} for what only its resistance limits
 * @param shortAmperes what is left of that into a short: the limit itself, or less when it folds back
 * @param diode where it is
 * @param diodeVolts lost across it while it conducts: 0.35 V Schottky, 0.7 V silicon
 * @param fuseAmperes of the fuse between saver and terminal 30, wherever it sits
 * @param connection what it is connected by
 * @param socketLive whether a lighter socket has voltage without the ignition
 */
public record Saver(double noLoadVolts, double ohms, double limitAmperes, double shortAmperes, Diode diode,
        double diodeVolts, double fuseAmperes, Connection connection, boolean socketLive) {
    public static final double NO_LIMIT = 1_000;

    /** Where the diode is that keeps the car from feeding the saver. */
    public enum Diode {
        /** In the box of the bay, between the channels {@code backup} and {@code backup_lead}. */
        BOX,
        /** Inside the saver: nothing but its lead can be measured, and {@code backup} shows what {@code backup_lead} does. */
        INSIDE,
        /** There is none. */
        NONE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Diode> ofKey(String key) {
            return Arrays.stream(values()).filter(diode -> diode.key().equals(key)).findFirst();
        }

        public static String keys() {
            return Arrays.stream(values()).map(Diode::key).collect(Collectors.joining(" "));
        }
    }

    /** What the saver is connected by. */
    public enum Connection {
        CLAMPS("clamps"),
        LIGHTER_SOCKET("lighter-socket"),
        /** Pin 16 of the diagnostic socket, live with the key off. */
        OBD("obd");

        private final String key;

        Connection(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public static Optional<Connection> ofKey(String key) {
            return Arrays.stream(values()).filter(connection -> connection.key.equals(key)).findFirst();
        }

        public static String keys() {
            return Arrays.stream(values()).map(Connection::key).collect(Collectors.joining(" "));
        }
    }

    /** A jump starter with 3 A of memory-saver output: 13.2 V, so that it shows a current when it is connected. */
    public static final Saver TYPICAL = new Saver(13.2, 0.15, 4, 4, Diode.BOX, 0.35, 10, Connection.CLAMPS, true);

    public Saver {
        Limits.within("no_load_volts", noLoadVolts, 0, 20);
        Limits.within("ohms", ohms, 0.005, 50);
        Limits.within("limit_amperes", limitAmperes, 0.01, NO_LIMIT);
        Limits.within("short_amperes", shortAmperes, 0, limitAmperes);
        Limits.within("diode_volts", diodeVolts, 0, 2);
        Limits.within("fuse_amperes", fuseAmperes, 0.05, NO_LIMIT);
    }

    double drop() {
        return diode == Diode.NONE ? 0 : diodeVolts;
    }
}
