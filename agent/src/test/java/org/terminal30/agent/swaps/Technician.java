package org.terminal30.agent.swaps;

import java.util.List;

import org.terminal30.agent.job.Action.Enter;
import org.terminal30.agent.job.Action.Skip;
import org.terminal30.agent.job.Action.Tap;
import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Battery;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.sample.Channel;

/** Somebody who swaps a battery: mostly as told, sometimes hastily, sometimes against every advice, seldom with every tap. */
final class Technician {
    /** How far the bay is listened to. */
    enum Manner {
        OBEYS,
        /** Waits for the verdicts, and goes on whatever they are. */
        GOES_ON,
        /** Does not wait. */
        HASTY
    }

    private static final double PATIENCE_SECONDS = 45;

    private final Workshop at;
    private final SwapCase swapCase;
    private final Mishaps mishaps;
    private final Dice dice;
    private final Manner manner;
    private final boolean taps;
    private String disconnectWord = "";
    private String disconnectWhy = "";
    private long decidedNanos = -1;

    Technician(Workshop at, SwapCase swapCase, Mishaps mishaps, Dice dice) {
        this.at = at;
        this.swapCase = swapCase;
        this.mishaps = mishaps;
        this.dice = dice;
        this.manner = dice.oneIn(5) ? dice.of(Manner.GOES_ON, Manner.HASTY) : Manner.OBEYS;
        this.taps = !dice.oneIn(4);
    }

    /** The answer of the first gate by which it was decided; empty when nobody asked. */
    String disconnectWord() {
        return disconnectWord;
    }

    /** What was not proven of it. */
    String disconnectWhy() {
        return disconnectWhy;
    }

    /** When that was; negative for never. */
    long decidedNanos() {
        return decidedNanos;
    }

    /** Does the whole job. */
    void swap() throws InterruptedException {
        prepare();
        connectSaver();
        if (!mayLift() || !lift()) {
            at.pass(dice.between(1, 5));
            at.finish();
            at.pass(0.5);
            return;
        }
        fitNewBattery();
        removeSaver();
        at.reached(Moment.SAVER_OFF);
        at.pass(dice.between(2, 10));
        if (dice.oneIn(2) && swapCase.radioLivesThroughAStart()) {
            at.happen(new Action.StartEngine());
            at.pass(dice.between(3, 15));
        }
        at.await(10, () -> at.word("memory").startsWith("memory"));
        at.finish();
        at.pass(0.5);
    }

    private void prepare() throws InterruptedException {
        at.happen(new Action.PowerSaver(!mishaps.saverSwitchedOff()));
        if (mishaps.fuseBlown()) {
            at.happen(new Action.BlowFuse());
        }
        at.pass(dice.between(1, 3));
        at.start();
        at.reached(Moment.BEGUN);
        for (String step : List.of("code-known", "witness-lamp")) {
            at.pass(dice.between(0.2, 2));
            tap(step);
        }
        if (dice.oneIn(3)) {
            at.happen(new Action.Switch("witness-lamp", true));
        }
        at.pass(manner == Manner.HASTY ? dice.between(0, 2) : dice.between(3, 14));
    }

    private void connectSaver() throws InterruptedException {
        if (dice.oneIn(15)) {
            // Said before it is done.
            at.say(new Tap("backup-connected"));
            at.pass(dice.between(0.5, 5));
        }
        if (!mishaps.saverForgotten()) {
            at.happen(new Action.Connect(Contact.SAVER, mishaps.reversed()));
        }
        at.reached(Moment.SAVER_ON);
        at.pass(dice.between(0.5, 3));
        boolean seen = swapCase.wiring().measures(Channel.BACKUP_LEAD);
        if (!seen || taps) {
            at.say(new Tap("backup-connected"));
        }
    }

    /** Waits for the first gate, and decides. */
    private boolean mayLift() throws InterruptedException {
        if (manner == Manner.HASTY) {
            at.pass(dice.between(0, 8));
            return true;
        }
        at.await(PATIENCE_SECONDS, this::hasFirstAnswer);
        at.pass(dice.between(0.3, 6));
        at.await(PATIENCE_SECONDS, this::hasFirstAnswer);
        disconnectWord = at.word("disconnect");
        disconnectWhy = at.why("disconnect");
        decidedNanos = at.nowNanos();
        return manner == Manner.GOES_ON || at.says("disconnect", "safe-to-disconnect", "not-proven");
    }

    private boolean hasFirstAnswer() {
        return at.says("disconnect", "safe-to-disconnect", "not-proven", "do-not-disconnect");
    }

    /** Lifts the clamp; puts it back when the bay shouts and is listened to. Whether the battery is out at the end. */
    private boolean lift() throws InterruptedException {
        boolean saysIt = swapCase.wiring() == Wiring.CAR || taps || dice.oneIn(2);
        if (saysIt && dice.oneIn(4)) {
            at.say(new Tap("battery-out"));
            at.pass(dice.between(0, 1.5));
        }
        at.happen(new Action.Disconnect(Contact.BATTERY));
        at.reached(Moment.LIFTED);
        if (saysIt) {
            at.pass(dice.between(0.2, 2));
            at.say(new Tap("battery-out"));
        }
        at.await(dice.between(3, 6), () -> at.says("lift", "lost"));
        if (at.says("lift", "lost") && manner == Manner.OBEYS) {
            at.pass(dice.between(0.3, 2));
            at.happen(new Action.Connect(Contact.BATTERY, false));
            at.pass(1);
            at.say(new Tap("disconnect"));
            return false;
        }
        if (dice.oneIn(15)) {
            // The clamp touches the post again.
            at.happen(new Action.Connect(Contact.BATTERY, false));
            at.pass(dice.between(0.1, 5));
            at.happen(new Action.Disconnect(Contact.BATTERY));
        }
        return true;
    }

    private void fitNewBattery() throws InterruptedException {
        at.pass(dice.between(2, 15));
        Battery next = mishaps.weakBattery()
                ? new Battery(Battery.Type.FLOODED, dice.between(0, 0.2), 60, dice.scaled(0.02, 0.3), 0)
                : SwapCase.battery(dice, 0.6);
        at.happen(new Action.ReplaceBattery(next));
        at.pass(dice.between(1, 4));
        if (dice.oneIn(4)) {
            at.say(new Skip("new-battery", "no meter"));
        } else {
            at.say(new Enter("new-battery", "%.2f".formatted(dice.between(11.8, 12.9))));
        }
        if (mishaps.removedEarly() && dice.oneIn(2)) {
            at.happen(new Action.Disconnect(Contact.SAVER));
            at.pass(dice.between(0.2, 5));
        }
        if (dice.oneIn(12)) {
            // Said before it is done.
            at.say(new Tap("battery-in"));
            at.pass(dice.between(0.5, 6));
        }
        at.happen(new Action.Connect(Contact.BATTERY, false));
        at.reached(Moment.FITTED);
        at.pass(dice.between(0.5, 3));
        at.say(new Tap("battery-in"));
    }

    private void removeSaver() throws InterruptedException {
        if (mishaps.removedEarly() || manner == Manner.HASTY) {
            at.pass(dice.between(0, 4));
        } else {
            at.await(PATIENCE_SECONDS, () -> at.says("remove", "safe-to-remove", "not-proven", "do-not-remove"));
            if (!at.says("remove", "safe-to-remove") && manner == Manner.OBEYS) {
                underHeadlights();
            }
        }
        boolean saysItFirst = dice.oneIn(3);
        if (saysItFirst) {
            at.say(new Tap("backup-off"));
            at.pass(dice.between(0, 2));
        }
        at.happen(new Action.Disconnect(Contact.SAVER));
        at.pass(dice.between(0.2, 2));
        at.say(new Tap("backup-off"));
    }

    private void underHeadlights() throws InterruptedException {
        at.happen(new Action.Switch("headlights", true));
        at.pass(dice.between(2, 6));
        at.say(new Tap("headlights"));
        at.pass(dice.between(0.5, 2));
        at.happen(new Action.PowerSaver(false));
        at.await(15, () -> at.says("remove", "safe-to-remove", "do-not-remove"));
        at.pass(dice.between(0.3, 1));
        if (at.says("remove", "do-not-remove")) {
            at.happen(new Action.PowerSaver(true));
        }
        at.happen(new Action.Switch("headlights", false));
        at.pass(1);
    }

    private void tap(String step) {
        if (taps) {
            at.say(new Tap(step));
        }
    }
}
