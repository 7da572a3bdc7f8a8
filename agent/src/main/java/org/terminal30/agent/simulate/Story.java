package org.terminal30.agent.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.scenario.Expectation;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Truth;

/** What a simulation came to: what the bay said, and what really happened. */
public final class Story {
    private final Set<EventKind> records = EnumSet.noneOf(EventKind.class);
    private final Map<String, String> verdicts = new TreeMap<>();
    private final Map<String, Step.State> steps = new TreeMap<>();

    /** Another record of the bay. */
    public void add(WireRecord record) {
        if (record instanceof WireRecord.Event event) {
            records.add(event.kind());
        }
        if (record instanceof WireRecord.Job job && job.progress() != null) {
            Progress progress = progress(job.progress());
            progress.verdicts().forEach(verdict -> verdicts.put(verdict.about(), verdict.word()));
            progress.steps().forEach(step -> steps.put(step.id(), step.state()));
        }
    }

    /** How it differs from what was expected, for people; empty when it does not. */
    public List<String> surprises(Expectation expected, Truth truth) {
        List<String> surprises = new ArrayList<>();
        expected.memoryKept().filter(kept -> kept != truth.memoryKept())
                .ifPresent(kept -> surprises.add("the radio %s its memory, expected was that it %s it"
                        .formatted(truth.memoryKept() ? "kept" : "lost", kept ? "keeps" : "loses")));
        expected.records().filter(kinds -> !kinds.equals(records))
                .ifPresent(kinds -> surprises.add("records are %s, expected were %s".formatted(names(records),
                        names(kinds))));
        expected.verdicts().forEach((question, word) -> {
            String said = verdicts.getOrDefault(question, "nothing");
            if (!said.equals(word)) {
                surprises.add("the bay says %s of %s, expected was %s".formatted(said, question, word));
            }
        });
        expected.steps().forEach((step, state) -> {
            Step.State came = steps.get(step);
            if (came != state) {
                surprises.add("step %s is %s, expected was %s".formatted(step,
                        came == null ? "none of the job's" : came.wireName(), state.wireName()));
            }
        });
        return surprises;
    }

    static Progress progress(String text) {
        try {
            return ProgressText.read(text);
        } catch (MalformedLineException ownText) {
            throw new IllegalStateException("the bay wrote a progress that it cannot read", ownText);
        }
    }

    private static List<String> names(Set<EventKind> kinds) {
        return kinds.stream().map(EventKind::wireName).sorted().toList();
    }
}
