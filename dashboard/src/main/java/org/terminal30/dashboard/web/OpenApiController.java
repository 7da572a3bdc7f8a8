package org.terminal30.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

import org.terminal30.dashboard.security.Role;

/** The description of the REST interface, written by the compiler from the controllers. */
@Hidden
@Controller("/openapi")
@Secured({Role.MANAGER, Role.TECHNICIAN})
final class OpenApiController {
    private static final String DESCRIPTION = "/META-INF/swagger/terminal30.yml";

    @Get(produces = "application/yaml")
    String description() throws IOException {
        try (InputStream yaml = OpenApiController.class.getResourceAsStream(DESCRIPTION)) {
            if (yaml == null) {
                throw new IllegalStateException("the build left out " + DESCRIPTION);
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
