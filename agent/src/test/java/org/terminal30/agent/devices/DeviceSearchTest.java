package org.terminal30.agent.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.hardware.adc.I2cScan;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class DeviceSearchTest {
    private static final Duration LINE_INTERVAL = Duration.ofMillis(20);

    @TempDir
    private Path root;

    private DeviceSearch search() throws IOException {
        var chip = new SimulatedAds1115(System::nanoTime, (pin, nanos) -> 2.1, 1);
        return new DeviceSearch(Files.createDirectories(root.resolve("dev")),
                Files.createDirectories(root.resolve("proc")),
                () -> new I2cScan(new SimulatedI2cProvider().with(1, 0x48, chip).header(), System::nanoTime),
                System::nanoTime);
    }

    private Path device(String name) throws IOException {
        return Files.createFile(Files.createDirectories(root.resolve("dev")).resolve(name));
    }

    private void opened(String process, Path device) throws IOException {
        Path folder = root.resolve("proc").resolve(process);
        Files.createDirectories(folder.resolve("fd"));
        Files.writeString(folder.resolve("comm"), "java\n");
        Files.createSymbolicLink(folder.resolve("fd/7"), device.toRealPath());
    }

    @Test
    void machineWithoutBuses_hasNoDevicesAndOpensNoBus() throws Exception {
        var search = new DeviceSearch(root.resolve("nothing"), root, () -> {
            throw new IllegalStateException("there is no bus to open");
        }, System::nanoTime);

        assertThat(search.i2c()).isEmpty();
        assertThat(search.spi()).isEmpty();
        assertThat(new DeviceList(List.of()).text()).startsWith("Nothing found");
    }

    @Test
    void converterOnABus_isListedWithAReadingAndASnippetThatTheBayReads() throws Exception {
        device("i2c-1");

        Device found = search().i2c().getFirst();

        assertThat(found.what()).isEqualTo("ADS1115 converter");
        assertThat(found.reading()).startsWith("AIN0 2.100 V");
        Path bay = Files.writeString(root.resolve("bay.toml"),
                "site = \"main\"\nbay = \"1\"\nstate = \"state\"\n" + found.snippet());
        assertThat(BayConfig.read(bay).sources()).hasSize(1);
    }

    @Test
    void busOfARunningBay_isSaidAndNoConversionStarted() throws Exception {
        opened("4711", device("i2c-1"));

        Device found = search().i2c().getFirst();

        assertThat(found.note()).isEqualTo("bus in use by java, process 4711: no conversion was started");
        assertThat(found.reading()).isNull();
    }

    @Test
    void portOfARunningBay_isNotOpened() throws Exception {
        Path port = device("ttyACM0");
        opened("4711", port);

        assertThat(search().serial(List.of(port.toString()), true)).extracting(Device::note)
                .containsExactly("in use by java, process 4711: not opened");
    }

    @Test
    void spiDevice_isListedWithWhereItIs() throws Exception {
        device("spidev0.1");

        assertThat(search().spi().getFirst().snippet()).contains("bus = 0\nchip_select = 1\n");
    }

    @Test
    @NeedsProgram("socat")
    void frontEndWithTextLines_isFoundWithoutAQuestionAndReadLive() throws Exception {
        try (var cable = new PseudoTerminalPair()) {
            Thread instrument = Thread.ofVirtual().start(() -> talk(cable));
            try {
                Device found = search().serial(List.of(cable.port().toString()), false).getFirst();

                assertThat(found.what()).isEqualTo("serial");
                assertThat(found.reading()).isEqualTo("onboard 12.500 V");
                assertThat(found.snippet()).contains("type = \"serial\"", "channels = [\"onboard\"]");
                assertThat(new DeviceList(List.of(found)).json()).startsWith("{\"place\":\"" + cable.port() + "\"");
            } finally {
                instrument.interrupt();
                instrument.join();
            }
        }
    }

    private static void talk(PseudoTerminalPair cable) {
        try {
            for (long micros = 0; !Thread.interrupted(); micros += 1_000) {
                cable.write("# t30 us onboard\n%d,12.5\n".formatted(micros));
                Thread.sleep(LINE_INTERVAL);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
