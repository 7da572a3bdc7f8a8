package org.terminal30.agent.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.config.Section;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.Lockouts;
import org.terminal30.agent.job.Lockouts.Wait;

/** What a job is told of the radio's lock, in the keys of the step that starts it. */
final class CodeRulesReader {
    private static final String RIGHT = "a list of \"60\", \"15-30\", \"60+\" or \"permanent\", in minutes";
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6})|(\\+))?");
    private static final int MOST_ATTEMPTS = 20;

    private CodeRulesReader() {
    }

    static JobSettings settings(Section in) {
        CodeRules rules = rules(in);
        return rules.equals(CodeRules.UNKNOWN) ? JobSettings.NONE : JobSettings.NONE.withCode(rules);
    }

    private static CodeRules rules(Section in) {
        Integer attempts = in.has("attempts") ? (Integer) in.integerOr("attempts", 1, 1, MOST_ATTEMPTS) : null;
        Boolean ignitionOn = in.has("ignition_on") ? (Boolean) in.flagOr("ignition_on", true) : null;
        return new CodeRules(attempts, in.integerOr("refused", 0, 0, CodeRules.MOST_REFUSED), null, lockouts(in),
                ignitionOn, null, List.of(), Map.of());
    }

    private static @Nullable Lockouts lockouts(Section in) {
        int codes = in.integerOr("codes_per_lockout", 1, 1, MOST_ATTEMPTS);
        if (!in.has("lockout_minutes")) {
            return null;
        }
        List<Wait> waits = in.texts("lockout_minutes", RIGHT).stream().map(text -> wait(in, text))
                .flatMap(Optional::stream).toList();
        return in.checked("lockout_minutes", () -> new Lockouts(codes, waits)).orElse(null);
    }

    private static Optional<Wait> wait(Section in, String text) {
        if (text.equals("permanent")) {
            return Optional.of(new Wait(null, null));
        }
        Matcher minutes = MINUTES.matcher(text);
        if (!minutes.matches()) {
            in.fault("lockout_minutes", "\"%s\"".formatted(text), RIGHT);
            return Optional.empty();
        }
        int least = Integer.parseInt(minutes.group(1));
        Integer most = minutes.group(3) != null
                ? null
                : (Integer) (minutes.group(2) == null ? least : Integer.parseInt(minutes.group(2)));
        return in.checked("lockout_minutes", () -> new Wait(least, most));
    }
}
