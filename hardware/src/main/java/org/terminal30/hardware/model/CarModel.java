package org.terminal30.hardware.model;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

import org.terminal30.hardware.sample.Channel;

/**
 * A car, a memory saver and the bay's leads on them: the true value of every channel at any time, from parts, a script of actions
 * and a seed. The network is solved exactly between events ({@link Network}); battery, fuse and alternator are stepped every
 * {@value #STEP_NANOS} ns, a starter every {@value #STARTER_STEP_NANOS} ns. The same parts, script and seed give the same values.
 *
 * <p>Left out: inductance, the cable between battery and terminal 30 (it is in the resistance of the clamps), temperature of the
 * starter, and the ripple's way through the battery. Times are nanoseconds since the model's beginning. Used by one thread.
 */
public final class CarModel {
    static final long STEP_NANOS = 50_000_000;
    static final long STARTER_STEP_NANOS = 500_000;
    /** The bay's box pulls each sense input up: 1 MΩ to 5 V over a divider of 120 kΩ (rule B2). */
    public static final double OPEN_LEAD_VOLTS = 5 * 120.0 / 1_120;
    private static final double PULL_UP_OHMS = 1e6;
    private static final double PULL_UP_VOLTS = 5;

    /** Something that changes, and in which order at the same time. */
    private record Due(long nanos, long order, Runnable change) {}

    private final Parts parts;
    private final SplittableRandom chance;
    private final PriorityQueue<Due> due = new PriorityQueue<>(
            Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
    private final Map<Contact, Touch> touches = new EnumMap<>(Contact.class);
    private final Set<String> switchedOn = new HashSet<>();
    private final BatteryBranch batteryBranch = new BatteryBranch();
    private final Loads loads = new Loads();
    private final LimitedSource saverBranch = new LimitedSource();
    private final LimitedSource alternatorBranch = new LimitedSource();
    private final Network network;
    private final RadioMemory memory;
    private final Engine engine;
    private final Fuse fuse;
    private final double radioOhms;
    private final double neededVolts;
    private BatteryState battery;
    private Alternator alternator;
    private boolean saverOn;
    private boolean ignition;
    private long awakeUntilNanos;
    private long order;
    private long nowNanos;
    private long steppedNanos;
    private double steppedVoltSeconds;
    private double radioMinVolts;
    private double onboardMinVolts;

    /** A model at its beginning. */
    public CarModel(Parts parts, Beginning beginning, List<Timed> script, long seed) {
        this.parts = parts;
        this.chance = new SplittableRandom(seed);
        this.battery = new BatteryState(parts.battery());
        this.alternator = parts.alternator();
        this.engine = new Engine(parts.starter(), beginning.engineRuns());
        this.ignition = beginning.engineRuns();
        this.saverOn = beginning.saverOn();
        this.fuse = new Fuse(parts.saver().fuseAmperes());
        this.memory = new RadioMemory(parts.radio());
        this.radioOhms = Parts.RATED_VOLTS / parts.radio().amperes();
        this.neededVolts = parts.radio().memoryVolts() * (1 + parts.contacts().radioOhms() / radioOhms);
        for (Contact contact : Contact.values()) {
            touches.put(contact, new Touch());
        }
        touch(Contact.BATTERY).set(beginning.battery());
        touch(Contact.SAVER).set(beginning.saver());
        touch(Contact.SENSE).set(beginning.sense());
        touch(Contact.RADIO).set(true);
        this.network = new Network(parts.electronics().farads(),
                beginning.battery() ? battery.openCircuitVolts() : 0, batteryBranch, loads, saverBranch,
                alternatorBranch, new Rectifier());
        this.radioMinVolts = network.volts();
        this.onboardMinVolts = network.volts();
        script.forEach(timed -> after(timed.at().toNanos(), () -> happen(timed.action())));
        awake(beginning.engineRuns());
        changed();
    }

    private Touch touch(Contact contact) {
        Touch touch = touches.get(contact);
        if (touch == null) {
            throw new IllegalStateException("there is no contact " + contact);
        }
        return touch;
    }

    private void after(long nanos, Runnable change) {
        due.add(new Due(nowNanos + nanos, order++, change));
    }

    /** The time up to which the model has gone. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Lets something happen now, beside the script. */
    public void happen(Action action) {
        switch (action) {
            case Action.Connect on -> move(on.contact(), true, on.reversed());
            case Action.Disconnect off -> move(off.contact(), false, touch(off.contact()).isReversed());
            case Action.Slip slip -> slip(slip);
            case Action.ReplaceBattery with -> replace(with.battery());
            case Action.Switch load -> load(load.load(), load.on());
            case Action.Door door -> {
                load(Parts.DOME_LIGHT, door.open());
                awake(true);
            }
            case Action.Ignition key -> {
                ignition = key.on();
                awake(true);
            }
            case Action.PowerSaver power -> saverOn = power.on();
            case Action.BlowFuse blown -> fuse.blow();
            case Action.StartEngine start -> {
                ignition = true;
                awake(true);
                engine.start(nowNanos);
            }
            case Action.StopEngine stop -> {
                engine.stop();
                ignition = false;
                awake(true);
            }
            case Action.Rev rev -> engine.rev(rev.rpm());
            case Action.Regulate with -> alternator = with.alternator();
        }
        changed();
    }

    private void move(Contact contact, boolean on, boolean reversed) {
        Touch touch = touch(contact);
        boolean was = touch.isMade();
        long movement = touch.move(reversed);
        touch.set(on);
        if (was == on) {
            return;
        }
        boolean touches = on;
        for (long nanos : Touch.changes(parts.contacts().bounceSeconds(), chance)) {
            touches = !touches;
            boolean made = touches;
            after(nanos, () -> {
                if (touch.stillMoves(movement)) {
                    touch.set(made);
                    changed();
                }
            });
        }
    }

    private void slip(Action.Slip slip) {
        Touch touch = touch(slip.contact());
        if (!touch.isMade()) {
            return;
        }
        move(slip.contact(), false, touch.isReversed());
        after(Math.round(slip.seconds() * 1e9), () -> happen(new Action.Connect(slip.contact(), touch.isReversed())));
    }

    /** Clamps that are still on come off with the old one. */
    private void replace(Battery with) {
        battery = new BatteryState(with);
        Touch touch = touch(Contact.BATTERY);
        touch.move(false);
        touch.set(false);
    }

    private void load(String name, boolean on) {
        if (!parts.loads().containsKey(name)) {
            throw new IllegalArgumentException(
                    "there is no load %s, only %s".formatted(name, parts.loads().keySet().stream().sorted().toList()));
        }
        if (on) {
            switchedOn.add(name);
        } else {
            switchedOn.remove(name);
        }
    }

    private void awake(boolean now) {
        if (now) {
            awakeUntilNanos = nowNanos + Math.round(parts.electronics().awakeSeconds() * 1e9);
            after(awakeUntilNanos - nowNanos, this::changed);
        }
    }

    private boolean saverReachesCar() {
        Saver saver = parts.saver();
        boolean socketDead = saver.connection() == Saver.Connection.LIGHTER_SOCKET && !saver.socketLive() && !ignition;
        return touch(Contact.SAVER).isMade() && !fuse.isBlown() && !socketDead;
    }

    /** Makes the branches what the parts are now. */
    private void changed() {
        Contacts contacts = parts.contacts();
        Touch clamps = touch(Contact.BATTERY);
        batteryBranch.set(battery.openCircuitVolts(), battery.ohms() + contacts.batteryOhms(),
                battery.chargingOhms() + contacts.batteryOhms());
        batteryBranch.connect(clamps.isMade(), clamps.isReversed());
        double amperes = nowNanos < awakeUntilNanos || ignition
                ? parts.electronics().awakeAmperes()
                : parts.electronics().asleepAmperes();
        for (Map.Entry<String, Double> load : parts.loads().entrySet()) {
            amperes += switchedOn.contains(load.getKey()) ? load.getValue() : 0;
        }
        double radio = touch(Contact.RADIO).isMade() ? 1 / (radioOhms + contacts.radioOhms()) : 0;
        loads.set(amperes / Parts.RATED_VOLTS + radio + engine.siemens(nowNanos));
        Saver saver = parts.saver();
        saverBranch.set(saver.noLoadVolts() - saver.drop(), saver.ohms() + contacts.saverOhms(), saver.limitAmperes(),
                saver.shortAmperes(), saver.diode() != Saver.Diode.NONE);
        saverBranch.connect(saverOn && saverReachesCar(), touch(Contact.SAVER).isReversed());
        alternatorBranch.set(alternator.volts(parts.celsius()), alternator.ohms(), alternator.amperesAt(engine.rpm()),
                alternator.amperesAt(engine.rpm()), true);
        alternatorBranch.connect(engine.runs() && alternator.amperesAt(engine.rpm()) > 0, false);
        network.branchChanged();
    }

    /** Goes on to a time; one that has passed changes nothing. */
    public void advance(long untilNanos) {
        while (nowNanos < untilNanos) {
            Due next = due.peek();
            long stepEnd = steppedNanos + (engine.cranks() ? STARTER_STEP_NANOS : STEP_NANOS);
            long end = Math.min(untilNanos, next == null ? stepEnd : Math.min(stepEnd, next.nanos()));
            pass(Math.max(end, nowNanos));
            if (nowNanos >= stepEnd) {
                step();
            }
            happenDue();
        }
    }

    private void happenDue() {
        for (Due next = due.peek(); next != null && next.nanos() <= nowNanos; next = due.peek()) {
            due.remove();
            // What the branches carried until now was carried by what they were until now.
            step();
            next.change().run();
        }
    }

    private void pass(long untilNanos) {
        boolean touchesRadio = touch(Contact.RADIO).isMade();
        long beginNanos = nowNanos;
        double seconds = (untilNanos - beginNanos) / 1e9;
        double passed = 0;
        while (passed < seconds) {
            double before = network.volts();
            double piece = network.piece(seconds - passed, neededVolts);
            passed += piece;
            steppedVoltSeconds += network.meanVolts() * piece;
            onboardMinVolts = Math.min(onboardMinVolts, network.volts());
            radioMinVolts = Math.min(radioMinVolts, radioVolts());
            long pieceEnd = passed >= seconds ? untilNanos : beginNanos + Math.round(passed * 1e9);
            boolean fed = touchesRadio && before + network.volts() >= 2 * neededVolts;
            memory.passed(fed, nowNanos, pieceEnd);
            nowNanos = pieceEnd;
        }
        nowNanos = untilNanos;
    }

    /** Takes what has flowed since the last step out of battery, fuse and engine. */
    private void step() {
        double seconds = (nowNanos - steppedNanos) / 1e9;
        if (seconds == 0) {
            return;
        }
        double meanVolts = steppedVoltSeconds / seconds;
        battery.use(batteryBranch.amperes(meanVolts), seconds);
        fuse.carry(saverBranch.amperes(meanVolts), seconds);
        engine.cranked(meanVolts, steppedNanos, nowNanos);
        steppedNanos = nowNanos;
        steppedVoltSeconds = 0;
        changed();
    }

    /** The true value of a channel, volts or amperes; at a time that has passed, what it is now. */
    public double valueAt(Channel channel, long nanos) {
        advance(nanos);
        return value(channel);
    }

    /** The true value of a channel now. */
    public double value(Channel channel) {
        return switch (channel) {
            case ONBOARD -> touch(Contact.SENSE).isMade() ? network.volts() + ripple() : OPEN_LEAD_VOLTS;
            case BACKUP -> backupVolts();
            case BACKUP_LEAD -> leadVolts();
            case BACKUP_CURRENT -> saverBranch.amperes(network.volts());
            case BATTERY -> postVolts();
            case BATTERY_CURRENT -> batteryBranch.amperes(network.volts());
            case RADIO -> radioVolts() + (touch(Contact.RADIO).isMade() ? ripple() : 0);
        };
    }

    private double ripple() {
        return engine.runs() && alternatorBranch.amperes(network.volts()) > 0
                ? alternator.rippleVolts(engine.rpm(), nowNanos / 1e9)
                : 0;
    }

    private double postVolts() {
        Touch clamps = touch(Contact.BATTERY);
        if (!clamps.isMade()) {
            return battery.openCircuitVolts();
        }
        double amperes = batteryBranch.amperes(network.volts());
        double seen = clamps.isReversed() ? -network.volts() : network.volts();
        return seen + amperes * parts.contacts().batteryOhms() + ripple();
    }

    private double radioVolts() {
        return touch(Contact.RADIO).isMade()
                ? network.volts() * radioOhms / (radioOhms + parts.contacts().radioOhms())
                : PULL_UP_VOLTS * radioOhms / (radioOhms + PULL_UP_OHMS);
    }

    private double backupVolts() {
        Saver saver = parts.saver();
        if (saver.diode() == Saver.Diode.INSIDE) {
            return leadVolts();
        }
        if (saverOn) {
            return saver.noLoadVolts() - saverBranch.amperes(network.volts()) * saver.ohms()
                    - droppedByLimit();
        }
        return saver.diode() == Saver.Diode.NONE && saverReachesCar() ? network.volts() : OPEN_LEAD_VOLTS;
    }

    /** At its limit of current the saver's own voltage falls to what the network leaves it. */
    private double droppedByLimit() {
        double amperes = saverBranch.amperes(network.volts());
        if (amperes <= 0) {
            return 0;
        }
        Saver saver = parts.saver();
        double seen = touch(Contact.SAVER).isReversed() ? -network.volts() : network.volts();
        double along = amperes * (saver.ohms() + parts.contacts().saverOhms());
        return Math.max(0, saver.noLoadVolts() - saver.drop() - along - seen);
    }

    private double leadVolts() {
        if (saverReachesCar()) {
            double sign = touch(Contact.SAVER).isReversed() ? -1 : 1;
            return sign * network.volts() + saverBranch.amperes(network.volts()) * parts.contacts().saverOhms();
        }
        return saverOn ? parts.saver().noLoadVolts() - parts.saver().drop() : OPEN_LEAD_VOLTS;
    }

    /** What really happened until now. */
    public Truth truth() {
        return new Truth(memory.breaks(nowNanos), memory.leftOut(), memory.lostSeconds(), radioMinVolts,
                onboardMinVolts, fuse.isBlown(), engine.runs(), battery.charge());
    }
}
