package org.terminal30.hardware.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * On which GPIO lines the signals of a bay are; null for what is not there.
 *
 * @param button the acknowledge button
 */
public record SignalLines(@Nullable Line green, @Nullable Line amber, @Nullable Line red, @Nullable Line buzzer,
        @Nullable Line button) {
    /** GPIO 0 to 3 belong to the I²C buses of the header. */
    public static final int LOWEST_GPIO = 4;
    /** The last one on the header of a Raspberry Pi. */
    public static final int HIGHEST_GPIO = 27;
    /** A bay without any. */
    public static final SignalLines NONE = new SignalLines(null, null, null, null, null);

    /**
     * One line.
     *
     * @param gpio Broadcom's number, not that of the pin
     * @param activeLow whether low means lit, sounding or pressed
     */
    public record Line(int gpio, boolean activeLow) {
        public Line {
            if (gpio < LOWEST_GPIO || gpio > HIGHEST_GPIO) {
                throw new IllegalArgumentException(
                        "GPIO is %d, must be from %d to %d".formatted(gpio, LOWEST_GPIO, HIGHEST_GPIO));
            }
        }
    }

    public SignalLines {
        Set<Integer> used = new HashSet<>();
        Stream.of(green, amber, red, buzzer, button).filter(Objects::nonNull).map(Line::gpio).forEach(gpio -> {
            if (!used.add(gpio)) {
                throw new IllegalArgumentException("GPIO %d is used twice, must be used once".formatted(gpio));
            }
        });
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The lines that are there. */
    public List<Line> present() {
        return Stream.of(green, amber, red, buzzer, button).filter(Objects::nonNull).toList();
    }
}
