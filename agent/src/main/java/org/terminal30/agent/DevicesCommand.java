package org.terminal30.agent;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.BayConfigException;
import org.terminal30.agent.devices.CalibrationCheck;
import org.terminal30.agent.devices.Device;
import org.terminal30.agent.devices.DeviceList;
import org.terminal30.agent.devices.DeviceSearch;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.adc.I2cScan;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.serial.SerialPorts;
import org.terminal30.hardware.trace.TraceException;

/** What is attached, and what it reads now. Exit codes: 0 looked, 1 could not, 2 wrong usage or configuration. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Lists chips and instruments that are attached, with a reading and what to write into bay.toml.")
final class DevicesCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CONFIGURATION = 2;

    /** How the list is printed. */
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--port", paramLabel = "PORT", description = "Looks at this serial port and nothing else; may be given again for others.")
    private List<String> ports = List.of();

    @Option(names = "--listen-only", description = "Sends nothing to serial ports: finds only instruments that speak unasked.")
    private boolean listenOnly;

    @Option(names = "--config", paramLabel = "FILE", description = "Also says of each channel of this bay whether it is calibrated.")
    private @Nullable Path config;

    private final PinHeader header = PinHeader.ofThisMachine();

    @Override
    public Integer call() throws InterruptedException {
        try {
            List<Device> found = new ArrayList<>();
            if (config != null) {
                found.addAll(channels(BayConfig.read(config)));
            }
            found.addAll(search());
            var list = new DeviceList(found);
            spec.commandLine().getOut().print(format == Format.json ? list.json() : list.text());
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (BayConfigException wrong) {
            wrong.faults().forEach(fault -> spec.commandLine().getErr().println(config + ": " + fault));
            return WRONG_CONFIGURATION;
        } catch (TraceException impossible) {
            spec.commandLine().getErr().println(impossible.getMessage());
            return FAILED;
        }
    }

    private List<Device> search() throws InterruptedException {
        var search = new DeviceSearch(Path.of("/dev"), Path.of("/proc"), () -> new I2cScan(header, Main.clock()),
                Main.clock());
        List<Device> found = new ArrayList<>();
        if (ports.isEmpty()) {
            found.addAll(search.i2c());
            found.addAll(search.spi());
        }
        found.addAll(search.serial(ports.isEmpty() ? SerialPorts.list() : ports, !listenOnly));
        return found;
    }

    private List<Device> channels(BayConfig bay) throws TraceException {
        try (VoltageSource source = Sources.nominal(bay, header, Main.clock())) {
            return CalibrationCheck.of(source.channels(), bay.calibrations().history(),
                    LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault()));
        }
    }
}
