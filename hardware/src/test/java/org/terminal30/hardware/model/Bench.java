package org.terminal30.hardware.model;

import java.util.List;

import org.terminal30.hardware.sample.Channel;

/** A model on the bench: goes to a second, and says what a channel shows there. */
final class Bench {
    static final Contacts STEADY = new Contacts(0.002, 0.01, 0.02, 0);
    static final Electronics ALWAYS_ASLEEP = new Electronics(0.03, 0.03, 0, 0.005);
    /** Contacts do not bounce, control units never wake: what can be reckoned by hand. */
    static final Parts CALM = Parts.TYPICAL.with(STEADY).with(ALWAYS_ASLEEP);

    private final CarModel model;

    Bench(Parts parts, Beginning beginning, Timed... script) {
        this.model = new CarModel(parts, beginning, List.of(script), 1);
    }

    static Bench parked(Parts parts, Timed... script) {
        return new Bench(parts, Beginning.PARKED, script);
    }

    double at(double seconds, Channel channel) {
        return model.valueAt(channel, Math.round(seconds * 1e9));
    }

    CarModel model() {
        return model;
    }

    Truth truthAt(double seconds) {
        model.advance(Math.round(seconds * 1e9));
        return model.truth();
    }

    static Timed on(double seconds, Contact contact) {
        return Timed.at(seconds, new Action.Connect(contact, false));
    }

    static Timed off(double seconds, Contact contact) {
        return Timed.at(seconds, new Action.Disconnect(contact));
    }

    static Timed load(double seconds, String name) {
        return Timed.at(seconds, new Action.Switch(name, true));
    }
}
