package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * All that was recorded about one vehicle, as far as it tells why its radio locks. Lists are in order of time.
 *
 * @param swap null when none was recorded
 * @param check the newest finished alternator check, not older than it may be; null when there is none
 */
public record CaseHistory(List<LockSeen> locks, List<Watched> watched, List<Fault> faults, List<EngineStart> starts,
        List<Stand> stands, List<QuiescentLoad> loads, List<Looked> looked, @Nullable Swap swap,
        @Nullable AlternatorCheck check) {
    /** Two points that fail within this time of each other fail together. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    /** The longest cranking there is (B5). */
    private static final Duration CRANKING = Duration.ofSeconds(20);
    /** A start this soon after a parked stretch shows what the stretch has left. */
    private static final Duration SOON_AFTER = Duration.ofHours(1);

    public CaseHistory {
        locks = List.copyOf(locks);
        watched = List.copyOf(watched);
        faults = List.copyOf(faults);
        starts = List.copyOf(starts);
        stands = List.copyOf(stands);
        loads = List.copyOf(loads);
        looked = List.copyOf(looked);
    }

    /** The locks that nothing explains by itself. */
    List<LockSeen> unexplained() {
        return locks.stream().filter(LockSeen::isUnexplained).toList();
    }

    /** Whether a point was measured without a gap for as long as the cause of the lock can have been there. */
    boolean saw(Point point, LockSeen lock) {
        return covered(point, lock.earliest(), lock.latest());
    }

    private boolean covered(Point point, Instant from, Instant to) {
        return watched.stream().anyMatch(stretch -> stretch.point() == point && stretch.covers(from, to));
    }

    List<Fault> faultsAt(Point point, LockSeen lock) {
        return faults.stream().filter(fault -> fault.point() == point && lock.touches(fault.at(), fault.end()))
                .toList();
    }

    /** At how many unexplained locks a point had a fault. */
    long faultyAt(Point point) {
        return unexplained().stream().filter(lock -> !faultsAt(point, lock).isEmpty()).count();
    }

    /**
     * The breaks and deep dips of the radio's feed while the car's own supply was watched and steady. A lesser record may be
     * the car's own, which the voltage lost on the way to the radio carries over a threshold.
     */
    List<Fault> radioAlone() {
        return faults.stream().filter(fault -> fault.point() == Point.RADIO && SupplyTrouble.isBreak(fault))
                .filter(fault -> covered(Point.ONBOARD, fault.at(), fault.at()))
                .filter(this::onboardWasSteady).toList();
    }

    private boolean onboardWasSteady(Fault radio) {
        Instant from = radio.at().minus(TOGETHER);
        Instant to = radio.end().plus(TOGETHER);
        return faults.stream().noneMatch(fault -> fault.point() == Point.ONBOARD && !fault.at().isAfter(to)
                && !fault.end().isBefore(from))
                && starts.stream().noneMatch(start -> !start.at().isAfter(to)
                        && !start.at().plus(CRANKING).isBefore(from));
    }

    /** The parked stretches that lie in this time, or end just before it. */
    List<Stand> standsBefore(Instant from, Instant to) {
        return stands.stream().filter(stand -> !stand.from().isAfter(to)
                && !stand.to().plus(SOON_AFTER).isBefore(from)).toList();
    }

    /** The unexplained locks at which the car's own supply was watched and in order. */
    List<LockSeen> withSteadySupply() {
        return unexplained().stream().filter(lock -> saw(Point.ONBOARD, lock)
                && faultsAt(Point.ONBOARD, lock).isEmpty() && SupplyTrouble.at(lock, this).isEmpty()).toList();
    }

    /** The alternator check, unless the battery was swapped since: what that changed, the check does not tell any more. */
    Optional<AlternatorCheck> standingCheck() {
        return Optional.ofNullable(check).filter(done -> done.isChargingFault() || swap == null
                || !swap.at().isAfter(done.to()));
    }

    /** The starts that no alternator check with a fault tells of: one occasion is one argument. */
    List<EngineStart> startsBesideCheck() {
        Optional<AlternatorCheck> fault = standingCheck().filter(AlternatorCheck::isSupplyFault);
        return starts.stream().filter(start -> fault.filter(done -> done.covers(start.at())).isEmpty()).toList();
    }

    /** Whether a start, its charging, a short fault or a check says that battery or alternator are bad. */
    boolean hasSupplyTroubleSince(Instant since) {
        return starts.stream().anyMatch(start -> start.at().isAfter(since) && start.isDoubtful())
                || faults.stream().anyMatch(fault -> fault.at().isAfter(since) && SupplyTrouble.isElectrical(fault))
                || standingCheck().filter(done -> done.to().isAfter(since) && done.isSupplyFault()).isPresent();
    }

    boolean has(Looked.What what) {
        return looked.stream().anyMatch(entry -> entry.what() == what);
    }

    /** How long a point was measured, all in all. */
    public Duration watched(Point point) {
        return watched.stream().filter(stretch -> stretch.point() == point).map(Watched::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
