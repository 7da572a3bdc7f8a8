package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Letterhead;
import org.terminal30.dashboard.workshop.Letterheads;

/** The workshop's name and address for reports. */
@Controller("/api/letterhead")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class LetterheadController {
    private static final int MAX_NAME = 80;
    private static final int MAX_ADDRESS = 300;

    private final Letterheads letterheads;

    LetterheadController(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    /** What stands in the letterhead; the address line by line. */
    @Serdeable
    record Entry(
            @Nullable @NotBlank(message = "must be entered") @Size(max = MAX_NAME, message = "must be at most 80 characters") String name,
            @Nullable @Size(max = MAX_ADDRESS, message = "must be at most 300 characters") String address) {
        /** A report has room for six lines. */
        private static final int MAX_LINES = 6;

        Letterhead letterhead() {
            List<String> lines = address == null
                    ? List.of()
                    : address.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MAX_LINES).toList();
            return new Letterhead(String.valueOf(name).strip(), lines);
        }
    }

    @Get
    Letterhead current() {
        return letterheads.current();
    }

    /** From the next report on; those that are made stay as they are. */
    @Put
    @Secured(Role.MANAGER)
    Letterhead enter(@Valid @Body Entry entry, Authentication who) {
        letterheads.enter(entry.letterhead(), who.getName());
        return letterheads.current();
    }
}
