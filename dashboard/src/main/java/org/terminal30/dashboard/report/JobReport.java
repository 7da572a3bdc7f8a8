package org.terminal30.dashboard.report;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.Letterhead;

/**
 * A report as it was said: words and figures are written out, so that it reads the same for ever.
 *
 * @param number unique, see {@link ReportNumber}
 * @param revision 1 for the first; higher when records arrived after one was made
 * @param made when this revision was made, in words
 * @param revised what a later revision is about; null for the first
 * @param job its id
 * @param title the kind of job in words
 * @param aborted whether the job was ended before its end
 * @param car about the vehicle and its radio
 * @param course about the job: when, where, who, with what
 * @param verdicts all but what the headline says
 * @param records supply events, in order of start; the gravest when there were more than a page holds
 * @param recordsNote what is not listed; null when everything is
 * @param remarks the fine print
 */
@Serdeable
public record JobReport(
        String number,
        int revision,
        Instant madeAt,
        String made,
        @Nullable String revised,
        Letterhead workshop,
        String job,
        String title,
        boolean aborted,
        @Nullable String plate,
        List<Line> car,
        List<Line> course,
        VerdictLine headline,
        List<VerdictLine> verdicts,
        List<Line> figures,
        ReportChart chart,
        List<StepLine> steps,
        List<RecordLine> records,
        @Nullable String recordsNote,
        List<AlarmLine> alarms,
        @Nullable String alarmsNote,
        List<ChannelLine> channels,
        List<String> remarks) {

    /** Something and what it is. */
    @Serdeable
    public record Line(String name, String value) {}

    /**
     * An answer of the bay.
     *
     * @param sign {@code ok attention bad none}
     * @param mark its letter on the chart; empty when it is not there
     * @param at when the bay began to say so; empty for what is said of the whole job
     * @param advice what to do; empty when there is nothing to do
     */
    @Serdeable
    public record VerdictLine(String sign, String mark, String at, String title, String advice, List<Reason> reasons) {}

    /**
     * Why a verdict is as it is.
     *
     * @param found {@code proven}, {@code not measured}, {@code failed}, {@code not yet}
     * @param remedy empty when there is nothing to mend
     */
    @Serdeable
    public record Reason(String found, String text, String remedy) {}

    /**
     * A step.
     *
     * @param mark its number, also on the chart
     * @param at empty for a step that was not reached
     * @param how what completed it, in words
     * @param value what was measured or entered; empty for nothing
     * @param open whether it was left out, failed, not confirmed or not reached
     */
    @Serdeable
    public record StepLine(int mark, String at, String name, String how, String value, boolean open) {}

    /** A supply event. */
    @Serdeable
    public record RecordLine(String at, String kind, String channel, String length, String figures, boolean grave) {}

    /** An alarm, and who answered it in the course of the job. */
    @Serdeable
    public record AlarmLine(String at, String title, String answer) {}

    /** A measuring point: by what it was measured, how far that can be trusted, and what was seen. */
    @Serdeable
    public record ChannelLine(String name, String instrument, String trust, String lowest, String highest) {}

    /** The same as another revision. */
    JobReport revision(int next, Instant at, String written, @Nullable String about) {
        return new JobReport(number, next, at, written, about, workshop, job, title, aborted, plate, car, course,
                headline,
                verdicts, figures, chart, steps, records, recordsNote, alarms, alarmsNote, channels, remarks);
    }
}
