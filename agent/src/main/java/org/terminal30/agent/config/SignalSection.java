package org.terminal30.agent.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.signal.SignalLines.Line;

/** The section {@code [signals]}: which light, buzzer and button are there, and on which GPIO lines. */
final class SignalSection {
    private static final int NONE = -1;

    private final Section in;
    /** Who uses a line. */
    private final Map<Integer, String> used = new HashMap<>();

    private SignalSection(Section in, List<SourceConfig> sources) {
        this.in = in;
        sources.forEach(source -> source.gpios().forEach(gpio -> used.put(gpio, source.description())));
    }

    /** After a fault, what is right of it. */
    static SignalLines read(Section in, List<SourceConfig> sources) {
        var reader = new SignalSection(in, sources);
        SignalLines lines = new SignalLines(reader.line("green", false), reader.line("amber", false),
                reader.line("red", false), reader.line("buzzer", false), reader.line("button", true));
        in.done();
        return lines;
    }

    private @Nullable Line line(String key, boolean usuallyActiveLow) {
        Optional<Section> section = in.section(key);
        if (section.isEmpty()) {
            return null;
        }
        Section line = section.get();
        if (!line.has("gpio")) {
            line.fault("gpio", "missing", "the GPIO number, such as 17, not that of the pin");
        }
        int gpio = line.integerOr("gpio", NONE, SignalLines.LOWEST_GPIO, SignalLines.HIGHEST_GPIO);
        boolean activeLow = line.flagOr("active_low", usuallyActiveLow);
        line.done();
        String other = gpio == NONE ? null : used.putIfAbsent(gpio, key);
        if (other != null) {
            line.fault("gpio", gpio, "a GPIO of its own, %s has this one".formatted(other));
        }
        return gpio == NONE || other != null ? null : new Line(gpio, activeLow);
    }
}
