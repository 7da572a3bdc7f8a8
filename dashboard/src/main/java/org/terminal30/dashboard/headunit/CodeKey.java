package org.terminal30.dashboard.headunit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.DataFolder;

/**
 * The key that seals the codes: 256 bits, base64. From {@value #VARIABLE} where that is set, else from {@value #FILE} in the data
 * folder, readable by the server's user alone.
 */
@Singleton
final class CodeKey {
    static final String VARIABLE = "TERMINAL30_CODE_KEY";
    static final String FILE = "codes.key";

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final @Nullable String given;

    @Inject
    CodeKey(@Property(name = DataFolder.PROPERTY) String folder,
            @Nullable @Property(name = "terminal30.code-key") String given) {
        this(Path.of(folder), given);
    }

    CodeKey(Path folder, @Nullable String given) {
        this.file = folder.resolve(FILE);
        this.given = given == null || given.isBlank() ? null : given.strip();
    }

    /** Where it comes from, in words. */
    String place() {
        return given == null
                ? "the file " + FILE + " in the data folder"
                : "the environment variable " + VARIABLE;
    }

    /** Makes the file where there is neither file nor variable; else checks what there is. */
    void make() {
        if (given == null && !Files.exists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            write(Base64.getEncoder().encodeToString(key) + "\n");
        }
        bytes();
    }

    /** Deletes the file; one that is given by the environment is not ours to delete. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CodeKeyException("The codes are deleted, but the key is not: delete " + file + " by hand.", e);
        }
    }

    /**
     * The 32 bytes.
     *
     * @throws CodeKeyException when there is none, it is malformed, or others than the owner may read the file
     */
    byte[] bytes() {
        String text = given == null ? read() : given;
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CodeKeyException("The key in %s is no base64.".formatted(place()), e);
        }
        if (key.length != BYTES) {
            throw new CodeKeyException("The key in %s has %d bytes, it must have %d.".formatted(place(), key.length,
                    BYTES));
        }
        return key;
    }

    private String read() {
        try {
            if (!Files.exists(file)) {
                throw new CodeKeyException(
                        "The key is gone: %s is missing. Bring it back from where it was copied to, or "
                                .formatted(file) + "delete the kept codes.");
            }
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER_ONLY);
            if (!others.isEmpty()) {
                throw new CodeKeyException("Others may read the key: chmod 600 " + file + ".");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CodeKeyException("The key cannot be read: " + file + ".", e);
        }
    }

    /** Readable by the owner from the first byte on, and on the disk before anything is sealed with it. */
    private void write(String text) {
        try (FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            throw new CodeKeyException("The key cannot be written: " + file + ".", e);
        }
    }
}
