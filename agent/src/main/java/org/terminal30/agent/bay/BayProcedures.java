package org.terminal30.agent.bay;

import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.job.Procedure;
import org.terminal30.agent.job.Procedures;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.WatchProcedure;
import org.terminal30.agent.job.alternator.AlternatorCheck;
import org.terminal30.agent.job.code.CodeProcedure;
import org.terminal30.agent.job.relock.RelockWatch;
import org.terminal30.agent.job.swap.SwapProcedure;
import org.terminal30.hardware.sample.Channel;

/** The procedures on what this bay measures. */
final class BayProcedures implements Procedures {
    private final BayWiring wiring;
    private final SaverProfile ownSaver;

    /** @param ownSaver stands in where a job names none */
    BayProcedures(BayWiring wiring, SaverProfile ownSaver) {
        this.wiring = wiring;
        this.ownSaver = ownSaver;
    }

    @Override
    public Begun begin(JobKind kind, JobSettings settings, long nowNanos) {
        return switch (kind) {
            case WATCH -> new Begun.Started(new WatchProcedure(wiring));
            case BATTERY_SWAP -> wiring.mayGuard()
                    ? new Begun.Started(new SwapProcedure(wiring, saver(settings), settings, nowNanos))
                    : new Begun.Refused("this meter is too slow to guard a swap");
            case CODE_ENTRY -> new Begun.Started(
                    new CodeProcedure(wiring, saver(settings), rules(settings), settings.codePlace(), nowNanos));
            case RELOCK_WATCH -> wiring.channels().contains(Channel.ONBOARD)
                    ? new Begun.Started(new RelockWatch(wiring, nowNanos))
                    : new Begun.Refused("this bay does not measure the car's network (onboard)");
            case ALTERNATOR_CHECK -> wiring.isCoarse(Channel.ONBOARD)
                    ? new Begun.Refused(
                            "this meter is too coarse to check an alternator: compare it with a multimeter first")
                    : new Begun.Started(new AlternatorCheck(wiring, saver(settings), nowNanos));
        };
    }

    @Override
    public Procedure resume(JobState job, long nowNanos) {
        return switch (job.kind()) {
            case WATCH -> new WatchProcedure(wiring);
            case BATTERY_SWAP -> SwapProcedure.resumed(wiring, saver(job.settings()), job.settings(), job.progress(),
                    nowNanos);
            case CODE_ENTRY -> CodeProcedure.resumed(wiring, saver(job.settings()), rules(job.settings()),
                    job.progress(), nowNanos);
            case RELOCK_WATCH -> RelockWatch.resumed(wiring, job.progress(), job.startedNanos(), nowNanos);
            case ALTERNATOR_CHECK -> AlternatorCheck.resumed(wiring, saver(job.settings()), job.progress(), nowNanos);
        };
    }

    private static CodeRules rules(JobSettings settings) {
        return settings.code() == null ? CodeRules.UNKNOWN : settings.code();
    }

    private SaverProfile saver(JobSettings settings) {
        return settings.saver() == null ? ownSaver : settings.saver();
    }
}
