package org.terminal30.agent.devices;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.terminal30.hardware.adc.I2cScan;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.serial.InstrumentProbe;
import org.terminal30.hardware.serial.InstrumentProbe.Kind;
import org.terminal30.hardware.serial.InstrumentProbe.Result;

/** Looks for chips on I²C buses, SPI devices and instruments on serial ports. Disturbs nothing that is known to be in use. */
public final class DeviceSearch {
    private static final Pattern BUS = Pattern.compile("i2c-(\\d{1,3})");

    private static final Set<Kind> SPEAK_UNASKED = EnumSet.of(Kind.TEXT, Kind.STREAM, Kind.VE_DIRECT);

    private final Path dev;
    private final OpenFiles openFiles;
    private final I2cBuses buses;
    private final NanoClock clock;

    /** Opens what scans I²C buses, once there is one. */
    public interface I2cBuses {
        I2cScan open();
    }

    /**
     * A search.
     *
     * @param dev where device files are: {@code /dev}
     * @param proc where processes are: {@code /proc}
     */
    public DeviceSearch(Path dev, Path proc, I2cBuses buses, NanoClock clock) {
        this.dev = dev;
        this.openFiles = new OpenFiles(proc, ProcessHandle.current().pid());
        this.buses = buses;
        this.clock = clock;
    }

    /** Everything on I²C buses; empty on a machine without any. */
    public List<Device> i2c() {
        List<Device> found = new ArrayList<>();
        List<Path> files = files("i2c-*");
        if (files.isEmpty()) {
            return found;
        }
        try (I2cScan scan = buses.open()) {
            for (Path file : files) {
                Matcher bus = BUS.matcher(String.valueOf(file.getFileName()));
                if (bus.matches()) {
                    found.addAll(bus(scan, file, Integer.parseInt(bus.group(1))));
                }
            }
        }
        return found;
    }

    private List<Device> bus(I2cScan scan, Path file, int bus) {
        if (!mayUse(file)) {
            return List.of(closed(file, "i2c"));
        }
        Optional<String> holder = openFiles.holderOf(file);
        return scan.scan(bus, holder.isEmpty()).stream().map(chip -> {
            String note = holder.map(in -> "bus in use by %s: no conversion was started".formatted(in)).orElse(null);
            return Snippets.chip("%s 0x%02x".formatted(file, chip.address()), bus, chip, note);
        }).toList();
    }

    /** SPI devices: what is behind them cannot say so. */
    public List<Device> spi() {
        return files("spidev*").stream().map(file -> mayUse(file)
                ? new Device(file.toString(), "SPI device", null,
                        openFiles.holderOf(file).map(in -> "in use by " + in)
                                .orElse("a chip here cannot be recognised"),
                        Snippets.spi(String.valueOf(file.getFileName())))
                : closed(file, "spi")).toList();
    }

    /**
     * What answers on these ports, all at the same time.
     *
     * @param mayAsk whether questions may be sent
     */
    public List<Device> serial(List<String> ports, boolean mayAsk) throws InterruptedException {
        List<Device> found = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Device>> looking = ports.stream().map(port -> each.submit(() -> port(port, mayAsk))).toList();
            for (Future<Device> one : looking) {
                found.add(one.get());
            }
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("a port could not be looked at", unforeseen);
        }
        return found;
    }

    private Device port(String port, boolean mayAsk) throws InterruptedException {
        Path file = Path.of(port);
        if (Files.exists(file) && !mayUse(file)) {
            return closed(file, "dialout");
        }
        Optional<String> holder = openFiles.holderOf(file);
        if (holder.isPresent()) {
            return new Device(port, null, null, "in use by %s: not opened".formatted(holder.get()), null);
        }
        Set<String> reasons = new LinkedHashSet<>();
        for (Kind kind : mayAsk ? EnumSet.allOf(Kind.class) : SPEAK_UNASKED) {
            switch (InstrumentProbe.probe(port, kind, clock)) {
                case Result.Found found -> {
                    return Snippets.instrument(port, found);
                }
                case Result.Nothing nothing -> reasons.add(nothing.reason());
            }
        }
        return new Device(port, null, null, "nothing known answers: " + String.join("; ", reasons), null);
    }

    private static boolean mayUse(Path file) {
        return Files.isReadable(file) && Files.isWritable(file);
    }

    private static Device closed(Path file, String group) {
        return new Device(file.toString(), null, null,
                "no permission: add yourself to the group %s (sudo usermod -aG %s $USER), then log in anew"
                        .formatted(group, group),
                null);
    }

    private List<Path> files(String glob) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(dev, glob)) {
            matching.forEach(files::add);
        } catch (IOException none) {
            // A machine without such a directory has no such devices.
            return files;
        }
        files.sort(null);
        return files;
    }
}
