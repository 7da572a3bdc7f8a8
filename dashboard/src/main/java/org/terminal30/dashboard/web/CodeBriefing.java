package org.terminal30.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.Lockouts;
import org.terminal30.dashboard.headunit.HeadUnitProfile;
import org.terminal30.dashboard.headunit.RefusedCodes;
import org.terminal30.dashboard.headunit.RefusedCodes.OnRecord;
import org.terminal30.dashboard.profile.Claim;
import org.terminal30.dashboard.profile.Fact;
import org.terminal30.dashboard.profile.FactKind;
import org.terminal30.dashboard.profile.Facts;
import org.terminal30.dashboard.profile.LockoutSchedule;
import org.terminal30.dashboard.profile.Profiles;

/** What a job is told of the lock of a head unit: its kind's rules with who says so, and what it has refused so far. */
@Singleton
final class CodeBriefing {
    /** Longer sentences are for the head unit's page. */
    private static final int MAX_SENTENCE = 260;
    private static final int MAX_STEP = 120;
    private static final int MAX_ENTRY = 8;

    private final Profiles profiles;
    private final RefusedCodes refused;
    private final Clock clock;

    CodeBriefing(Profiles profiles, RefusedCodes refused, Clock clock) {
        this.profiles = profiles;
        this.refused = refused;
        this.clock = clock;
    }

    CodeRules of(HeadUnitProfile radio) {
        Facts facts = profiles.of(radio.profile(), radio.headUnit());
        OnRecord onRecord = refused.of(radio.headUnit());
        LockoutSchedule schedule = radio.lockout();
        return new CodeRules(radio.attempts(), Math.min(onRecord.codes(), CodeRules.MOST_REFUSED),
                seconds(onRecord.lockedSince()), schedule == null ? null : lockouts(schedule),
                is("on", radio.ignitionWhileWaiting()), is("running", radio.engineAdvice()),
                radio.entrySteps().stream().limit(MAX_ENTRY).map(step -> cut(step, MAX_STEP)).toList(),
                sources(radio, facts));
    }

    private @Nullable Long seconds(@Nullable Instant lockedSince) {
        return lockedSince == null
                ? null
                : (Long) Math.clamp(Duration.between(lockedSince, clock.instant()).toSeconds(), 0,
                        CodeRules.MOST_LOCKED_SECONDS);
    }

    private static @Nullable Boolean is(String word, @Nullable String says) {
        return says == null ? null : (Boolean) says.equals(word);
    }

    private static Lockouts lockouts(LockoutSchedule schedule) {
        return new Lockouts(schedule.codesPerStep(), schedule.steps().stream()
                .map(step -> new Lockouts.Wait(step.minMinutes(), step.maxMinutes())).toList());
    }

    private static Map<String, String> sources(HeadUnitProfile radio, Facts facts) {
        Map<String, String> sources = new HashMap<>();
        put(sources, "lockout", "Lockout ", facts.of(FactKind.LOCKOUT));
        put(sources, "ignition", "Ignition ", facts.of(FactKind.IGNITION_WHILE_WAITING));
        put(sources, "engine", "Engine ", facts.of(FactKind.ENGINE));
        List<String> display = new ArrayList<>();
        if (radio.digits() != null) {
            display.add(radio.digits() + " digits");
        }
        radio.display().forEach(words -> display.add(String.join(", ", words.words()) + ": " + words.meaning()));
        if (!display.isEmpty()) {
            sources.put("display", cut(String.join("; ", display)));
        }
        return sources;
    }

    /** "Ignition on, says S2; others: off (S4)". */
    private static void put(Map<String, String> sources, String name, String before, Fact fact) {
        String says = fact.says();
        if (says == null) {
            return;
        }
        String chosen = fact.choice() == null ? "" : ", chosen by %s".formatted(fact.choice().by());
        String others = fact.claims().stream().filter(claim -> !claim.says().equals(says))
                .collect(Collectors.toMap(Claim::says, Claim::source, (first, second) -> first + ", " + second,
                        LinkedHashMap::new))
                .entrySet().stream().map(other -> "%s (%s)".formatted(other.getKey(), other.getValue()))
                .collect(Collectors.joining("; "));
        String sentence = "%s%s, by %s%s".formatted(before, says, fact.source(), chosen);
        sources.put(name, cut(others.isEmpty() ? sentence : sentence + ". Others: " + others));
    }

    private static String cut(String sentence) {
        return cut(sentence, MAX_SENTENCE);
    }

    private static String cut(String sentence, int most) {
        return sentence.length() <= most ? sentence : sentence.substring(0, most - 1) + "…";
    }
}
