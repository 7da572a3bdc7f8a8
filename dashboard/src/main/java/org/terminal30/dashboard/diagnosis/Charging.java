package org.terminal30.dashboard.diagnosis;

import java.util.List;

import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.battery.Verdict;

/** Whether the alternator does its work, by the newest starts that could be judged. */
final class Charging implements Rule {
    private static final int NEWEST = 5;

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<EngineStart> newest = newest(
                history.startsBesideCheck().stream().filter(Charging::isJudged).toList());
        List<EngineStart> bad = newest.stream().filter(start -> start.charging().verdict() != Verdict.PASS).toList();
        if (!bad.isEmpty()) {
            Finding finding = bad.getLast().charging();
            boolean often = bad.size() >= 2 && bad.size() * 2 >= newest.size();
            return List.of(new Argument(Cause.SUPPLY, often ? Strength.STRONG : Strength.WEAK,
                    "%s after %s: %s".formatted(finding.verdict().wireName(),
                            Spoken.share(bad.size(), newest.size(), "engine start"), figure(finding)),
                    bad.getLast().at(), finding.limit() + " V", finding.source()));
        }
        return newest.isEmpty() ? neverLifted(history) : List.of();
    }

    /** A dead alternator lifts nothing, so that nobody can tell the engine from a stalled one, except that nobody tried again. */
    private static List<Argument> neverLifted(CaseHistory history) {
        List<EngineStart> ran = newest(history.startsBesideCheck()).stream().filter(EngineStart::onlyAttempt).toList();
        if (ran.size() < 2 || ran.stream().anyMatch(EngineStart::started)) {
            return List.of();
        }
        return List.of(new Argument(Cause.SUPPLY, Strength.STRONG,
                "Nothing lifted the voltage after %s that nobody had to repeat".formatted(
                        Spoken.count(ran.size(), "engine start")),
                ran.getLast().at(), "0.3 V above rest", "B5"));
    }

    private static boolean isJudged(EngineStart start) {
        return start.charging().verdict() != Verdict.INSUFFICIENT_DATA;
    }

    private static List<EngineStart> newest(List<EngineStart> starts) {
        return starts.subList(Math.max(0, starts.size() - NEWEST), starts.size());
    }

    private static String figure(Finding finding) {
        Double volts = finding.value();
        return volts == null ? finding.remark() : Spoken.volts(volts);
    }
}
