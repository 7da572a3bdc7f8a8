package org.terminal30.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Min;

/** The revision of a job or alarm as the person saw it: what has changed since then is not overruled. */
@Serdeable
record Seen(@Min(value = 1, message = "must be 1 or more") int revision) {}
