package org.terminal30.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
/** Reads texts as a bay's configuration. */
abstract class BayToml {
    static final String LEAST = """
            site = "main"
            bay = "1"
            state = "state"
            """;
    static final String SERIAL = """
            [source]
            type = "serial"
            port = "/dev/ttyACM0"
            channels = ["onboard", "backup"]
            """;

    @TempDir
    Path directory;

    Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("bay.toml"), text);
    }

    BayConfig read(String text) throws Exception {
        return BayConfig.read(write(text));
    }

    List<String> faultsOf(String text) throws IOException {
        Path file = write(text);
        return Objects.requireNonNull(catchThrowableOfType(BayConfigException.class, () -> BayConfig.read(file)))
                .faults();
    }
}
