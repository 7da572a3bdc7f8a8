package org.terminal30.dashboard.headunit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.terminal30.dashboard.profile.Facts;
import org.terminal30.dashboard.profile.Profiles;

/** Puts together all about a head unit. */
@Singleton
public final class HeadUnitFiles {
    private static final Pattern LIKE_A_CODE = Pattern.compile("(?<!\\d)\\d{4,5}(?!\\d)");

    private final HeadUnits headUnits;
    private final Profiles profiles;
    private final Fittings fittings;
    private final KeptCodes codes;
    private final CodeKeeping keeping;

    HeadUnitFiles(HeadUnits headUnits, Profiles profiles, Fittings fittings, KeptCodes codes, CodeKeeping keeping) {
        this.headUnits = headUnits;
        this.profiles = profiles;
        this.fittings = fittings;
        this.codes = codes;
        this.keeping = keeping;
    }

    public HeadUnitFile of(HeadUnit unit) {
        Facts facts = profiles.of(unit.profile(), unit.id());
        return new HeadUnitFile(unit, doubts(unit, facts), fittings.ofHeadUnit(unit.id()),
                fittings.corrections(unit.id()), facts.all(), codes.find(unit.id()).orElse(null), keeping.isOn(),
                codes.reveals(unit.id()));
    }

    private List<String> doubts(HeadUnit unit, Facts facts) {
        List<String> doubts = new ArrayList<>();
        String serial = unit.serial();
        if (serial != null) {
            doubts.addAll(SerialDoubts.of(serial, facts));
        }
        for (HeadUnit other : headUnits.alike(unit)) {
            doubts.add("Head unit %d has the number %s, which looks the same: are there two, or one with a slip?"
                    .formatted(other.id(), other.serial()));
        }
        String note = unit.codePlaceNote();
        if (note != null && LIKE_A_CODE.matcher(note).find()) {
            doubts.add(
                    "The note on where the code is kept seems to hold the code itself: notes are not sealed, everybody "
                            + "reads them.");
        }
        return doubts;
    }
}
