package org.terminal30.dashboard.report;

import java.util.List;
import java.util.Optional;

import org.terminal30.dashboard.live.ChannelView;
import org.terminal30.dashboard.report.JobReport.ChannelLine;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.dashboard.words.Words;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;

/** The measuring points, and how far each can be trusted, for somebody who has never heard of calibration. */
final class ChannelLines {
    private final Words words;
    private final Measured measured;
    private final AtTheTime then;

    ChannelLines(Words words, Measured measured, AtTheTime then) {
        this.words = words;
        this.measured = measured;
        this.then = then;
    }

    List<ChannelLine> all() {
        return measured.courses().stream().map(this::line).toList();
    }

    private ChannelLine line(Course course) {
        Optional<ChannelView> status = status(then, course.channel().wireName());
        return new ChannelLine(words.channel(course.channel().wireName()),
                status.map(one -> "%s, %s/s".formatted(one.device(), rate(one.nominalRateHertz())))
                        .orElse("not known"),
                status.map(one -> trust(one, course.channel()))
                        .orElse("not known: the bay had not told it to this dashboard"),
                Written.value(course.channel(), course.lowest()),
                Written.value(course.channel(), course.highest()));
    }

    static Optional<ChannelView> status(AtTheTime then, String channel) {
        return then.channels().stream().filter(one -> one.channel().equals(channel)).findFirst();
    }

    private static String rate(double hertz) {
        return hertz >= 10 ? "%.0f".formatted(hertz) : Written.number(hertz);
    }

    private static String trust(ChannelView status, Channel channel) {
        if (status.calibration().equals(CalibrationState.COARSE.wireName())) {
            return "coarse meter: steps of 0.1 V, may be wrong by 0.3 V; limits closer than that are not judged";
        }
        if (status.calibratedOn() == null || status.calibration().equals(CalibrationState.UNCALIBRATED.wireName())) {
            return "not compared with a reference meter"
                    + (channel.unit() == Channel.Unit.VOLT ? ": may be wrong by 0.2 V" : "");
        }
        String since = "compared with a reference meter on " + Written.day(status.calibratedOn());
        return status.due() ? since + ", more than a year ago: overdue" : since;
    }
}
