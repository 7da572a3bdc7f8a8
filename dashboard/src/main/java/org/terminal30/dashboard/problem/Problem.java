package org.terminal30.dashboard.problem;

import java.util.List;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, where, and what would be right
 * @param violations the fields at fault, empty when it is not about fields
 */
@Serdeable
public record Problem(String type, String title, int status, String detail, List<Violation> violations) {
    /** One field at fault; {@code field} is named as in the request. */
    @Serdeable
    public record Violation(String field, String message) {}

    public Problem {
        violations = List.copyOf(violations);
    }

    static Problem of(HttpStatus status, String detail, List<Violation> violations) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, violations);
    }
}
