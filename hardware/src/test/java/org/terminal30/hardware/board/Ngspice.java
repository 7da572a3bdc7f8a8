package org.terminal30.hardware.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.terminal30.testing.DebianProgram;

/** Runs ngspice on circuits made of the parts of {@code hardware/board/box.lib}. */
final class Ngspice {
    private static final int MAX_SECONDS = 120;

    private Ngspice() {
    }

    /**
     * Simulates a circuit.
     *
     * @param circuit the lines of the circuit, without title, includes and end
     * @param analysis one command such as {@code tran 1u 1m}
     * @param vectors expressions over the results, such as {@code v(pin)}; the curves have their names in this order
     * @throws IllegalStateException when ngspice reports an error or takes longer than {@value #MAX_SECONDS} s
     */
    static Curves run(List<String> circuit, String analysis, String... vectors) {
        try {
            Path directory = Files.createTempDirectory("terminal30-ngspice-");
            try {
                return run(directory, deck(circuit, analysis, vectors), vectors);
            } finally {
                for (String name : List.of("deck.cir", "curves.txt", "log.txt")) {
                    Files.deleteIfExists(directory.resolve(name));
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run ngspice", e);
        }
    }

    private static Curves run(Path directory, String deck, String... vectors) throws IOException {
        Files.writeString(directory.resolve("deck.cir"), deck);
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(DebianProgram.NGSPICE.path().toString(), "-b", "deck.cir")
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("ngspice takes longer than %d s:%n%s".formatted(MAX_SECONDS, deck));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ngspice ran", e);
        } finally {
            process.destroyForcibly();
        }
        Path curves = directory.resolve("curves.txt");
        if (!Files.exists(curves)) {
            throw new IllegalStateException("ngspice made no curves of%n%s%n%s".formatted(deck, Files.readString(log)));
        }
        return Curves.read(curves, vectors);
    }

    private static String deck(List<String> circuit, String analysis, String... vectors) {
        return """
                * box
                .include "%s"
                .options method=gear reltol=1e-5
                %s
                .control
                set wr_singlescale
                set wr_vecnames
                option numdgt=9
                %s
                wrdata curves.txt %s
                .endc
                .end
                """.formatted(boardDirectory().resolve("box.lib"), String.join("\n", circuit), analysis,
                String.join(" ", vectors));
    }

    /** Seen from the module and from the top of the repository. */
    static Path boardDirectory() {
        Path fromModule = Path.of("board").toAbsolutePath();
        return Files.isDirectory(fromModule) ? fromModule : Path.of("hardware", "board").toAbsolutePath();
    }
}
