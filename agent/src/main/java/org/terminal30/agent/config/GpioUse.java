package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A GPIO line that a source needs.
 *
 * @param gpio Broadcom's number
 * @param purpose what for, for people
 * @param bus whether it is a line of a bus, which others on that bus use as well
 */
public record GpioUse(int gpio, String purpose, boolean bus) {
    private static final int SPI_0_MISO = 9;
    private static final int SPI_0_MOSI = 10;
    private static final int SPI_0_CLOCK = 11;
    private static final List<Integer> SPI_0_SELECTS = List.of(8, 7);
    private static final int SPI_1_MISO = 19;
    private static final int SPI_1_MOSI = 20;
    private static final int SPI_1_CLOCK = 21;
    private static final List<Integer> SPI_1_SELECTS = List.of(18, 17, 16);

    /** The lines of an I²C bus; none where they depend on the model of the Raspberry Pi and its overlays. */
    static List<GpioUse> i2c(int bus) {
        return switch (bus) {
            case 0 -> i2c(bus, 0, 1);
            case 1 -> i2c(bus, 2, 3);
            default -> List.of();
        };
    }

    private static List<GpioUse> i2c(int bus, int data, int clock) {
        return List.of(new GpioUse(data, "SDA of I²C bus " + bus, true),
                new GpioUse(clock, "SCL of I²C bus " + bus, true));
    }

    /**
     * The lines of an SPI bus; none where they depend on the model of the Raspberry Pi and its overlays. On bus 0 the kernel
     * takes both chip selects, whichever is used; on bus 1 all up to the one that is used.
     */
    static List<GpioUse> spi(int bus, int chipSelect) {
        return switch (bus) {
            case 0 -> spi(bus, SPI_0_MISO, SPI_0_MOSI, SPI_0_CLOCK, SPI_0_SELECTS);
            case 1 -> spi(bus, SPI_1_MISO, SPI_1_MOSI, SPI_1_CLOCK,
                    SPI_1_SELECTS.subList(0, Math.min(chipSelect + 1, SPI_1_SELECTS.size())));
            default -> List.of();
        };
    }

    private static List<GpioUse> spi(int bus, int in, int out, int clock, List<Integer> selects) {
        List<GpioUse> lines = new ArrayList<>();
        lines.add(new GpioUse(in, "MISO of SPI bus " + bus, true));
        lines.add(new GpioUse(out, "MOSI of SPI bus " + bus, true));
        lines.add(new GpioUse(clock, "SCLK of SPI bus " + bus, true));
        for (int i = 0; i < selects.size(); i++) {
            lines.add(new GpioUse(selects.get(i), "CE%d of SPI bus %d".formatted(i, bus), true));
        }
        return lines;
    }
}
