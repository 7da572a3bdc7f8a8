package org.terminal30.dashboard.web;

import java.util.Optional;
import java.util.function.Function;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;

import org.terminal30.dashboard.live.OrderDesk;
import org.terminal30.dashboard.live.Outcome;
import org.terminal30.dashboard.live.Wish;
import org.terminal30.dashboard.problem.ProblemException;

/** Says over HTTP what became of an order. */
@Singleton
final class OrderAnswers {
    private final OrderDesk desk;

    OrderAnswers(OrderDesk desk) {
        this.desk = desk;
    }

    /** The bay has not confirmed yet; its next record may. */
    @Serdeable
    record Pending(String order) {}

    /**
     * Places the order and waits for the bay.
     *
     * @param status when the bay has done it
     * @param subject what to answer then, by the id of the job or alarm
     */
    HttpResponse<?> place(Wish wish, String who, HttpStatus status, Function<String, Optional<?>> subject) {
        return switch (desk.place(wish, who)) {
            case Outcome.Done done -> HttpResponse.status(status).body(subject.apply(done.subject()).orElseThrow());
            case Outcome.Unconfirmed unconfirmed -> HttpResponse.accepted().body(new Pending(unconfirmed.order()));
            case Outcome.Refused refused -> throw ProblemException.conflict(refused.reason());
            case Outcome.Absent absent -> throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE,
                    "Bay %s is not connected: nothing was sent.".formatted(wish.bay().bay()));
        };
    }
}
