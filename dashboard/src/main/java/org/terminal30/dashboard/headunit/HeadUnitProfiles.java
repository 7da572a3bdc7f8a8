package org.terminal30.dashboard.headunit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.Fact;
import org.terminal30.dashboard.profile.FactKind;
import org.terminal30.dashboard.profile.Facts;
import org.terminal30.dashboard.profile.Profiles;

/** From a car to what a job has to know of its radio. */
@Singleton
public final class HeadUnitProfiles {
    private final HeadUnits headUnits;
    private final Profiles profiles;
    private final KeptCodes codes;

    HeadUnitProfiles(HeadUnits headUnits, Profiles profiles, KeptCodes codes) {
        this.headUnits = headUnits;
        this.profiles = profiles;
        this.codes = codes;
    }

    /** What to go by with the head unit that is in a vehicle now; empty when the registry knows of none. */
    public Optional<HeadUnitProfile> ofVehicle(long vehicle) {
        return headUnits.fittedTo(vehicle).map(this::of);
    }

    /** What to go by with a head unit. */
    public HeadUnitProfile of(HeadUnit unit) {
        Facts facts = profiles.of(unit.profile(), unit.id());
        Map<String, String> sources = new TreeMap<>();
        for (Fact fact : facts.all()) {
            String source = fact.source();
            if (source != null) {
                sources.put(fact.fact(), source);
            }
        }
        return new HeadUnitProfile(unit.id(), unit.maker(), unit.model(), unit.serial(), unit.profile(), unit
                .profileName(), orNull(facts.number(FactKind.DIGITS)), orNull(facts.number(FactKind.ATTEMPTS)),
                facts
                        .lockout().orElse(null),
                facts.of(FactKind.IGNITION_WHILE_WAITING).says(), facts.lines(
                        FactKind.STANDBY),
                facts.lines(FactKind.ENTRY), facts.of(FactKind.ENGINE).says(), facts
                        .display(),
                facts.lines(FactKind.REMARKS), unit.codePlace(), unit
                        .codePlaceNote(),
                codes.find(unit.id()).isPresent(), sources);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
