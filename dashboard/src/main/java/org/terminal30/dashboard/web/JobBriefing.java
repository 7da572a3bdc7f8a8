package org.terminal30.dashboard.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.JobSettings;
import org.terminal30.dashboard.headunit.HeadUnitProfile;
import org.terminal30.dashboard.headunit.HeadUnitProfiles;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.saver.LoadTest;
import org.terminal30.dashboard.saver.Saver;
import org.terminal30.dashboard.saver.Savers;

import static java.util.stream.Collectors.joining;

/** What a job is told at its start: all that the registry knows of what stands in the bay, so that the bay asks no more. */
@Singleton
final class JobBriefing {
    /** Of the places of a head unit's code. */
    private static final Map<String, String> PLACES = Map.of("card", "Code card", "service-book", "Service book",
            "phone", "Note in a phone", "previous-owner", "Previous owner", "dealer", "Dealer", "elsewhere",
            "Elsewhere");

    private final HeadUnitProfiles headUnits;
    private final Savers savers;
    private final CodeBriefing codes;

    JobBriefing(HeadUnitProfiles headUnits, Savers savers, CodeBriefing codes) {
        this.headUnits = headUnits;
        this.savers = savers;
        this.codes = codes;
    }

    /**
     * For a job on a vehicle.
     *
     * @param saver null for the one that the bay itself knows
     */
    JobSettings of(long vehicle, @Nullable Long saver) {
        JobSettings settings = saver == null ? JobSettings.NONE : with(JobSettings.NONE, chosen(saver));
        return headUnits.ofVehicle(vehicle).map(radio -> with(settings, radio)).orElse(settings);
    }

    private Saver chosen(long id) {
        Saver saver = savers.find(id).orElseThrow(
                () -> ProblemException.field(HttpStatus.BAD_REQUEST, "saver", "is not registered"));
        if (saver.retired()) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "saver", "is retired: \"%s\"".formatted(saver.name()));
        }
        return saver;
    }

    private static JobSettings with(JobSettings settings, Saver saver) {
        LoadTest test = saver.latestTest();
        return settings.withSaver(saver.profile(),
                saver.testedToday() && test != null ? (Double) test.amperes() : null);
    }

    private JobSettings with(JobSettings settings, HeadUnitProfile radio) {
        return settings.withHeadUnit(radio.standbySteps(), codePlace(radio)).withCode(codes.of(radio));
    }

    /** "Code card: glove compartment; the registry keeps the code"; null when nobody has asked. */
    private static @Nullable String codePlace(HeadUnitProfile radio) {
        String place = Stream.of(PLACES.get(radio.codePlace()), radio.codePlaceNote()).filter(word -> word != null)
                .collect(joining(": "));
        String words = Stream.of(place, radio.codeKept() ? "the registry keeps the code" : "")
                .filter(word -> !word.isEmpty()).collect(joining("; "));
        return words.isEmpty() ? null : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
