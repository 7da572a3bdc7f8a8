package org.terminal30.dashboard.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.security.BayAuthentication;
import org.terminal30.dashboard.security.Role;

/** The write endpoint of InfluxDB 2, as far as {@code docs/wire.md} goes. */
@Controller("/api/v2/write")
@Secured(Role.BAY)
final class WriteController {
    private static final String BUCKET = "terminal30";

    private final Ingest ingest;
    private final Clock clock;

    WriteController(Ingest ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /** Stores the lines of the body; 204 means that they are on disk. */
    @Post(consumes = MediaType.ALL, produces = MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<WriteFault> write(@QueryValue(defaultValue = "") String bucket,
            @QueryValue(defaultValue = "ns") String precision, @Nullable @Body InputStream body,
            Authentication authentication) {
        if (!bucket.equals(BUCKET)) {
            return refused(HttpStatus.NOT_FOUND, "not found",
                    "bucket \"%s\" not found, there is \"%s\"".formatted(bucket, BUCKET));
        }
        Optional<Precision> unit = Precision.of(precision);
        if (unit.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "invalid",
                    "precision is \"%s\", must be ns, us, ms or s".formatted(precision));
        }
        BayId bay = BayAuthentication.bay(authentication).orElseThrow();
        return store(bay, new BatchReader(bay, unit.get(), EpochNanos.of(clock.instant())),
                body == null ? InputStream.nullInputStream() : body);
    }

    private HttpResponse<WriteFault> store(BayId bay, BatchReader reader, InputStream body) {
        try {
            Batch batch = reader.read(body);
            ingest.take(bay, batch);
            Batch.Fault fault = batch.fault();
            return fault == null
                    ? HttpResponse.noContent()
                    : HttpResponse.badRequest(new WriteFault("invalid",
                            "line %d: %s".formatted(fault.line(), fault.reason()), fault.line()));
        } catch (ForeignBayException foreign) {
            return refused(HttpStatus.UNAUTHORIZED, "unauthorized", String.valueOf(foreign.getMessage()));
        } catch (IOException cutShort) {
            return cutShort(cutShort);
        }
    }

    /** The framework ends the stream of a body that is larger than {@code max-request-size} with a cause of its own. */
    private static HttpResponse<WriteFault> cutShort(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLengthExceededException) {
                return refused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "request too large",
                        "the body must be at most 32 MiB after inflating; nothing was stored");
            }
        }
        return refused(HttpStatus.BAD_REQUEST, "invalid",
                "the body cannot be read to its end (%s); nothing was stored".formatted(failure.getMessage()));
    }

    private static HttpResponse<WriteFault> refused(HttpStatus status, String code, String message) {
        return HttpResponse.<WriteFault>status(status).body(new WriteFault(code, message));
    }
}
