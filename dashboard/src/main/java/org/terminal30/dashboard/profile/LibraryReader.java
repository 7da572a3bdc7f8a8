package org.terminal30.dashboard.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of profiles. {@code like} puts the claims of an earlier profile after a profile's own; one that says the same from
 * the same source as an own one is left out.
 *
 * @param sources by id, in the order of the file
 * @param profiles by id, in the order of the file
 */
record LibraryReader(Map<String, Source> sources, Map<String, Profile> profiles) {
    /**
     * @throws IllegalArgumentException naming profile and key of the first fault
     * @throws IOException when it cannot be read or is no TOML
     */
    static LibraryReader read(InputStream file) throws IOException {
        JsonNode root = new TomlMapper().readTree(file);
        Map<String, Source> sources = new LinkedHashMap<>();
        root.path("sources").properties().forEach(entry -> sources.put(entry.getKey(),
                new Source(entry.getKey(), text(entry.getValue(), "title"), text(entry.getValue(), "about"))));
        LibraryReader library = new LibraryReader(sources, new LinkedHashMap<>());
        root.path("profiles").properties().forEach(entry -> library.add(entry.getKey(), entry.getValue()));
        if (!library.profiles.containsKey(Library.OTHER)) {
            throw new IllegalArgumentException("there is no profile " + Library.OTHER);
        }
        return library;
    }

    private void add(String id, JsonNode entry) {
        Map<FactKind, List<Claim>> claims = new EnumMap<>(FactKind.class);
        List<String> makers = new ArrayList<>();
        List<CarRange> cars = new ArrayList<>();
        entry.properties().forEach(property -> {
            switch (property.getKey()) {
                case "name", "like" -> {
                }
                case "makers" -> property.getValue().forEach(maker -> makers.add(maker.asText()));
                case "cars" -> property.getValue().forEach(car -> cars.add(car(car)));
                default -> {
                    FactKind kind = FactKind.of(property.getKey()).orElseThrow(() -> fault(id, property.getKey(),
                            "is no fact"));
                    claims.put(kind, claims(id, kind, property.getValue()));
                }
            }
        });
        if (entry.has("like")) {
            takeOver(claims, id, entry.path("like").asText());
        }
        profiles.put(id, new Profile(id, text(entry, "name"), makers, cars, claims));
    }

    private void takeOver(Map<FactKind, List<Claim>> claims, String id, String like) {
        Profile other = profiles.get(like);
        if (other == null) {
            throw fault(id, "like", "names \"%s\", which is not above it".formatted(like));
        }
        other.claims().forEach((kind, more) -> {
            List<Claim> all = new ArrayList<>(claims.getOrDefault(kind, List.of()));
            more.stream().filter(claim -> all.stream().noneMatch(own -> own.says().equals(claim.says()) && own.source()
                    .equals(claim.source()))).forEach(all::add);
            claims.put(kind, List.copyOf(all));
        });
    }

    private List<Claim> claims(String id, FactKind kind, JsonNode list) {
        List<Claim> claims = new ArrayList<>();
        for (JsonNode entry : list) {
            Claim claim = new Claim(text(entry, "says").strip(), text(entry, "source"), optional(entry, "note"));
            kind.fault(claim.says()).ifPresent(fault -> {
                throw fault(id, kind.key(), fault);
            });
            if (!sources.containsKey(claim.source())) {
                throw fault(id, kind.key(), "names the source \"%s\", which is not in the file".formatted(claim
                        .source()));
            }
            claims.add(claim);
        }
        return List.copyOf(claims);
    }

    private static CarRange car(JsonNode entry) {
        return new CarRange(text(entry, "model"), optional(entry, "generation"), year(entry, "from"), year(entry,
                "to"));
    }

    private static @Nullable Integer year(JsonNode entry, String key) {
        return entry.has(key) ? Integer.valueOf(entry.path(key).asInt()) : null;
    }

    private static String text(JsonNode entry, String key) {
        if (!entry.path(key).isTextual()) {
            throw new IllegalArgumentException("%s is missing in %s".formatted(key, entry));
        }
        return entry.path(key).asText();
    }

    private static @Nullable String optional(JsonNode entry, String key) {
        return entry.has(key) ? entry.path(key).asText() : null;
    }

    private static IllegalArgumentException fault(String id, String key, String message) {
        return new IllegalArgumentException("profile %s: %s %s".formatted(id, key, message));
    }
}
