package org.terminal30.dashboard.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The profiles as they are shipped, {@code profiles/head-units.toml}, and behind them the workshop's own. */
@Singleton
public final class Library {
    /** The profile of a head unit that nothing is known of. */
    public static final String OTHER = "other";
    private static final String FILE = "/profiles/head-units.toml";

    private final Map<String, Source> sources;
    private final Map<String, Profile> profiles;
    private final @Nullable OwnProfiles own;

    @Inject
    Library(OwnProfiles own) {
        this(shipped(), own);
    }

    /** What is shipped, without a registry. */
    Library() {
        this(shipped(), null);
    }

    private Library(LibraryReader read, @Nullable OwnProfiles own) {
        this.sources = read.sources();
        this.profiles = read.profiles();
        this.own = own;
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

    /** In the order of the file, makers and systems before cars; then the workshop's own. */
    public List<Profile> all() {
        List<Profile> all = new ArrayList<>(profiles.values());
        if (own != null) {
            own.all().stream().map(this::profile).forEach(all::add);
        }
        return List.copyOf(all);
    }

    public Optional<Profile> find(String id) {
        return shipped(id).or(() -> Optional.ofNullable(own).flatMap(known -> known.find(id)).map(this::profile));
    }

    /** One that came with the program. */
    public Optional<Profile> shipped(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** It begins with what is said of the kind that it is like. */
    private Profile profile(OwnProfile entered) {
        Profile alike = shipped(entered.alike()).orElseGet(this::other);
        return new Profile(entered.id(), entered.name(),
                entered.maker() == null ? List.of() : List.of(entered.maker()), List.of(), alike.claims());
    }

    private Profile other() {
        return Objects.requireNonNull(profiles.get(OTHER));
    }

    /** A profile that is there; what a registry of a newer version names and this one lacks is {@link #OTHER}. */
    public Profile get(String id) {
        return find(id).orElseGet(this::other);
    }

    /** In the order of the file. */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }
}
