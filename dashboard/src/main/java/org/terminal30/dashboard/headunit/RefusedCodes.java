package org.terminal30.dashboard.headunit;

import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.code.CodeProcedure;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.EpochNanos;

/** How many codes a head unit has refused, in whatever car and bay: what its last code entry told. */
@Singleton
public final class RefusedCodes {
    private final Jdbi registry;

    RefusedCodes(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    /**
     * What is on record.
     *
     * @param codes refused since the last one that was accepted
     * @param lockedSince when the lockout began that nobody has seen the end of; null without one
     */
    public record OnRecord(int codes, @Nullable Instant lockedSince) {
        static final OnRecord NOTHING = new OnRecord(0, null);
    }

    /** Of a head unit; nothing when no code of it was ever typed in under watch. */
    public OnRecord of(long headUnit) {
        Optional<String> last = registry.withHandle(handle -> handle.createQuery("""
                select progress from job where head_unit = :id and kind = :kind and progress is not null
                order by started_nanos desc, id desc limit 1""").bind("id", headUnit)
                .bind("kind", JobKind.CODE_ENTRY.wireName()).mapTo(String.class).findOne());
        return last.map(RefusedCodes::read).orElse(OnRecord.NOTHING);
    }

    private static OnRecord read(String text) {
        try {
            Progress progress = ProgressText.read(text);
            double codes = progress.figures().getOrDefault(CodeProcedure.REFUSED_CODES, 0.0);
            boolean waits = CodeProcedure.WAIT.equals(progress.question());
            Instant since = waits
                    ? progress.shown().map(wait -> EpochNanos.instant(wait.sinceNanos())).orElse(null)
                    : null;
            return new OnRecord((int) codes, since);
        } catch (MalformedLineException changed) {
            throw new IllegalStateException("the registry holds a progress that nobody can read", changed);
        }
    }
}
