package org.terminal30.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerProcessTest {
    @TempDir
    Path directory;

    @Test
    void processSaysThatItIsReady_theLineIsReturnedAndStopEndsIt() {
        try (var process = shell("echo starting; echo \"ready on $PLACE\" >&2; exec sleep 60")) {
            assertThat(process.awaitLine(line -> line.startsWith("ready"))).isEqualTo("ready on Mars");
            assertThat(process.isAlive()).isTrue();

            process.stop();
            assertThat(process.isAlive()).isFalse();
            assertThat(process.lines()).containsExactly("starting", "ready on Mars");
        }
    }

    @Test
    void processEndsInsteadOfGettingReady_failsAtOnceWithItsLastWords() {
        try (var process = shell("echo no such port; exit 3")) {
            assertThatThrownBy(() -> process.awaitLine(line -> line.equals("ready")))
                    .hasMessageContaining("sh ended with 3").hasMessageContaining("no such port");
            assertThat(process.awaitExit()).isEqualTo(3);
        }
    }

    @Test
    void nothingListens_waitingForThePortFailsWithTheProcess() {
        try (var process = shell("exit 1")) {
            assertThatThrownBy(() -> process.awaitPort(FreePort.next())).hasMessageContaining("sh ended with 1");
        }
    }

    private ServerProcess shell(String script) {
        return ServerProcess.start(directory.resolve("log"), List.of("/bin/sh", "-c", script), Map.of("PLACE", "Mars"));
    }
}
