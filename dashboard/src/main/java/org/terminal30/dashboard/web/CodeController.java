package org.terminal30.dashboard.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.headunit.CodeKeeping;
import org.terminal30.dashboard.headunit.HeadUnitFile;
import org.terminal30.dashboard.headunit.HeadUnitFiles;
import org.terminal30.dashboard.headunit.KeptCodes;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.security.RemoteAddress;
import org.terminal30.dashboard.security.Role;

/** The code of a head unit: kept, shown and deleted, each of it a deliberate act. It is never computed, guessed or tried. */
@Controller("/api/head-units/{id}/code")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class CodeController {
    private final KeptCodes codes;
    private final CodeKeeping keeping;
    private final KnownHeadUnits known;
    private final HeadUnitFiles files;
    private final Audit audit;

    CodeController(KeptCodes codes, CodeKeeping keeping, KnownHeadUnits known, HeadUnitFiles files, Audit audit) {
        this.codes = codes;
        this.keeping = keeping;
        this.known = known;
        this.files = files;
        this.audit = audit;
    }

    /** A code as it stands on the card. */
    @Serdeable
    record CodeEntry(
            @Nullable @NotBlank(message = "must not be empty") @Pattern(regexp = "\\s*|[0-9]{3,10}", message = "must be 3 to 10 digits") String code) {}

    /** Why somebody wants to see it; stays on the head unit's page and in the audit. */
    @Serdeable
    record RevealEntry(
            @Nullable @NotBlank(message = "must say why, such as \"battery was swapped\"") @Size(max = 200, message = "must have at most 200 characters") String reason) {}

    /** The code, for once. */
    @Serdeable
    record Revealed(String code) {}

    /** Keeps the code, in place of an earlier one. */
    @Put
    HeadUnitFile keep(HttpRequest<?> request, Authentication who, long id, @Valid @Body CodeEntry entry) {
        known.get(id);
        checkOn("kept");
        codes.keep(id, String.valueOf(entry.code()), who.getName());
        audit.record(Audit.Act.CODE_KEPT, who.getName(), "head unit " + id, RemoteAddress.of(request));
        return files.of(known.get(id));
    }

    /** Shows the code, after it was recorded who asked and why. */
    @Post("/reveal")
    HttpResponse<Revealed> reveal(HttpRequest<?> request, Authentication who, long id,
            @Valid @Body RevealEntry entry) {
        known.get(id);
        checkOn("shown");
        if (!codes.mayReveal(who.getName())) {
            throw ProblemException.of(HttpStatus.TOO_MANY_REQUESTS,
                    "You were shown %d codes in the last hour, more are not shown. Ask a colleague, or wait."
                            .formatted(KeptCodes.MAX_REVEALS_AN_HOUR));
        }
        String reason = String.valueOf(entry.reason()).strip();
        String code = codes.reveal(id, who.getName(), reason).orElseThrow(() -> ProblemException.notFound(
                "There is no code kept of head unit %d.".formatted(id)));
        audit.record(Audit.Act.CODE_REVEALED, who.getName(), "head unit " + id + ": " + reason, RemoteAddress.of(
                request));
        return HttpResponse.ok(new Revealed(code)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Deletes the code; also while codes are no longer kept. Who was shown it stays on record. */
    @Post("/delete")
    HeadUnitFile delete(HttpRequest<?> request, Authentication who, long id) {
        known.get(id);
        if (!codes.delete(id)) {
            throw ProblemException.notFound("There is no code kept of head unit %d.".formatted(id));
        }
        audit.record(Audit.Act.CODE_DELETED, who.getName(), "head unit " + id, RemoteAddress.of(request));
        return files.of(known.get(id));
    }

    private void checkOn(String what) {
        if (!keeping.isOn()) {
            throw ProblemException.conflict("Codes are not %s in this workshop. A manager can turn it on.".formatted(
                    what));
        }
    }
}
