package org.terminal30.agent.job.relock;

import java.util.Optional;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Procedure;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.hardware.sample.Channel;

/**
 * Watches a car for hours or weeks, with nobody there, for what makes its radio lock again and again. Its memory is bounded, and so is
 * what it tells: figures once an hour, and a verdict when it becomes another.
 */
public final class RelockWatch implements Procedure {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final ProgressBook book;
    private final RelockFigures figures;
    private final RelockVerdict verdict;
    private final boolean hasRadio;
    private final WatchedTime car;
    private final WatchedTime radio;
    private final StartsSeen starts;
    private final IncidentTally tally = new IncidentTally();
    private final Incidents incidents = new Incidents(tally);
    private final RestSeen rest;
    private final long startedNanos;
    private long nowNanos;
    private long nextLookNanos;
    private long nextFiguresNanos;

    /** Begins a watch. */
    public RelockWatch(BayWiring wiring, long nowNanos) {
        this(wiring, Progress.NONE, nowNanos, nowNanos);
        say();
    }

    private RelockWatch(BayWiring wiring, Progress progress, long startedNanos, long nowNanos) {
        this.book = new ProgressBook(progress);
        this.figures = new RelockFigures(book);
        this.hasRadio = wiring.channels().contains(Channel.RADIO);
        this.verdict = new RelockVerdict(hasRadio);
        this.car = new WatchedTime(Channel.ONBOARD, wiring.rateHertz(Channel.ONBOARD));
        this.radio = new WatchedTime(Channel.RADIO, wiring.rateHertz(Channel.RADIO));
        this.starts = new StartsSeen(wiring);
        this.rest = new RestSeen(!wiring.isCoarse(Channel.ONBOARD));
        this.startedNanos = startedNanos;
        this.nowNanos = nowNanos;
        this.nextFiguresNanos = nowNanos + Hours.NANOS;
    }

    /**
     * Goes on with a watch of an earlier boot, by the figures that it kept: at most its last hour is missing. The rest of the battery
     * has to be waited for anew.
     */
    public static RelockWatch resumed(BayWiring wiring, Progress progress, long startedNanos, long nowNanos) {
        var watch = new RelockWatch(wiring, progress, startedNanos, nowNanos);
        watch.figures.restore(watch.car, watch.radio, watch.tally, watch.starts, watch.rest);
        return watch;
    }

    @Override
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        nowNanos = Math.max(nowNanos, endNanos);
        if (channel == Channel.RADIO) {
            radio.window(endNanos);
        } else if (channel == Channel.ONBOARD) {
            if (!car.window(endNanos)) {
                rest.disturbed();
            }
            starts.window(endNanos, minimum, maximum, mean, count);
            rest.window(endNanos, mean);
        }
        look();
    }

    @Override
    public void event(SupplyEvent event) {
        nowNanos = Math.max(nowNanos, event.endNanos());
        car.event(event);
        radio.event(event);
        incidents.event(event);
        if (starts.event(event)) {
            rest.disturbed();
        }
    }

    @Override
    public void advanceTo(long laterNanos) {
        nowNanos = Math.max(nowNanos, laterNanos);
        look();
    }

    private void look() {
        if (nowNanos < nextLookNanos) {
            return;
        }
        nextLookNanos = nowNanos + LOOK_NANOS;
        incidents.judge(nowNanos);
        boolean hourIsOver = nowNanos >= nextFiguresNanos;
        if (hourIsOver) {
            nextFiguresNanos = nowNanos + Hours.NANOS;
            rest.look();
        }
        JobVerdict now = judged();
        boolean another = book.progress().verdict(RelockVerdict.RELOCK).filter(now::saysTheSameAs).isEmpty();
        if (hourIsOver || another) {
            say();
        }
    }

    private JobVerdict judged() {
        return verdict.of(car, radio, tally, starts, rest, nowNanos);
    }

    private void say() {
        book.turnTo(judged());
        figures.time((nowNanos - startedNanos) / (double) Hours.NANOS, car);
        if (hasRadio) {
            figures.radio(radio, tally);
        }
        figures.supply(tally, starts);
        figures.rest(rest);
    }

    @Override
    public Optional<String> act(Action action, String who, long atNanos) {
        return Optional.of("a re-lock watch has no steps; a lock is entered for the vehicle");
    }

    @Override
    public void end(long atNanos) {
        nowNanos = Math.max(nowNanos, atNanos);
        incidents.settle(nowNanos);
        rest.look();
        say();
    }

    @Override
    public Progress progress() {
        return book.progress();
    }

    @Override
    public Phase phase() {
        return Phase.UNATTENDED;
    }

    @Override
    public Circumstances circumstances() {
        return starts.engine().circumstances();
    }
}
