package org.terminal30.dashboard.problem;

import java.io.Serial;
import java.util.List;

import io.micronaut.http.HttpStatus;

import org.terminal30.dashboard.problem.Problem.Violation;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** {@code detail} says what is wrong and what would be right, in a sentence for the person who asked. */
    public static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(Problem.of(status, detail, List.of()));
    }

    public static ProblemException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    public static ProblemException conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** The request cannot be taken because of one field. */
    public static ProblemException field(HttpStatus status, String field, String message) {
        return fields(status, List.of(new Violation(field, message)));
    }

    /** The request cannot be taken because of these fields; at least one. */
    public static ProblemException fields(HttpStatus status, List<Violation> violations) {
        Violation first = violations.getFirst();
        return new ProblemException(Problem.of(status, first.field() + " " + first.message(), violations));
    }

    public Problem problem() {
        return problem;
    }
}
