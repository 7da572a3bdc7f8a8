package org.terminal30.dashboard.report;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.hardware.sample.Channel;

/**
 * What the bay reported of a job that has ended.
 *
 * @param range from its first transition to its last
 * @param courses of the channels that were measured
 * @param events those that touch the job, in order of start
 */
record Measured(Job job, TimeRange range, List<Course> courses, List<WireRecord.Event> events, List<Alarm> alarms) {
    /**
     * One channel.
     *
     * @param buckets in order of time
     * @param stepNanos width of a bucket
     */
    record Course(Channel channel, List<Bucket> buckets, long stepNanos) {
        double lowest() {
            return buckets.stream().mapToDouble(Bucket::minimum).min().orElseThrow();
        }

        double highest() {
            return buckets.stream().mapToDouble(Bucket::maximum).max().orElseThrow();
        }
    }

    /**
     * An alarm as it was answered in the course of the job.
     *
     * @param answeredNanos null when nobody did
     * @param who null when nobody did, or nobody had to log in
     */
    record Alarm(String id, String channel, String kind, String priority, long raisedNanos,
            @Nullable Long answeredNanos,
            @Nullable String who) {}

    Stream<WireRecord.Event> events(Channel channel) {
        return events.stream().filter(event -> event.channel() == channel);
    }

    boolean measures(Channel channel) {
        return courses.stream().anyMatch(course -> course.channel() == channel);
    }

    /** Whether an event outlived the job: what its figures are is then not of the job. */
    boolean goesOn(WireRecord.Event event) {
        return event.open() || event.timeNanos() + event.durationNanos() > range.toNanos();
    }

    /** The part of an event that lies in the job. */
    long inside(WireRecord.Event event) {
        long end = event.open() ? range.toNanos() : event.timeNanos() + event.durationNanos();
        return Math.max(0, Math.min(end, range.toNanos()) - Math.max(event.timeNanos(), range.fromNanos()));
    }
}
