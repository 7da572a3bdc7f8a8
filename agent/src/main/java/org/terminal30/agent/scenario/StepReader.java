package org.terminal30.agent.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.terminal30.agent.config.Section;
import org.terminal30.agent.job.JobKind;
import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Timed;

/** Reads one step of the timeline: {@code at} and {@code does} say when and what, the other keys depend on what. */
final class StepReader {
    private static final double LONGEST_SECONDS = 30 * 86_400;

    private final Section in;
    private final Set<String> loads;
    private final TreeMap<String, Supplier<Optional<Action>>> physical = new TreeMap<>();
    private final TreeMap<String, Supplier<Optional<BayAction>>> atBay = new TreeMap<>();
    private final double atSeconds;

    /** @param loads names of those that can be switched */
    StepReader(Section in, Set<String> loads) {
        this.in = in;
        this.loads = loads;
        if (!in.has("at")) {
            in.fault("at", "missing", "the seconds since the beginning");
        }
        this.atSeconds = in.numberOr("at", 0, 0, LONGEST_SECONDS);
        physical.put("connect", () -> contact().map(what -> new Action.Connect(what, in.flagOr("reversed", false))));
        physical.put("disconnect", () -> contact().map(Action.Disconnect::new));
        physical.put("slip",
                () -> contact().map(what -> new Action.Slip(what, in.numberOr("seconds", 1, 1e-5, 86_400))));
        physical.put("replace-battery",
                () -> Optional.of(new Action.ReplaceBattery(PartsSections.battery(in))));
        physical.put("switch-on", () -> load().map(name -> new Action.Switch(name, true)));
        physical.put("switch-off", () -> load().map(name -> new Action.Switch(name, false)));
        physical.put("open-door", () -> Optional.of(new Action.Door(true)));
        physical.put("close-door", () -> Optional.of(new Action.Door(false)));
        physical.put("ignition-on", () -> Optional.of(new Action.Ignition(true)));
        physical.put("ignition-off", () -> Optional.of(new Action.Ignition(false)));
        physical.put("saver-on", () -> Optional.of(new Action.PowerSaver(true)));
        physical.put("saver-off", () -> Optional.of(new Action.PowerSaver(false)));
        physical.put("blow-fuse", () -> Optional.of(new Action.BlowFuse()));
        physical.put("start-engine", () -> Optional.of(new Action.StartEngine()));
        physical.put("stop-engine", () -> Optional.of(new Action.StopEngine()));
        physical.put("rev", () -> Optional.of(new Action.Rev(in.numberOr("rpm", 2_000, 300, 8_000))));
        physical.put("alternator",
                () -> Optional.of(new Action.Regulate(PartsSections.alternator(in))));
        atBay.put("start-job", () -> kind().map(kind -> new BayAction.StartJob(kind, CodeRulesReader.settings(in))));
        atBay.put("tap", () -> Optional.of(new BayAction.Tap(step())));
        atBay.put("enter", () -> Optional.of(new BayAction.Enter(step(), in.text("value", "what is typed"))));
        atBay.put("skip", () -> Optional.of(new BayAction.Skip(step(), in.text("why", "the reason given"))));
        atBay.put("acknowledge", () -> Optional.of(new BayAction.Acknowledge()));
        atBay.put("finish-job", () -> Optional.of(new BayAction.FinishJob()));
        atBay.put("abort-job", () -> Optional.of(new BayAction.AbortJob()));
        atBay.put("power-cut", () -> Optional.of(new BayAction.PowerCut(in.numberOr("seconds", 5, 0.1, 86_400))));
        atBay.put("network-gone",
                () -> Optional.of(new BayAction.NetworkGone(in.numberOr("seconds", 60, 0.1, LONGEST_SECONDS))));
    }

    /** Adds the step where it belongs. */
    void read(List<Timed> script, List<AtBay> bay) {
        String does = in.text("does", "one of " + names());
        if (physical.containsKey(does)) {
            Optional.ofNullable(physical.get(does)).flatMap(Supplier::get)
                    .ifPresent(action -> repeated(action, script));
        } else if (atBay.containsKey(does)) {
            Optional.ofNullable(atBay.get(does)).flatMap(Supplier::get)
                    .ifPresent(action -> bay.add(new AtBay(Duration.ofNanos(Math.round(atSeconds * 1e9)), action)));
        } else if (!does.isEmpty()) {
            in.fault("does", "\"%s\"".formatted(does), "one of " + names());
            return;
        }
        in.done();
    }

    private String names() {
        return String.join(" ", physical.navigableKeySet()) + " " + String.join(" ", atBay.navigableKeySet());
    }

    private void repeated(Action action, List<Timed> script) {
        int times = in.integerOr("times", 1, 1, 1_000);
        double every = in.numberOr("every_seconds", 1, 0.001, LONGEST_SECONDS);
        for (int i = 0; i < times; i++) {
            script.add(Timed.at(atSeconds + i * every, action));
        }
    }

    private Optional<Contact> contact() {
        String name = in.text("what", "one of " + Contact.keys());
        Optional<Contact> contact = Contact.ofKey(name);
        if (contact.isEmpty() && !name.isEmpty()) {
            in.fault("what", "\"%s\"".formatted(name), "one of " + Contact.keys());
        }
        return contact;
    }

    private Optional<String> load() {
        String right = "one of " + loads.stream().sorted().collect(Collectors.joining(" "));
        String name = in.text("what", right);
        if (!loads.contains(name) && !name.isEmpty()) {
            in.fault("what", "\"%s\"".formatted(name), right + ", or one that [loads] names");
        }
        return Optional.of(name).filter(loads::contains);
    }

    private String step() {
        return in.text("step", "the name of a step of the job");
    }

    private Optional<JobKind> kind() {
        String right = "one of "
                + Arrays.stream(JobKind.values()).map(JobKind::wireName).collect(Collectors.joining(" "));
        String name = in.text("kind", right);
        Optional<JobKind> kind = JobKind.ofWireName(name);
        if (kind.isEmpty() && !name.isEmpty()) {
            in.fault("kind", "\"%s\"".formatted(name), right);
        }
        return kind;
    }
}
