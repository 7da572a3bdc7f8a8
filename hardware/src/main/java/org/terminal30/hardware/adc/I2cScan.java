package org.terminal30.hardware.adc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.adc.Ads1115.Input;
import org.terminal30.hardware.adc.Ads1115.Outcome;
import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;

/**
 * What answers on an I²C bus. Looks by reading one byte, the way that disturbs least, and reads registers only where one of our
 * chips may be; a register is written only to take a reading that was asked for.
 *
 * <p>An INA226 or INA228 names itself; an ADS1115 does not, its threshold registers are looked at.
 */
public final class I2cScan implements AutoCloseable {
    static final int FIRST_ADDRESS = 0x08;
    static final int LAST_ADDRESS = 0x77;
    private static final int FIRST_METER = 0x40;
    private static final int LAST_METER = 0x4F;

    private final Lease lease;
    private final NanoClock clock;

    /** @param header gives the buses */
    public I2cScan(PinHeader header, NanoClock clock) {
        this.lease = header.lease();
        this.clock = clock;
    }

    /** What a chip seems to be. */
    public enum Kind {
        ADS1115,
        INA226,
        INA228,
        /** Something that is none of ours. */
        OTHER
    }

    /**
     * Something that answered.
     *
     * @param reading what it measures at its pins now, for people; null when that was not asked for or did not work
     */
    public record Found(int address, Kind kind, @Nullable String reading) {}

    /**
     * Looks at every address of a bus.
     *
     * @param mayConvert whether conversions may be started: never while another program uses the chip
     */
    public List<Found> scan(int bus, boolean mayConvert) {
        List<Found> found = new ArrayList<>();
        for (int address = FIRST_ADDRESS; address <= LAST_ADDRESS; address++) {
            look(bus, address, mayConvert).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Found> look(int bus, int address, boolean mayConvert) {
        I2C i2c = lease.open(context -> context.create(I2C.newConfigBuilder(context)
                .id("scan-%d-0x%x".formatted(bus, address)).bus(bus).device(address).build()));
        try {
            if (i2c.read() < 0) {
                return Optional.empty();
            }
        } catch (Pi4JException nobody) {
            return Optional.empty();
        }
        Kind kind = Kind.OTHER;
        var registers = new I2cRegisters(i2c);
        try {
            kind = identify(registers, address);
            return Optional.of(new Found(address, kind, reading(registers, kind, mayConvert)));
        } catch (Pi4JException silent) {
            return Optional.of(new Found(address, kind, null));
        }
    }

    private Kind identify(I2cRegisters registers, int address) {
        if (address < FIRST_METER || address > LAST_METER) {
            return Kind.OTHER;
        }
        if (mayBeAds1115(address) && new Ads1115(registers, FullScale.VOLTS_4_096, clock).seemsToBeOne()) {
            return Kind.ADS1115;
        }
        if (new Ina226(registers).stranger() == null) {
            return Kind.INA226;
        }
        return new Ina228(registers).stranger() == null ? Kind.INA228 : Kind.OTHER;
    }

    private static boolean mayBeAds1115(int address) {
        return address >= Ads1115Input.LOWEST_ADDRESS && address <= Ads1115Input.HIGHEST_ADDRESS;
    }

    private @Nullable String reading(I2cRegisters registers, Kind kind, boolean mayConvert) {
        return switch (kind) {
            case ADS1115 -> mayConvert ? pins(new Ads1115(registers, FullScale.VOLTS_4_096, clock)) : null;
            case INA226 -> volts("bus", new Ina226(registers).busVolts());
            case INA228 -> volts("bus", new Ina228(registers).busVolts());
            case OTHER -> null;
        };
    }

    private static @Nullable String pins(Ads1115 chip) {
        List<String> pins = new ArrayList<>();
        for (Input input : Input.values()) {
            chip.start(input);
            if (chip.await() instanceof Outcome.Converted converted) {
                pins.add(volts(input.name(), converted.counts() * FullScale.VOLTS_4_096.voltsPerCount()));
            }
        }
        return pins.isEmpty() ? null : String.join(", ", pins);
    }

    private static String volts(String where, double volts) {
        return String.format(Locale.ROOT, "%s %.3f V", where, volts);
    }

    @Override
    public void close() {
        lease.close();
    }
}
