package org.terminal30.dashboard.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import org.terminal30.dashboard.problem.Problem.Violation;

/** Answers a request whose body or parameters break a constraint: 400, with each field and what is wrong about it. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
@SuppressWarnings("rawtypes") // the framework's signature
final class ViolationHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {
    private final ProblemHandler problems;

    ViolationHandler(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException exception) {
        List<Violation> violations = exception.getConstraintViolations().stream().map(ViolationHandler::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message)).toList();
        return problems.handle(request, ProblemException.fields(HttpStatus.BAD_REQUEST, violations));
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(field(violation.getPropertyPath()), violation.getMessage());
    }

    /** {@code create.vehicle.plate} is "plate" to the one who asked: the method and its parameter are ours. */
    private static String field(Path path) {
        List<String> properties = new ArrayList<>();
        String last = "";
        for (Path.Node node : path) {
            last = String.valueOf(node.getName());
            if (node.getKind() == ElementKind.PROPERTY) {
                properties.add(last);
            }
        }
        return properties.isEmpty() ? last : String.join(".", properties);
    }
}
