package org.terminal30.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import picocli.CommandLine.Option;

/** Where the dashboard keeps its databases; only its own user may look inside. */
public final class DataFolder {
    /** The property that holds the folder's path while the server runs. */
    public static final String PROPERTY = "terminal30.data";

    private DataFolder() {
    }

    /**
     * Makes the folder where it is missing.
     *
     * @throws UncheckedIOException when it cannot be made, or is there and is not a folder
     */
    public static Path open(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + folder + ": choose another with --data",
                    e);
        }
    }

    /** The option {@code --data}, the same for every command. */
    public static final class Choice {
        @Option(names = "--data", paramLabel = "DIR", defaultValue = "${sys:user.home}/.local/share/terminal30", description = "Folder of the databases (default ${DEFAULT-VALUE}).")
        private Path folder = Path.of(".");

        /** The chosen folder, made where it was missing. */
        public Path open() {
            return DataFolder.open(folder);
        }

        /**
         * The chosen folder, which a dashboard has used.
         *
         * @throws IllegalArgumentException when it is not there
         */
        public Path existing() {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("the data folder %s is not there: choose the dashboard's with --data"
                        .formatted(folder));
            }
            return DataFolder.open(folder);
        }
    }
}
