package org.terminal30.dashboard.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.Forecast;
import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.StoreSize;
import org.terminal30.dashboard.history.Upkeep;
import org.terminal30.dashboard.problem.Problem.Violation;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.security.RemoteAddress;
import org.terminal30.dashboard.security.Role;

/** What the dashboard keeps on its disk, for how long, and when the disk is going to be full. */
@Controller("/api/storage")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class StorageController {
    private final DiskSpace disk;
    private final @Nullable Upkeep upkeep;
    private final Audit audit;

    StorageController(DiskSpace disk, @Nullable Upkeep upkeep, Audit audit) {
        this.disk = disk;
        this.upkeep = upkeep;
        this.audit = audit;
    }

    /** Days that levels shall be kept, null: for ever; at least {@link KeepTimes#LEAST_DAYS}, a coarser level not shorter than a finer one. */
    @Serdeable
    record Wanted(@Nullable Integer windowDays, @Nullable Integer secondDays, @Nullable Integer minuteDays) {}

    @Get
    StorageView storage() {
        Upkeep.Rule rule = upkeep == null ? null : upkeep.rule();
        StoreSize store = upkeep == null ? null : upkeep.size().orElse(null);
        long free = disk.freeBytes();
        Forecast forecast = store == null || rule == null ? null : Forecast.of(store, rule.keep(), free);
        return new StorageView(disk.files(), free, disk.totalBytes(), rule, store, forecast,
                DiskSpace.notice(free, forecast).orElse(null));
    }

    /** From now on; what is too old goes in the background. */
    @Put("/keep")
    @Secured(Role.MANAGER)
    Upkeep.Rule keep(HttpRequest<?> request, Authentication who, @Body Wanted wanted) {
        Upkeep store = Optional.ofNullable(upkeep).orElseThrow(() -> ProblemException.conflict(
                "This store decides by itself how long it keeps what: see its retention policies."));
        if (store.rule().configured()) {
            throw ProblemException.conflict(
                    "The configuration says how long the history is kept: change terminal30.keep there.");
        }
        Map<String, String> faults = KeepTimes.faults(wanted.windowDays(), wanted.secondDays(), wanted.minuteDays());
        if (!faults.isEmpty()) {
            throw ProblemException.fields(HttpStatus.BAD_REQUEST, faults.entrySet().stream()
                    .map(fault -> new Violation(fault.getKey(), fault.getValue())).toList());
        }
        KeepTimes times = new KeepTimes(wanted.windowDays(), wanted.secondDays(), wanted.minuteDays());
        Upkeep.Rule rule = store.keep(times, who.getName());
        audit.record(Audit.Act.KEEP_TIMES_CHANGED, who.getName(), String.join(", ",
                List.of("windows " + KeepTimes.words(times.windowDays()),
                        "seconds " + KeepTimes.words(times.secondDays()),
                        "minutes " + KeepTimes.words(times.minuteDays()))),
                RemoteAddress.of(request));
        return rule;
    }
}
