package org.terminal30.dashboard.headunit;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.Fact;

/**
 * All about a head unit.
 *
 * @param doubts what makes one look again, as sentences; none of it was refused
 * @param fittings the cars it was in, the newest stay first
 * @param corrections stays that were entered wrong and taken back, the newest first
 * @param facts what to go by with it
 * @param code null when the registry keeps none
 * @param codeKeepingOn whether codes may be kept and shown
 * @param reveals who was shown the code, the newest first
 */
@Serdeable
public record HeadUnitFile(HeadUnit headUnit, List<String> doubts, List<Fitting> fittings,
        List<Correction> corrections, List<Fact> facts, @Nullable KeptCode code, boolean codeKeepingOn,
        List<Reveal> reveals) {}
