package org.terminal30.dashboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Option;

import org.terminal30.dashboard.progress.Progress;

/** The option {@code --quiet}, and how progress is told without it. */
final class Telling {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    @Option(names = "--quiet", description = "Says nothing unless it fails.")
    private boolean quiet;

    Progress progress(PrintWriter err) {
        Progress.Style loud = isTerminal() ? Progress.Style.TERMINAL : Progress.Style.LINES;
        return new Progress(err, new Clocks().nanoClock(), quiet ? Progress.Style.QUIET : loud);
    }

    /** Says how it ended. */
    void say(PrintWriter out, String sentence) {
        if (!quiet) {
            out.println(sentence);
            out.flush();
        }
    }

    private static boolean isTerminal() {
        try {
            Path target = Files.readSymbolicLink(STANDARD_ERROR);
            return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
