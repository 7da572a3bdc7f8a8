package org.terminal30.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A serial cable without hardware: two pseudo-terminals that socat joins, so that bytes go through the kernel. Product code
 * opens {@link #port()}, the test plays the instrument at the other end. Both paths stay the same over {@link #unplug()}
 * and {@link #replug()}, as a udev link does. Needs socat. Used by one thread.
 */
public final class PseudoTerminalPair implements AutoCloseable {
    private final TemporaryDirectory directory = new TemporaryDirectory("pty");
    private final Path port = directory.path().resolve("port");
    private final Path instrument = directory.path().resolve("instrument");
    private @Nullable ServerProcess socat;
    private int plugged;
    private @Nullable OutputStream toPort;
    private @Nullable InputStream fromPort;

    public PseudoTerminalPair() {
        replug();
    }

    /** Where product code finds the instrument. */
    public Path port() {
        return port;
    }

    /** The instrument's end, for a test that opens it by itself or in another process. */
    public Path instrument() {
        return instrument;
    }

    /** The instrument says something. */
    public void write(String ascii) {
        write(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The instrument says something.
     *
     * @throws UncheckedIOException when the cable is pulled
     */
    public void write(byte[] bytes) {
        try {
            if (toPort == null) {
                // Never creates: while unplugged that would leave a plain file in the device's place.
                toPort = Files.newOutputStream(instrument, StandardOpenOption.WRITE);
            }
            toPort.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + instrument, e);
        }
    }

    /** Waits for that many bytes from the product. */
    public byte[] read(int length) {
        try {
            if (fromPort == null) {
                fromPort = Files.newInputStream(instrument);
            }
            return fromPort.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from " + instrument, e);
        }
    }

    /** Pulls the cable: both devices vanish and whoever has them open is hung up. */
    public void unplug() {
        closeOwnEnd();
        if (socat != null) {
            socat.close();
            socat = null;
        }
    }

    /** Puts the cable back: new devices under the old paths. */
    public void replug() {
        if (socat != null) {
            throw new IllegalStateException("already plugged in");
        }
        // A log of its own each time: the sign of an earlier start would be taken for this one's.
        Path log = directory.path().resolve("socat-%d.log".formatted(++plugged));
        socat = ServerProcess.start(log, List.of(DebianProgram.SOCAT.path().toString(), "-d", "-d",
                "pty,raw,echo=0,link=" + port, "pty,raw,echo=0,link=" + instrument));
        socat.awaitLine(line -> line.contains("starting data transfer loop"));
    }

    private void closeOwnEnd() {
        try {
            if (toPort != null) {
                toPort.close();
                toPort = null;
            }
            if (fromPort != null) {
                fromPort.close();
                fromPort = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + instrument, e);
        }
    }

    @Override
    public void close() {
        unplug();
        directory.close();
    }
}
