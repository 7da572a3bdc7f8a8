package org.terminal30.agent.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.config.Section;
import org.terminal30.hardware.model.Alternator;
import org.terminal30.hardware.model.Battery;
import org.terminal30.hardware.model.Contacts;
import org.terminal30.hardware.model.Electronics;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Radio;
import org.terminal30.hardware.model.Saver;
import org.terminal30.hardware.model.Starter;

/** Reads the sections that say what the car is made of. A part that a file does not name is a typical one. */
final class PartsSections {
    /** Wider than anything a part allows: the part itself says what would be right. */
    private static final double ANY = 1e6;

    private PartsSections() {
    }

    static Parts read(Section root) {
        double celsius = number(root, "celsius", Parts.TYPICAL.celsius());
        Battery battery = root.section("battery").map(in -> whole(in, battery(in))).orElse(Battery.TYPICAL);
        Alternator alternator = root.section("alternator").map(in -> whole(in, alternator(in)))
                .orElse(Alternator.TYPICAL);
        Starter starter = root.section("starter").map(PartsSections::starter).orElse(Starter.TYPICAL);
        Electronics electronics = root.section("electronics").map(PartsSections::electronics)
                .orElse(Electronics.TYPICAL);
        Saver saver = root.section("saver").map(PartsSections::saver).orElse(Saver.TYPICAL);
        Contacts contacts = root.section("contacts").map(PartsSections::contacts).orElse(Contacts.TYPICAL);
        Radio radio = root.section("radio").map(PartsSections::radio).orElse(Radio.TYPICAL);
        Map<String, Double> loads = root.section("loads").map(PartsSections::loads).orElse(Parts.TYPICAL_LOADS);
        return root.checked("", () -> new Parts(battery, alternator, starter, electronics, saver, contacts, radio,
                loads, celsius)).orElse(Parts.TYPICAL);
    }

    private static double number(Section in, String key, double absent) {
        return in.numberOr(key, absent, -ANY, ANY);
    }

    /** Nothing else stands in its section. */
    private static <T> T whole(Section in, T part) {
        in.done();
        return part;
    }

    /** That of a section, or of a step that names it. */
    static Battery battery(Section in) {
        Battery typical = Battery.TYPICAL;
        String name = in.textOr("type", typical.type().key(), "one of " + Battery.Type.keys());
        Optional<Battery.Type> type = Battery.Type.ofKey(name);
        if (type.isEmpty() && !name.isEmpty()) {
            in.fault("type", name, "one of " + Battery.Type.keys());
        }
        double charge = number(in, "charge", typical.charge());
        double ampereHours = number(in, "ampere_hours", typical.ampereHours());
        double ohms = number(in, "ohms", typical.ohms());
        double surface = number(in, "surface_volts", typical.surfaceVolts());
        return in.checked("", () -> new Battery(type.orElse(typical.type()), charge, ampereHours, ohms, surface))
                .orElse(typical);
    }

    /** That of a section, or of a step that names it. */
    static Alternator alternator(Section in) {
        Alternator typical = Alternator.TYPICAL;
        double set = number(in, "set_volts", typical.setVolts());
        double perKelvin = number(in, "volts_per_kelvin", typical.voltsPerKelvin());
        double max = number(in, "max_amperes", typical.maxAmperes());
        double ohms = number(in, "ohms", typical.ohms());
        double ripple = number(in, "ripple_volts", typical.rippleVoltsPeakToPeak());
        boolean openDiode = in.flagOr("open_diode", typical.openDiode());
        return in.checked("", () -> new Alternator(set, perKelvin, max, ohms, ripple, openDiode)).orElse(typical);
    }

    private static Starter starter(Section in) {
        Starter typical = Starter.TYPICAL;
        double locked = number(in, "locked_ohms", typical.lockedOhms());
        double turning = number(in, "turning_ohms", typical.turningOhms());
        double hertz = number(in, "compressions_hertz", typical.compressionsHertz());
        double swing = number(in, "swing_share", typical.swingShare());
        double seconds = number(in, "seconds", typical.seconds());
        double minimum = number(in, "minimum_volts", typical.minimumVolts());
        in.done();
        return in.checked("", () -> new Starter(locked, turning, hertz, swing, seconds, minimum)).orElse(typical);
    }

    private static Electronics electronics(Section in) {
        Electronics typical = Electronics.TYPICAL;
        double asleep = number(in, "asleep_amperes", typical.asleepAmperes());
        double awake = number(in, "awake_amperes", typical.awakeAmperes());
        double seconds = number(in, "awake_seconds", typical.awakeSeconds());
        double farads = number(in, "farads", typical.farads());
        in.done();
        return in.checked("", () -> new Electronics(asleep, awake, seconds, farads)).orElse(typical);
    }

    private static Saver saver(Section in) {
        Saver typical = Saver.TYPICAL;
        double noLoad = number(in, "no_load_volts", typical.noLoadVolts());
        double ohms = number(in, "ohms", typical.ohms());
        double limit = number(in, "limit_amperes", typical.limitAmperes());
        double atShort = number(in, "short_amperes", limit);
        String diodeName = in.textOr("diode", typical.diode().key(), "one of " + Saver.Diode.keys());
        Optional<Saver.Diode> diode = Saver.Diode.ofKey(diodeName);
        if (diode.isEmpty() && !diodeName.isEmpty()) {
            in.fault("diode", diodeName, "one of " + Saver.Diode.keys());
        }
        double drop = number(in, "diode_volts", typical.diodeVolts());
        double fuse = number(in, "fuse_amperes", typical.fuseAmperes());
        String by = in.textOr("connection", typical.connection().key(), "one of " + Saver.Connection.keys());
        Optional<Saver.Connection> connection = Saver.Connection.ofKey(by);
        if (connection.isEmpty() && !by.isEmpty()) {
            in.fault("connection", by, "one of " + Saver.Connection.keys());
        }
        boolean live = in.flagOr("socket_live", typical.socketLive());
        in.done();
        return in.checked("", () -> new Saver(noLoad, ohms, limit, atShort, diode.orElse(typical.diode()), drop, fuse,
                connection.orElse(typical.connection()), live)).orElse(typical);
    }

    private static Contacts contacts(Section in) {
        Contacts typical = Contacts.TYPICAL;
        double battery = number(in, "battery_ohms", typical.batteryOhms());
        double saver = number(in, "saver_ohms", typical.saverOhms());
        double radio = number(in, "radio_ohms", typical.radioOhms());
        double bounce = number(in, "bounce_seconds", typical.bounceSeconds());
        in.done();
        return in.checked("", () -> new Contacts(battery, saver, radio, bounce)).orElse(typical);
    }

    private static Radio radio(Section in) {
        Radio typical = Radio.TYPICAL;
        double amperes = number(in, "amperes", typical.amperes());
        double memory = number(in, "memory_volts", typical.memoryVolts());
        double holdUp = number(in, "hold_up_seconds", typical.holdUpSeconds());
        double refill = number(in, "refill_seconds", typical.refillSeconds());
        in.done();
        return in.checked("", () -> new Radio(amperes, memory, holdUp, refill)).orElse(typical);
    }

    /** Currents by names of one's own, beside the usual ones. */
    private static Map<String, Double> loads(Section in) {
        Map<String, Double> loads = new HashMap<>(Parts.TYPICAL_LOADS);
        in.keys().forEach(name -> loads.put(name, number(in, name, 1)));
        in.done();
        return loads;
    }
}
