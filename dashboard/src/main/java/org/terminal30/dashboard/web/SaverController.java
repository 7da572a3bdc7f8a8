package org.terminal30.dashboard.web;

import java.time.LocalDate;
import java.util.List;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.saver.LoadTest;
import org.terminal30.dashboard.saver.LoadTestEntry;
import org.terminal30.dashboard.saver.Saver;
import org.terminal30.dashboard.saver.SaverEntry;
import org.terminal30.dashboard.saver.Savers;
import org.terminal30.dashboard.security.Role;

/** The memory savers of the workshop and their load tests. */
@Controller("/api/savers")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class SaverController {
    private final Savers savers;

    SaverController(Savers savers) {
        this.savers = savers;
    }

    /**
     * A saver with all its load tests.
     *
     * @param testLimitVolts what its lead has to hold in the next one
     * @param tests the newest first
     */
    @Serdeable
    record SaverFile(Saver saver, double testLimitVolts, List<LoadTest> tests) {}

    @Get
    List<Saver> all() {
        return savers.all();
    }

    @Get("/{id}")
    SaverFile one(long id) {
        return file(known(id));
    }

    @Post
    HttpResponse<SaverFile> add(@Valid @Body SaverEntry entry, Authentication who) {
        check(entry);
        return HttpResponse.created(file(savers.add(entry, who.getName()).orElseThrow(SaverController::nameTaken)));
    }

    @Put("/{id}")
    SaverFile change(long id, @Valid @Body SaverEntry entry) {
        known(id);
        check(entry);
        return file(savers.change(id, entry).orElseThrow(SaverController::nameTaken));
    }

    @Post("/{id}/tests")
    HttpResponse<SaverFile> test(long id, @Valid @Body LoadTestEntry entry, Authentication who) {
        Saver saver = known(id);
        LocalDate day = entry.testedOn();
        if (day != null && day.isAfter(savers.today())) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "testedOn",
                    "is %s, must not be after today, %s".formatted(day, savers.today()));
        }
        savers.test(saver, entry, who.getName());
        return HttpResponse.created(file(known(id)));
    }

    private static void check(SaverEntry entry) {
        entry.contradiction().ifPresent(fault -> {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "holdFloorVolts", fault);
        });
    }

    private SaverFile file(Saver saver) {
        return new SaverFile(saver, saver.testLimitVolts(), savers.tests(saver.id()));
    }

    private Saver known(long id) {
        return savers.find(id).orElseThrow(() -> ProblemException.notFound("There is no saver %d.".formatted(id)));
    }

    private static ProblemException nameTaken() {
        return ProblemException.field(HttpStatus.CONFLICT, "name", "is another saver's");
    }
}
