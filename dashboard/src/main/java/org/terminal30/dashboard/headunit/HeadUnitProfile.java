package org.terminal30.dashboard.headunit;

import java.util.List;
import java.util.Map;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.DisplayWords;
import org.terminal30.dashboard.profile.LockoutSchedule;

/**
 * All that a job needs to know of the head unit in front of it, whole: with it a bay asks the dashboard no more. What nobody has
 * said is null or empty.
 *
 * @param headUnit its id
 * @param profile id of its kind
 * @param digits of the code
 * @param attempts refused codes before a long lockout
 * @param lockout lockout after lockout, in minutes
 * @param ignitionWhileWaiting {@code on} or {@code off}
 * @param standbySteps what to do with the radio before the battery comes off
 * @param entrySteps how a known code is typed in
 * @param engineAdvice engine {@code running} or {@code off} while the code is typed in
 * @param codePlace where the code is kept, one of {@link HeadUnitEntry#PLACES}
 * @param codeKept the registry keeps the code itself; it is not in here and never goes to a bay
 * @param sources who says so, by fact: {@code "lockout": "S2"}; the workshop's own words where it has chosen
 */
@Serdeable
public record HeadUnitProfile(
        long headUnit,
        String maker,
        @Nullable String model,
        @Nullable String serial,
        String profile,
        String profileName,
        @Nullable Integer digits,
        @Nullable Integer attempts,
        @Nullable LockoutSchedule lockout,
        @Nullable String ignitionWhileWaiting,
        List<String> standbySteps,
        List<String> entrySteps,
        @Nullable String engineAdvice,
        List<DisplayWords> display,
        List<String> remarks,
        String codePlace,
        @Nullable String codePlaceNote,
        boolean codeKept,
        Map<String, String> sources) {
    public HeadUnitProfile {
        standbySteps = List.copyOf(standbySteps);
        entrySteps = List.copyOf(entrySteps);
        display = List.copyOf(display);
        remarks = List.copyOf(remarks);
        sources = Map.copyOf(sources);
    }
}
