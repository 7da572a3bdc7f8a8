package org.terminal30.dashboard.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.headunit.CodeKeeping;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.security.RemoteAddress;
import org.terminal30.dashboard.security.Role;

/** Whether this workshop keeps codes; for managers to decide. */
@Controller("/api/code-keeping")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class CodeKeepingController {
    private final CodeKeeping keeping;
    private final Audit audit;

    CodeKeepingController(CodeKeeping keeping, Audit audit) {
        this.keeping = keeping;
        this.audit = audit;
    }

    /**
     * How it shall be.
     *
     * @param deleteKept when turned off: whether the kept codes and the key are deleted, or stay sealed where they are
     */
    @Serdeable
    record Switch(@Nullable Boolean on, @Nullable Boolean deleteKept) {}

    @Get
    CodeKeeping.State state() {
        return keeping.state();
    }

    /** Answers with how it stands then: {@code keptCodes} says what remains. */
    @Post
    @Secured(Role.MANAGER)
    CodeKeeping.State turn(HttpRequest<?> request, Authentication who, @Body Switch wanted) {
        if (wanted.on() == null) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "on", "must be true or false");
        }
        if (wanted.on()) {
            keeping.turnOn(who.getName());
            audit.record(Audit.Act.CODE_KEEPING_ON, who.getName(), "", RemoteAddress.of(request));
        } else {
            if (wanted.deleteKept() == null) {
                throw ProblemException.field(HttpStatus.BAD_REQUEST, "deleteKept",
                        "must be true, to delete the kept codes, or false, to leave them sealed");
            }
            keeping.turnOff(who.getName(), wanted.deleteKept());
            audit.record(Audit.Act.CODE_KEEPING_OFF, who.getName(),
                    wanted.deleteKept() ? "codes deleted" : "codes left",
                    RemoteAddress.of(request));
        }
        return keeping.state();
    }
}
