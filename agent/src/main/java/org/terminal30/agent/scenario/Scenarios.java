package org.terminal30.agent.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the product, and those of files. */
public final class Scenarios {
    private static final String SUFFIX = ".toml";
    /** The one that a demo plays when nobody names another. */
    public static final String DEMO = "swap-with-slip";
    private static final List<String> NAMES = List.of(DEMO, "quiet-watch", "clamp-slips", "weak-battery-start",
            "healthy-start", "failing-alternator", "overcharging-alternator", "loose-radio-contact", "overnight-drain",
            "sense-lead-falls-off", "power-cut-while-watching", "backup-holds", "dead-lighter-socket",
            "door-opens-and-overloads", "swap-with-box", "swap-without-backup", "swap-dead-socket", "swap-skips-ahead",
            "swap-clamp-slips-twice", "swap-power-cut", "swap-overload", "swap-wrong-polarity", "swap-blown-fuse",
            "swap-weak-new-battery", "swap-surface-charge", "swap-network-gone", "code-accepted",
            "code-battery-too-weak", "code-sag-while-typing", "code-lockout-drains-battery",
            "code-power-lost-in-lockout",
            "relock-loose-contact", "relock-drain", "relock-nothing", "relock-power-cut",
            "alternator-good", "alternator-undercharges", "alternator-overcharges", "alternator-open-diode",
            "alternator-weak-battery",
            "alternator-poor-connection", "alternator-smart", "alternator-surface-charge",
            "alternator-engine-never-starts", "alternator-power-cut");

    private Scenarios() {
    }

    /** Names of the built-in ones, that of the demo first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A built-in scenario by its name, or that of a file when the name ends with {@value #SUFFIX}.
     *
     * @throws ScenarioException when there is none, or it cannot be played
     */
    public static Scenario find(String nameOrFile) throws ScenarioException {
        if (nameOrFile.endsWith(SUFFIX)) {
            return read(Path.of(nameOrFile));
        }
        if (!NAMES.contains(nameOrFile)) {
            throw new ScenarioException(List.of("there is no scenario %s, must be a file that ends with %s or one of %s"
                    .formatted(nameOrFile, SUFFIX, String.join(" ", NAMES))));
        }
        return new ScenarioReader(nameOrFile).read(builtIn(nameOrFile));
    }

    private static Scenario read(Path file) throws ScenarioException {
        try {
            String fileName = String.valueOf(file.getFileName());
            return new ScenarioReader(fileName.substring(0, fileName.length() - SUFFIX.length()))
                    .read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new ScenarioException(List.of("%s cannot be read: %s".formatted(file, unreadable)));
        }
    }

    private static String builtIn(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream(name + SUFFIX)) {
            if (in == null) {
                throw new IllegalStateException("scenario %s is not in the jar".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
