package org.terminal30.agent.config;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.signal.SignalLines.Line;

/** The section {@code [signals]}: which light, buzzer and button are there, and on which GPIO lines. */
final class SignalSection {
    private static final int NONE = -1;

    private final Section in;
    private final GpioTable gpios;

    private SignalSection(Section in, GpioTable gpios) {
        this.in = in;
        this.gpios = gpios;
    }

    /** After a fault, what is right of it. */
    static SignalLines read(Section in, GpioTable gpios) {
        var reader = new SignalSection(in, gpios);
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
        if (gpio == NONE) {
            return null;
        }
        Optional<String> taken = gpios.take("[signals]", new GpioUse(gpio, key, false));
        taken.ifPresent(by -> line.fault("gpio", gpio, "a GPIO of its own, " + by));
        return taken.isPresent() ? null : new Line(gpio, activeLow);
    }
}
