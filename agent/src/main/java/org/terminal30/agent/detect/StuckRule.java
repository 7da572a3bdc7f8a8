package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * Notices a channel that repeats an old value while another of the same chip moves (rule B3). A battery at rest may read the
 * same for hours, so it counts only where the channel used to flicker.
 */
final class StuckRule {
    /** Windows of the time before that are remembered. */
    private static final int REMEMBERED = 100;
    /** So many of them had more than one value. */
    private static final int LIVELY = 50;

    private final DetectorConfig.Stuck config;
    private final List<Member> members = new ArrayList<>();

    StuckRule(DetectorConfig.Stuck config, List<ChannelInfo> channels) {
        this.config = config;
        channels.forEach(info -> members.add(new Member(info, channels.size())));
    }

    /** Told of a channel that repeats. */
    interface Verdict {
        void stuck(Channel channel, long sinceNanos, String reason);
    }

    private static final class Member {
        private final ChannelInfo info;
        private final double[] minimums;
        private final double[] maximums;
        private double value = Double.NaN;
        private long lastNanos = Long.MIN_VALUE;
        private long sinceNanos;
        private int lively;
        private int livelyBefore;

        Member(ChannelInfo info, int count) {
            this.info = info;
            this.minimums = new double[count];
            this.maximums = new double[count];
        }

        void own(double minimum, double maximum, long startNanos) {
            boolean flickers = minimum < maximum;
            if (flickers || minimum != value) {
                value = flickers ? Double.NaN : minimum;
                sinceNanos = startNanos;
                livelyBefore = lively;
                Arrays.fill(minimums, Double.POSITIVE_INFINITY);
                Arrays.fill(maximums, Double.NEGATIVE_INFINITY);
            }
            lastNanos = startNanos;
            lively = Math.clamp(lively + (flickers ? 1 : -1), 0, REMEMBERED);
        }

        void other(int index, long startNanos, double minimum, double maximum) {
            if (startNanos >= sinceNanos) {
                minimums[index] = Math.min(minimums[index], minimum);
                maximums[index] = Math.max(maximums[index], maximum);
            }
        }

        boolean repeats(long forNanos) {
            return !Double.isNaN(value) && livelyBefore >= LIVELY && lastNanos - sinceNanos >= forNanos;
        }
    }

    /** Takes a window of a channel. */
    void window(Channel channel, long startNanos, double minimum, double maximum, Verdict verdict) {
        int moved = indexOf(channel);
        Member mover = members.get(moved);
        mover.own(minimum, maximum, startNanos);
        for (Member member : members) {
            if (member == mover || !member.info.device().equals(mover.info.device())) {
                continue;
            }
            member.other(moved, startNanos, minimum, maximum);
            if (member.repeats(config.millis() * 1_000_000)
                    && member.maximums[moved] - member.minimums[moved] >= config.movedVolts()) {
                verdict.stuck(member.info.channel(), member.sinceNanos, String.format(Locale.ROOT,
                        "repeats %.3f V while %s on the same converter moves", member.value, channel.wireName()));
            }
        }
    }

    private int indexOf(Channel channel) {
        for (int index = 0; index < members.size(); index++) {
            if (members.get(index).info.channel() == channel) {
                return index;
            }
        }
        throw new IllegalArgumentException("no channel " + channel.wireName());
    }
}
