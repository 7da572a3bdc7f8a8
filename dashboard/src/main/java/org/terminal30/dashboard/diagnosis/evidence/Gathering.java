package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.diagnosis.CaseHistory;
import org.terminal30.dashboard.diagnosis.EngineStart;
import org.terminal30.dashboard.diagnosis.LockSeen;
import org.terminal30.dashboard.diagnosis.Looked;
import org.terminal30.dashboard.diagnosis.Looked.What;
import org.terminal30.dashboard.diagnosis.QuiescentLoad;
import org.terminal30.dashboard.diagnosis.Stand;
import org.terminal30.dashboard.diagnosis.Swap;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.workshop.Inspection;
import org.terminal30.dashboard.workshop.Inspections;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.dashboard.workshop.Lock;
import org.terminal30.dashboard.workshop.Locks;

/**
 * Makes the case history of a vehicle. It never reads years of windows: of each visit it takes the events, and sips of a few
 * seconds where a figure is needed.
 */
@Singleton
public final class Gathering {
    /** The newest visits count. */
    static final int MAX_VISITS = 100;

    private final Jobs jobs;
    private final Locks locks;
    private final Inspections inspections;
    private final History history;
    private final Clock clock;

    public Gathering(Jobs jobs, Locks locks, Inspections inspections, History history, Clock clock) {
        this.jobs = jobs;
        this.locks = locks;
        this.inspections = inspections;
        this.history = history;
        this.clock = clock;
    }

    /** All that is known of a vehicle that is there. */
    public CaseHistory of(long vehicle) {
        return of(jobs.intervals(vehicle), locks.of(vehicle), inspections.of(vehicle), history, clock.instant());
    }

    /** The same from lists with the newest first. */
    static CaseHistory of(List<Interval> newestFirst, List<Lock> locks, List<Inspection> inspections, History history,
            Instant now) {
        List<VisitReading> visits = newestFirst.stream().limit(MAX_VISITS).toList().reversed().stream()
                .map(job -> VisitReading.of(job, history, now)).toList();
        Starts starts = new Starts(history);
        List<EngineStart> judged = starts.newest(visits);
        Parked parked = new Parked(history);
        List<Stand> stands = parked.stands(visits);
        List<QuiescentLoad> loads = Stream.concat(entered(inspections), parked.loads(visits).stream())
                .sorted(Comparator.comparing(QuiescentLoad::at)).toList();
        return new CaseHistory(locks.stream().map(Gathering::seen).sorted(Comparator.comparing(LockSeen::to)).toList(),
                visits.stream().flatMap(visit -> visit.watched().stream()).toList(),
                visits.stream().flatMap(visit -> visit.faults().stream()).toList(), judged, stands, loads,
                newestOfEach(inspections), swap(visits), CheckReading.newest(newestFirst, now));
    }

    private static LockSeen seen(Lock lock) {
        return new LockSeen(lock.from(), lock.to(), LockSeen.Before.ofWireName(lock.before()));
    }

    private static Stream<QuiescentLoad> entered(List<Inspection> inspections) {
        return inspections.stream().flatMap(inspection -> {
            Double milliamperes = inspection.milliamperes();
            return milliamperes == null
                    ? Stream.empty()
                    : Stream.of(new QuiescentLoad(inspection.enteredAt(), milliamperes / 1000, false));
        });
    }

    private static List<Looked> newestOfEach(List<Inspection> newestFirst) {
        Set<String> told = new HashSet<>();
        return newestFirst.stream().filter(inspection -> told.add(inspection.subject()))
                .flatMap(inspection -> What.of(inspection.subject(), inspection.found())
                        .map(what -> new Looked(what, inspection.enteredAt())).stream())
                .toList();
    }

    private static @Nullable Swap swap(List<VisitReading> visits) {
        return visits.stream().flatMap(visit -> visit.swap().stream()).reduce((first, last) -> last).orElse(null);
    }
}
