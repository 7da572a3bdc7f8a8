package org.terminal30.dashboard.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

/** The profiles as they are shipped: {@code profiles/head-units.toml}. */
@Singleton
public final class Library {
    /** The profile of a head unit that nothing is known of. */
    public static final String OTHER = "other";
    private static final String FILE = "/profiles/head-units.toml";

    private final Map<String, Source> sources;
    private final Map<String, Profile> profiles;

    Library() {
        this(shipped());
    }

    private Library(LibraryReader read) {
        sources = read.sources();
        profiles = read.profiles();
    }

    private static LibraryReader shipped() {
        try (InputStream file = Library.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its own file " + FILE);
            }
            return LibraryReader.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the program's own file " + FILE, unreadable);
        }
    }

    /** In the order of the file: makers and systems before cars. */
    public List<Profile> all() {
        return List.copyOf(profiles.values());
    }

    public Optional<Profile> find(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** A profile that is there; what a registry of a newer version names and this one lacks is {@link #OTHER}. */
    public Profile get(String id) {
        return profiles.getOrDefault(id, Objects.requireNonNull(profiles.get(OTHER)));
    }

    /** In the order of the file. */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }
}
