package org.terminal30.agent.swaps;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Parts;

/** What goes wrong in a swap, by chance. A third of all swaps has no mishap, the others one to three. */
record Mishaps(List<Planned> planned, boolean saverForgotten, boolean reversed, boolean saverSwitchedOff,
        boolean fuseBlown, boolean weakBattery, boolean removedEarly) {
    private static final int MOST = 3;

    /** Something that happens by itself. */
    sealed interface Event {
        record OnCar(Action action) implements Event {}

        record PowerCut(double seconds) implements Event {}

        record DashboardAway(double seconds) implements Event {}
    }

    /** @param afterSeconds since the moment */
    record Planned(Moment moment, double afterSeconds, Event event) {}

    static Mishaps of(Dice dice, boolean radioIsMeasured) {
        List<Planned> planned = new ArrayList<>();
        boolean[] states = new boolean[6];
        for (int many = dice.oneIn(3) ? 0 : 1 + dice.below(MOST); many > 0; many--) {
            int kind = dice.below(15);
            Moment moment = dice.of(Moment.values());
            double after = dice.oneIn(3) ? dice.between(0, 1) : dice.between(0, 20);
            switch (kind) {
                case 0, 1, 2, 3, 4, 5 -> states[kind] = true;
                case 6 -> planned.add(car(moment, after, new Action.BlowFuse()));
                case 7, 8 -> slips(planned, Contact.SAVER, moment, after, dice);
                case 9 -> slips(planned, Contact.SENSE, moment, after, dice);
                case 10 -> slips(planned, radioIsMeasured ? Contact.RADIO : Contact.SAVER, moment, after, dice);
                case 11 -> spell(planned, moment, after, new Action.Door(true), new Action.Door(false), dice);
                case 12 -> {
                    String load = dice.of("headlights", "blower", "witness-lamp", Parts.DOME_LIGHT, "drain");
                    spell(planned, moment, after, new Action.Switch(load, true), new Action.Switch(load, false), dice);
                }
                case 13 -> planned.add(new Planned(moment, after, new Event.PowerCut(dice.scaled(0.2, 20))));
                default -> planned.add(new Planned(moment, after, new Event.DashboardAway(dice.scaled(1, 90))));
            }
        }
        if (dice.oneIn(12)) {
            Moment moment = dice.of(Moment.values());
            spell(planned, moment, dice.between(0, 10), new Action.Ignition(true), new Action.Ignition(false), dice);
        }
        return new Mishaps(List.copyOf(planned), states[0], states[1], states[2], states[3], states[4], states[5]);
    }

    private static Planned car(Moment moment, double after, Action action) {
        return new Planned(moment, after, new Event.OnCar(action));
    }

    private static void slips(List<Planned> planned, Contact contact, Moment moment, double after, Dice dice) {
        int times = 1 + (dice.oneIn(2) ? 0 : dice.below(4));
        for (int i = 0; i < times; i++) {
            double seconds = dice.scaled(0.001, 4);
            planned.add(car(moment, after + i * dice.between(0.5, 6), new Action.Slip(contact, seconds)));
        }
    }

    private static void spell(List<Planned> planned, Moment moment, double after, Action begin, Action end, Dice dice) {
        planned.add(car(moment, after, begin));
        planned.add(car(moment, after + dice.between(0.5, 25), end));
    }
}
