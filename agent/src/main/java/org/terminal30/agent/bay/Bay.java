package org.terminal30.agent.bay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.alarm.AlarmBoard;
import org.terminal30.agent.alarm.AlarmListener;
import org.terminal30.agent.alarm.AlarmResult;
import org.terminal30.agent.alarm.AlarmRules;
import org.terminal30.agent.bay.BayRecords.Answer;
import org.terminal30.agent.detect.DetectionListener;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.JobDesk;
import org.terminal30.agent.job.JobResult;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Procedures;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Decides what becomes of what was detected and ordered: drives the alarms and the job, and hands out the records of it. All
 * of it on one thread; times are those of the monotonic clock.
 */
final class Bay implements DetectionListener, AlarmListener {
    /** Who acknowledges with the button: whoever stands there. */
    static final String BUTTON = "button at the bay";

    private final BayIdentity identity;
    private final BayRecords records;
    private final Procedures procedures;
    private final BayOutput output;
    private final Map<Long, WireRecord.Event> openEvents = new HashMap<>();
    private final List<WireRecord> made = new ArrayList<>();
    private AlarmBoard alarms = new AlarmBoard(new AlarmRules(), this);
    private JobDesk jobs;
    private Duty duty = Duty.NO_JOB;
    private @Nullable SaverProfile saver;
    private OptionalLong lifted = OptionalLong.empty();
    private boolean vehicle;
    private long nowNanos;
    private @Nullable Answer answer;

    /** @param procedures what can be done on what this bay measures */
    Bay(BayIdentity identity, Procedures procedures, BayOutput output) {
        this.identity = identity;
        this.procedures = procedures;
        this.jobs = new JobDesk(procedures);
        this.records = new BayRecords(identity);
        this.output = output;
    }

    /** Where records go; no method waits. */
    interface BayOutput {
        /**
         * Records that belong together, and the bay as it is after them.
         *
         * @param earlier come first; records whose labels an earlier boot gave
         */
        void records(List<WireRecord.Event> earlier, List<WireRecord> records, String snapshot);

        void window(WireRecord.Window window);

        void captured(WireRecord.Waveform capture);

        /** The saver that has to hold from now on; null for that of the bay. */
        void saver(@Nullable SaverProfile saver);

        /** What detection has to watch for from now on. */
        void duty(Duty duty);

        /** The battery's clamp is off since then: what the network shows next is what the backup holds it at. */
        void lifted(long sinceNanos);

        /** What the bay has to show and to sound now; said again and again, changed or not. */
        void state(BaySignals.BayState state, long nowNanos);
    }

    /** Continues from what an earlier boot left; what it left open has an unknown end. */
    void restore(String snapshotText, long atNanos) {
        nowNanos = atNanos;
        Snapshots.BaySnapshot snapshot = Snapshots.read(snapshotText);
        Restored restored = Restored.of(snapshot, identity, atNanos);
        restored.origins().forEach(records::keepOrigin);
        if (snapshot.job() != null) {
            records.keepStart(snapshot.job().sequence(), snapshot.job().startedNanos());
        }
        jobs = new JobDesk(procedures, restored.jobs(), atNanos);
        alarms = AlarmBoard.restored(new AlarmRules(), this, restored.alarms(), jobs.phase(vehicle), atNanos);
        follow();
        hand(restored.cutOffEvents());
    }

    /** The labels of this boot have settled: what is kept for the restart says so too. */
    void relabelled(long shiftNanos) {
        openEvents.replaceAll((sequence, event) -> Relabel.shifted(event, shiftNanos, identity.labels().trust()));
        jobs.relabelled(shiftNanos);
        hand(List.of());
    }

    /** Samples at their full rate, after the detection has seen them: what the procedure finds is told when time passes. */
    void samples(SampleBlock block) {
        jobs.samples(block);
    }

    /** Time has passed; alarms may have something to say. */
    void advanceTo(long atNanos) {
        nowNanos = atNanos;
        jobs.advanceTo(atNanos);
        follow();
        alarms.advanceTo(atNanos);
        flush();
    }

    @Override
    public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        output.window(records.window(channel, startNanos, minimum, maximum, sum, count));
        jobs.window(channel, startNanos + Detector.WINDOW_NANOS, minimum, maximum, sum / count, count);
    }

    @Override
    public void event(SupplyEvent event) {
        nowNanos = Math.max(nowNanos, event.endNanos());
        WireRecord.Event record = records.event(event, jobId());
        if (event.open()) {
            openEvents.put(event.sequence(), record);
        } else {
            openEvents.remove(event.sequence());
        }
        made.add(record);
        jobs.event(event);
        tellAlarms();
        alarms.event(event, nowNanos);
        flush();
    }

    @Override
    public void captured(SampleBlock samples) {
        output.captured(records.waveform(samples));
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        vehicle = connected;
        nowNanos = Math.max(nowNanos, atNanos);
        tellAlarms();
        flush();
    }

    @Override
    public void changed(Alarm alarm, @Nullable String who) {
        made.add(records.alarm(alarm, jobId(), jobs.phase(vehicle), who == null || who.isEmpty() ? null : who, answer));
        answer = null;
    }

    /** Carries out an order; the next record of the alarm or the job answers it. */
    void order(Order order, long atNanos) {
        nowNanos = atNanos;
        switch (order) {
            case Order.StartJob start -> job(order, jobs.start(start.kind(), start.vehicle(),
                    start.settings(), who(order), order.header().expectedRevision(), atNanos));
            case Order.TickStep tick -> job(order, jobs.act(identity.jobSequence(tick.job()), tick.said(), who(order),
                    atNanos));
            case Order.FinishJob finish -> job(order, jobs.finish(identity.jobSequence(finish.job()),
                    order.header().expectedRevision(), atNanos));
            case Order.AbortJob abort -> job(order, jobs.abort(identity.jobSequence(abort.job()),
                    order.header().expectedRevision(), atNanos));
            case Order.Acknowledge act -> alarm(order, act.alarm(), alarms::acknowledge);
            case Order.Silence act -> alarm(order, act.alarm(), alarms::silence);
            case Order.Reset act -> alarm(order, act.alarm(), alarms::reset);
            case Order.Unshelve act -> alarm(order, act.alarm(), alarms::unshelve);
            case Order.Shelve act -> alarm(order, act.alarm(), (alarm, revision, who, now) -> alarms.shelve(alarm,
                    revision, who, act.why(), act.minutes(), now));
        }
        flush();
    }

    /**
     * The button at the bay: somebody who stands there has seen what waits for an answer. What came after the press has not
     * been seen.
     *
     * @return whether anything was waiting
     */
    boolean acknowledgeAll(long pressedNanos, long atNanos) {
        nowNanos = atNanos;
        List<Alarm> waiting = alarms.alarms().stream().filter(alarm -> alarm.state().wantsAnswer())
                .filter(alarm -> alarm.timing().changedNanos() <= pressedNanos).toList();
        waiting.forEach(alarm -> alarms.acknowledge(alarm.sequence(), alarm.revision(), BUTTON, atNanos));
        flush();
        return !waiting.isEmpty();
    }

    private static String who(Order order) {
        String who = order.header().who();
        return who == null ? "" : who;
    }

    private void job(Order order, JobResult result) {
        switch (result) {
            case JobResult.Done done -> {
                made.add(records.job(done.job(), jobs.phase(vehicle), order.header().who(), accepted(order)));
                follow();
            }
            case JobResult.Refused refused -> made.add(refusal(order, refused.reason()));
        }
    }

    private WireRecord refusal(Order order, String reason) {
        Answer refused = new Answer(order.header().id(), reason);
        Phase phase = jobs.phase(vehicle);
        Optional<JobState> running = jobs.running();
        return running.isPresent()
                ? records.job(running.get(), phase, null, refused)
                : records.noJob("watch", phase, nowNanos, null, refused);
    }

    private interface AlarmAction {
        AlarmResult on(long sequence, int expectedRevision, String who, long atNanos);
    }

    private void alarm(Order order, String id, AlarmAction action) {
        long sequence = identity.alarmSequence(id);
        answer = accepted(order);
        AlarmResult result = action.on(sequence, order.header().expectedRevision(), who(order), nowNanos);
        answer = null;
        if (result instanceof AlarmResult.Refused refused) {
            Answer refusal = new Answer(order.header().id(), refused.reason());
            made.add(alarms.alarms().stream().filter(alarm -> alarm.sequence() == sequence).findFirst()
                    .<WireRecord>map(alarm -> records.alarm(alarm, jobId(), jobs.phase(vehicle), null, refusal))
                    .orElseGet(() -> records.noJob("watch", jobs.phase(vehicle), nowNanos, null, refusal)));
        }
    }

    private static Answer accepted(Order order) {
        return new Answer(order.header().id(), null);
    }

    /** Alarms and detection follow the job. Not while the detection is telling something. */
    private void follow() {
        tellAlarms();
        if (!Objects.equals(jobs.saver(), saver)) {
            saver = jobs.saver();
            output.saver(saver);
        }
        if (jobs.duty() != duty) {
            duty = jobs.duty();
            output.duty(duty);
        }
        if (!jobs.liftedNanos().equals(lifted)) {
            lifted = jobs.liftedNanos();
            lifted.ifPresent(output::lifted);
        }
    }

    private void tellAlarms() {
        jobs.changed(nowNanos).ifPresent(job -> made.add(records.job(job, jobs.phase(vehicle), null, null)));
        alarms.circumstances(jobs.circumstances(), nowNanos);
        alarms.phase(jobs.phase(vehicle), nowNanos);
    }

    private @Nullable String jobId() {
        return records.jobId(jobs.running());
    }

    boolean hasVehicle() {
        return vehicle;
    }

    /** Why a channel cannot be watched now, for people; empty while all can. */
    Optional<String> blindness() {
        return openEvents.values().stream().filter(event -> event.kind() == EventKind.NOT_WATCHING).findFirst()
                .map(event -> "%s: %s".formatted(event.channel().wireName(),
                        event.reason() == null ? "no samples" : event.reason()));
    }

    private void flush() {
        if (!made.isEmpty()) {
            hand(List.of());
        }
        output.state(new BaySignals.BayState(alarms.alarms(), blindness().isEmpty(), vehicle, tint(),
                jobs.phase(vehicle).isQuiet()), nowNanos);
    }

    private @Nullable Tint tint() {
        return jobs.running().flatMap(job -> job.progress().shown()).map(JobVerdict::tint).orElse(null);
    }

    private void hand(List<WireRecord.Event> earlier) {
        output.records(earlier, List.copyOf(made), Snapshots.text(snapshot()));
        made.clear();
    }

    private Snapshots.BaySnapshot snapshot() {
        return Restored.snapshot(alarms.snapshot(), jobs.snapshot(), openEvents.values(), records);
    }
}
