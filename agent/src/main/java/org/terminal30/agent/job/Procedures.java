package org.terminal30.agent.job;

/** The procedures that a bay can carry out, on what it measures. */
public interface Procedures {
    /** What became of a start. */
    sealed interface Begun {
        record Started(Procedure procedure) implements Begun {}

        /** This bay cannot do it. The reason is for people. */
        record Refused(String reason) implements Begun {}
    }

    /** Begins a procedure. */
    Begun begin(JobKind kind, JobSettings settings, long nowNanos);

    /** Goes on with a procedure that an earlier boot began; what was being measured begins anew. */
    Procedure resume(JobState job, long nowNanos);
}
