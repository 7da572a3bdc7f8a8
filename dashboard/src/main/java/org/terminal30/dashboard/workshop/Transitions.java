package org.terminal30.dashboard.workshop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.Databases;

/** Takes in what the bays decided about jobs and alarms, a batch in one durable transaction. */
@Singleton
public final class Transitions {
    private final Jdbi registry;
    private final ReentrantLock writing = new ReentrantLock();

    public Transitions(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    /** The jobs and alarms that a batch changed, as they stand now; those changed twice stand twice. */
    public record Changed(List<Job> jobs, List<Alarm> alarms) {}

    /** The order of arrival does not matter: the highest revision stays. Repeats change nothing. */
    public Changed store(List<WireRecord.Job> jobs, List<WireRecord.Alarm> alarms) {
        List<WireRecord.Job> real = jobs.stream().filter(job -> !job.state().equals("none")).toList();
        if (real.isEmpty() && alarms.isEmpty()) {
            return new Changed(List.of(), List.of());
        }
        writing.lock();
        try {
            return registry.inTransaction(handle -> new Changed(
                    real.stream().map(job -> Jobs.store(handle, job)).flatMap(Optional::stream).toList(),
                    alarms.stream().map(alarm -> Alarms.store(handle, alarm)).flatMap(Optional::stream).toList()));
        } finally {
            writing.unlock();
        }
    }
}
