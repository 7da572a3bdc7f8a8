package org.terminal30.hardware.adc;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;

/** A bus whose every transfer fails as the provider over the kernel's device has it: −1, and nothing read. */
final class SilentSpiProvider extends SpiProviderBase implements SpiProvider {
    static Context newContext(SpiProvider provider) {
        return Pi4J.newContextBuilder().noAutoDetect().add(provider).disableShutdownHook().build();
    }

    @Override
    public Spi create(SpiConfig config) {
        var device = new SpiBase(this, config) {
            @Override
            public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int numberOfBytes) {
                return -1;
            }

            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return -1;
            }

            @Override
            public int write(byte b) {
                return -1;
            }

            @Override
            public int write(byte[] data, int offset, int length) {
                return -1;
            }
        };
        context.registry().add(device);
        return device;
    }

    SilentSpiProvider() {
        super("silent-spi", "Silent SPI");
    }
}
