package org.terminal30.agent.devices;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which process has a device open, as far as this user may know: those of other users are only told to root. */
final class OpenFiles {
    private static final int MOST_PROCESSES = 100_000;

    private final Path proc;
    private final long self;

    /**
     * Looks into a directory of processes.
     *
     * @param proc {@code /proc}
     * @param self number of this process, which does not count
     */
    OpenFiles(Path proc, long self) {
        this.proc = proc;
        this.self = self;
    }

    /** The process, such as {@code java, process 1234}; empty when none is known to have it open. */
    Optional<String> holderOf(Path device) {
        int looked = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                if (looked++ < MOST_PROCESSES && !process.endsWith(Long.toString(self)) && holds(process, real)) {
                    return Optional.of("%s, process %s".formatted(name(process), process.getFileName()));
                }
            }
            return Optional.empty();
        } catch (IOException unknowable) {
            // No /proc, or the device is gone: then nobody is known to use it.
            return Optional.empty();
        }
    }

    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : open) {
                if (Files.readSymbolicLink(file).equals(device)) {
                    return true;
                }
            }
        } catch (IOException ofAnotherUser) {
            return false;
        }
        return false;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            return "a program";
        }
    }
}
