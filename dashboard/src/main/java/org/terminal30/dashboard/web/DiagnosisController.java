package org.terminal30.dashboard.web;

import java.time.Clock;
import java.util.List;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;

import org.terminal30.dashboard.diagnosis.CaseHistory;
import org.terminal30.dashboard.diagnosis.Judge;
import org.terminal30.dashboard.diagnosis.RiskJudge;
import org.terminal30.dashboard.diagnosis.evidence.Gathering;
import org.terminal30.dashboard.headunit.HeadUnitEntry;
import org.terminal30.dashboard.headunit.HeadUnits;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Inspection;
import org.terminal30.dashboard.workshop.Inspections;
import org.terminal30.dashboard.workshop.Vehicles;

/** Why the radio of a vehicle locks, and what people found out about it. */
@Controller("/api/vehicles/{id}")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class DiagnosisController {
    private final Vehicles vehicles;
    private final Inspections inspections;
    private final HeadUnits headUnits;
    private final Gathering gathering;
    private final Clock clock;
    private final Judge judge = new Judge();
    private final RiskJudge riskJudge = new RiskJudge();

    DiagnosisController(Vehicles vehicles, Inspections inspections, HeadUnits headUnits, Gathering gathering,
            Clock clock) {
        this.vehicles = vehicles;
        this.inspections = inspections;
        this.headUnits = headUnits;
        this.gathering = gathering;
        this.clock = clock;
    }

    /** Weighs all that was recorded about the vehicle: the causes with what speaks for and against each, and the risk. */
    @Get("/diagnosis")
    DiagnosisView diagnosis(long id) {
        known(id);
        CaseHistory history = gathering.of(id);
        return DiagnosisView.of(history, judge.judge(history),
                riskJudge.judge(history, isCodeMissing(id), clock.instant()));
    }

    /** How likely the radio is to lock when somebody works on the supply: for before anybody touches a clamp. */
    @Get("/lock-risk")
    DiagnosisView.RiskView risk(long id) {
        known(id);
        return DiagnosisView.RiskView.of(riskJudge.judge(gathering.of(id), isCodeMissing(id), clock.instant()));
    }

    /** What people found out about the radio and what feeds it, newest first. */
    @Get("/inspections")
    List<Inspection> inspections(long id) {
        known(id);
        return inspections.of(id);
    }

    /** Enters what somebody found out; of each subject the newest finding counts. */
    @Post("/inspections")
    HttpResponse<Inspection> inspect(long id, @Valid @Body InspectionEntry entry, Authentication who) {
        known(id);
        return HttpResponse.created(inspections.add(id, entry.knownSubject(), entry.knownFound(), entry.figure(),
                entry.note(), who.getName()));
    }

    private boolean isCodeMissing(long id) {
        return headUnits.fittedTo(id).filter(unit -> unit.codePlace().equals(HeadUnitEntry.PLACES.getFirst()))
                .isPresent();
    }

    private void known(long id) {
        if (vehicles.find(id).isEmpty()) {
            throw ProblemException.notFound("There is no vehicle %d.".formatted(id));
        }
    }
}
