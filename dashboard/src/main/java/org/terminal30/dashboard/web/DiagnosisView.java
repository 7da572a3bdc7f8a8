package org.terminal30.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.diagnosis.CaseHistory;
import org.terminal30.dashboard.diagnosis.Cause;
import org.terminal30.dashboard.diagnosis.Diagnosis;
import org.terminal30.dashboard.diagnosis.LockRisk;
import org.terminal30.dashboard.diagnosis.Point;
import org.terminal30.dashboard.diagnosis.Standing;

/**
 * Why a radio locks again and again, and how likely it is to lock when somebody works on the supply.
 *
 * @param cause {@code battery-or-alternator contact-or-fuse unofficial-firmware memory-module parasitic-drain}; absent while the
 *     evidence is not enough
 * @param because what decided, or what is missing
 * @param next what to check next
 * @param causes all five, the likeliest first
 */
@Serdeable
record DiagnosisView(@Nullable String cause, String because, String next, List<CauseView> causes, RiskView risk,
        SeenView seen) {

    /** @param standing {@code strong some against nothing} */
    @Serdeable
    record CauseView(String cause, String words, String standing, List<ArgumentView> arguments) {}

    /**
     * @param strength {@code decisive strong weak against}
     * @param limit what it was held against
     * @param source of the limit or of the reasoning
     */
    @Serdeable
    record ArgumentView(String strength, String words, @Nullable Instant at, String limit, String source) {}

    /** @param level {@code high raised none-seen unknown} */
    @Serdeable
    record RiskView(String level, List<ReasonView> reasons) {
        static RiskView of(LockRisk risk) {
            return new RiskView(risk.level().wireName(), risk.reasons().stream()
                    .map(reason -> new ReasonView(reason.words(), reason.at(), reason.source())).toList());
        }
    }

    @Serdeable
    record ReasonView(String words, @Nullable Instant at, String source) {}

    /** What all this rests on. */
    @Serdeable
    record SeenView(int locks, int engineStarts, int parkedStretches, double watchedHours, double radioWatchedHours) {}

    static DiagnosisView of(CaseHistory history, Diagnosis diagnosis, LockRisk risk) {
        Cause cause = diagnosis.cause();
        return new DiagnosisView(cause == null ? null : cause.wireName(), diagnosis.because(), diagnosis.next(),
                diagnosis.standings().stream().map(DiagnosisView::cause).toList(),
                RiskView.of(risk),
                new SeenView(history.locks().size(), history.starts().size(), history.stands().size(),
                        hours(history.watched(Point.ONBOARD)), hours(history.watched(Point.RADIO))));
    }

    private static CauseView cause(Standing standing) {
        return new CauseView(standing.cause().wireName(), standing.cause().words(), standing.word().wireName(),
                standing.arguments().stream().map(argument -> new ArgumentView(argument.strength().wireName(),
                        argument.words(), argument.at(), argument.limit(), argument.source())).toList());
    }

    private static double hours(Duration length) {
        return Math.round(length.toMinutes() / 6.0) / 10.0;
    }
}
