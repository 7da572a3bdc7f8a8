package org.terminal30.agent.job.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.How;

/** The steps from the code card to the radio that plays. What waits out a lockout is there before there is one. */
final class CodeSteps {
    static final String CODE_KNOWN = "code-known";
    static final String ENGINE_RUNNING = "engine-running";
    static final String ENGINE_OFF = "engine-off";
    static final String SUPPLY = "supply";
    /** The head unit's own steps are {@code entry-1}, {@code entry-2}… */
    static final String ENTRY = "entry-";
    static final String CODE = "code";
    static final String LOCKOUT = "lockout";
    static final String CHARGER = "charger";

    private CodeSteps() {
    }

    /**
     * Nothing has been done yet.
     *
     * @param codePlace where the code lies, for people; null when nobody said
     */
    static Progress begin(CodeRules rules, @Nullable String codePlace) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.waiting(CODE_KNOWN, How.TAPPED).saying(codePlace));
        if (rules.engineRunning() != null) {
            boolean running = rules.engineRunning();
            steps.add(Step.waiting(running ? ENGINE_RUNNING : ENGINE_OFF, running ? How.MEASURED : How.TAPPED)
                    .saying(rules.sources().get("engine")));
        }
        steps.add(Step.waiting(SUPPLY, How.MEASURED));
        for (int i = 0; i < rules.entry().size(); i++) {
            steps.add(Step.waiting(ENTRY + (i + 1), How.TAPPED).saying(rules.entry().get(i)));
        }
        steps.add(Step.waiting(CODE, How.ENTERED).saying(rules.sources().get("display")));
        steps.add(Step.waiting(LOCKOUT, How.MEASURED).saying(sentences(rules, "lockout", "ignition")));
        steps.add(Step.waiting(CHARGER, How.MEASURED));
        return new Progress(steps, List.of(), Map.of(), EntryVerdicts.ENTRY);
    }

    private static @Nullable String sentences(CodeRules rules, String... names) {
        List<String> known = Stream.of(names).filter(rules.sources()::containsKey)
                .map(name -> rules.sources().getOrDefault(name, "")).toList();
        return known.isEmpty() ? null : String.join(". ", known);
    }
}
