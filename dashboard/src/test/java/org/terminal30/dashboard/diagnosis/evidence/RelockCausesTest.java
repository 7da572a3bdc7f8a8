package org.terminal30.dashboard.diagnosis.evidence;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.dashboard.diagnosis.Cause;
import org.terminal30.dashboard.diagnosis.evidence.Confusion.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/** Five causes, 200 invented histories each: the judge sees what a bay and people recorded, never the truth. */
class RelockCausesTest {
    private static final int HISTORIES = 200;
    private static final long SEED = Long.getLong("terminal30.seed", 4_711_000L);

    @ParameterizedTest
    @EnumSource(Cause.class)
    void watchedHistories_rankTheTrueCauseFirstInNineteenOfTwentyAndAreHardlyEverWrong(Cause cause) {
        Confusion.Row row = Confusion.row(Workshop.THOROUGH, cause, HISTORIES, SEED);

        assertThat(row.first()).as("%s", row).isGreaterThanOrEqualTo(HISTORIES * 95 / 100);
        assertThat(row.named(cause)).as("%s", row).isGreaterThanOrEqualTo(HISTORIES * 85 / 100);
        assertThat(row.wrong()).as("%s", row).isLessThanOrEqualTo(HISTORIES * 2 / 100);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void thinHistories_sayThatTheEvidenceIsNotEnough(Cause cause) {
        Confusion.Row row = Confusion.row(Workshop.HASTY, cause, HISTORIES, SEED);

        assertThat(row.open()).as("%s", row).isGreaterThanOrEqualTo(HISTORIES * 98 / 100);
        assertThat(row.wrong()).as("%s", row).isZero();
    }

    @Test
    void halfTheQuestionsOpen_isAReasonToNameNothingRatherThanTheWrongThing() {
        for (Cause cause : Cause.values()) {
            Confusion.Row row = Confusion.row(Workshop.CARELESS, cause, HISTORIES, SEED);
            assertThat(row.wrong()).as("%s", row).isLessThanOrEqualTo(HISTORIES * 5 / 100);
        }
    }

    @Test
    void sameSeed_givesTheSameDiagnosis() {
        for (Cause cause : Cause.values()) {
            assertThat(Confusion.judged(InventedCase.thorough(cause, new Random(SEED))))
                    .isEqualTo(Confusion.judged(InventedCase.thorough(cause, new Random(SEED))));
        }
    }
}
