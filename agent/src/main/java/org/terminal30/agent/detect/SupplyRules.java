package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

/** What is judged on the car's supply: all of B3 on the on-board network, breaks, dips and surges at the radio. */
final class SupplyRules implements ChannelRules {
    private final Channel channel;
    private final DetectorConfig config;
    private final DetectionListener listener;
    private final RecordLog log;
    private final VehiclePresence presence;
    private final List<ThresholdRule> thresholds = new ArrayList<>();
    private final @Nullable ThresholdRule low;
    private final @Nullable ThresholdRule critical;
    private final ThresholdRule interruption;
    private final ThresholdRule reversed;
    private final DipRule dip;
    private final SurgeRule surge;
    private final StartRule start;
    private final FeedRule feed;
    private Duty duty = Duty.NO_JOB;

    SupplyRules(DetectorConfig config, ChannelInfo info, SampleRing ring, RecordLog log, Captures captures,
            DetectionListener listener) {
        this.channel = info.channel();
        this.config = config;
        this.listener = listener;
        this.log = log;
        this.presence = new VehiclePresence(config.presence());
        boolean slowSlot = ChannelDetector.isSlow(info, ChannelDetector.SLOT_NANOS);
        boolean slowWindow = ChannelDetector.isSlow(info, Detector.WINDOW_NANOS);
        // What a coarse instrument is wrong by lies between the thresholds; a break or a reversal it cannot miss.
        boolean exact = info.calibration() != CalibrationState.COARSE;
        boolean onboard = channel == Channel.ONBOARD && exact;
        // In this order: what is nested ends before what holds it.
        this.interruption = threshold(EventKind.INTERRUPTION, config.interruption(), true);
        this.critical = onboard ? threshold(EventKind.CRITICAL, config.critical(), slowSlot) : null;
        this.low = onboard ? threshold(EventKind.LOW, config.low(), slowWindow) : null;
        this.reversed = reversed(config.reversed());
        this.dip = new DipRule(config.dip(), log);
        this.surge = new SurgeRule(config.surge(), log, slowWindow, exact);
        this.start = new StartRule(config.start(), info.nominalRateHertz(), ring, log, captures);
        this.feed = new FeedRule(config.feed(), log, slowSlot);
    }

    private ThresholdRule threshold(EventKind kind, DetectorConfig.Threshold limit, boolean onSamples) {
        ThresholdRule rule = new ThresholdRule(kind, log, 1, limit.startVolts(), limit.endVolts(), limit.delayMillis(),
                onSamples);
        thresholds.add(rule);
        return rule;
    }

    /** Starts at its level too and ends above it: the other way round than a fall. */
    private ThresholdRule reversed(DetectorConfig.Threshold limit) {
        return new ThresholdRule(EventKind.REVERSED, log, 1, Math.nextUp(limit.startVolts()),
                Math.nextUp(limit.endVolts()), limit.delayMillis(), true);
    }

    @Override
    public boolean isSteady() {
        if (!presence.isSteady() || !reversed.isSteady()) {
            return false;
        }
        if (presence.absent()) {
            return true;
        }
        for (int i = 0; i < thresholds.size(); i++) {
            if (!thresholds.get(i).isSteady()) {
                return false;
            }
        }
        return start.isSteady() && dip.isSteady() && surge.isSteady() && feed.isSteady();
    }

    @Override
    public boolean passes(double minimum, double maximum) {
        double from = Math.max(presence.steadyFrom(), reversed.steadyFrom());
        double to = Math.min(presence.steadyTo(), reversed.steadyTo());
        if (!presence.absent()) {
            for (int i = 0; i < thresholds.size(); i++) {
                from = Math.max(from, thresholds.get(i).steadyFrom());
                to = Math.min(to, thresholds.get(i).steadyTo());
            }
            from = Math.max(Math.max(from, dip.steadyFrom()), Math.max(surge.steadyFrom(), feed.steadyFrom()));
            to = Math.min(Math.min(to, dip.steadyTo()), Math.min(surge.steadyTo(), feed.steadyTo()));
        }
        if (!(minimum >= from) || !(maximum <= to) || (!presence.absent() && !start.passes(minimum, maximum))) {
            return false;
        }
        ran(minimum, maximum);
        return true;
    }

    private void ran(double minimum, double maximum) {
        reversed.ran(minimum, maximum);
        if (!presence.absent()) {
            for (int i = 0; i < thresholds.size(); i++) {
                thresholds.get(i).ran(minimum, maximum);
            }
            dip.ran(minimum, maximum);
            surge.ran(minimum, maximum);
            feed.ran(minimum, maximum);
        }
    }

    @Override
    public void sample(long beforeNanos, double before, long nanos, double value) {
        reversed.sample(beforeNanos, before, nanos, value);
        presence(nanos, value);
        if (presence.absent()) {
            return;
        }
        start.before(beforeNanos, before, nanos, value);
        boolean falls = value < before;
        if (falls) {
            dip.sample(beforeNanos, before, nanos, value);
        }
        interruption.sample(beforeNanos, before, nanos, value);
        if (!falls) {
            dip.sample(beforeNanos, before, nanos, value);
        }
        if (critical != null && low != null) {
            critical.sample(beforeNanos, before, nanos, value);
            low.sample(beforeNanos, before, nanos, value);
        }
        feed.sample(beforeNanos, before, nanos, value);
        surge.sample(beforeNanos, before, nanos, value);
        excuse(start.after(nanos, value));
    }

    private void excuse(StartRule.Outcome outcome) {
        if (outcome == StartRule.Outcome.EXCUSED) {
            thresholds.forEach(ThresholdRule::excuse);
        }
    }

    private void presence(long nanos, double value) {
        boolean wasConnected = presence.connected();
        boolean wasAbsent = presence.absent();
        presence.sample(nanos, value);
        if (presence.absent() && !wasAbsent) {
            vehicleGone(nanos);
        }
        if (channel == Channel.ONBOARD && presence.connected() != wasConnected) {
            listener.vehicle(presence.connected(), nanos);
        }
    }

    private void vehicleGone(long nanos) {
        start.release(nanos);
        interruption.close(nanos, SupplyEvent.NO_VEHICLE);
        dip.close(nanos, SupplyEvent.NO_VEHICLE);
        thresholds.forEach(rule -> rule.close(nanos, SupplyEvent.NO_VEHICLE));
        surge.close(nanos, SupplyEvent.NO_VEHICLE);
    }

    @Override
    public void slot(double mean, long nanos) {
        if (presence.absent()) {
            return;
        }
        if (critical != null) {
            critical.mean(mean, nanos);
        }
        feed.mean(mean, nanos);
        excuse(start.slot(mean, nanos));
    }

    @Override
    public void window(double mean, double minimum, double maximum, long nanos) {
        if (presence.absent()) {
            return;
        }
        start.window(mean, nanos);
        if (low != null) {
            low.mean(mean, nanos);
        }
        surge.mean(mean, nanos);
        dip.mean(mean, nanos, interruption.isOpen(), start.isSuspected());
        if (config.openLead().pulledUp()) {
            openLead(interruption.entry(), minimum, maximum, nanos);
            openLead(feed.entry(), minimum, maximum, nanos);
        }
    }

    /** A break is that of the sense lead as long as the input reads what the pull-up makes of an open lead. */
    private void openLead(RecordLog.@Nullable Entry entry, double minimum, double maximum, long nanos) {
        if (entry == null) {
            return;
        }
        boolean off = minimum >= config.openLead().minVolts() && maximum <= config.openLead().maxVolts();
        boolean wasOff = SupplyEvent.LEAD_OFF.equals(entry.reason);
        if (off != wasOff && (off || maximum < config.openLead().minVolts())) {
            entry.reason = off ? SupplyEvent.LEAD_OFF : null;
            log.report(entry, nanos, true);
        }
    }

    @Override
    public void gap(long nanos) {
        start.gap(nanos);
        presence.gap();
        thresholds.forEach(ThresholdRule::gap);
        reversed.gap();
        dip.gap();
        surge.gap();
        feed.gap();
    }

    @Override
    public void duty(Duty next, long nanos) {
        boolean armed = channel == Channel.ONBOARD && next == Duty.ARMED;
        presence.job(next != Duty.NO_JOB);
        start.armed(next == Duty.ARMED, nanos);
        if (armed && duty != Duty.ARMED) {
            feed.arm();
        } else if (!armed && duty == Duty.ARMED) {
            feed.disarm(nanos);
        }
        duty = next;
    }

    @Override
    public void saver(SaverLimits limits, long nanos) {
        feed.floor(limits.holdFloorVolts());
    }

    @Override
    public void lifted(long nanos) {
        feed.lifted(nanos);
    }
}
