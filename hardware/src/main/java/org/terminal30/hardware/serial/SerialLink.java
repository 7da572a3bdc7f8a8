package org.terminal30.hardware.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** One opening of a serial port, 8 data bits, no parity, 1 stop bit. A lost link stays lost: another is opened in its place. */
final class SerialLink implements AutoCloseable {
    /** The longest that a read waits for the first byte. */
    static final int READ_BOUND_MILLIS = 200;

    /** An instrument that has not taken this many bytes takes none at all: the longest command has some 30. */
    static final int MAX_UNSENT_BYTES = 256;

    private final SerialPort port;
    private final Path path;

    private SerialLink(SerialPort port, Path path) {
        this.port = port;
        this.path = path;
    }

    /**
     * Opens the port and forgets what was waiting in it, because nobody knows how old that is.
     *
     * @throws IOException when there is no such port or it cannot be opened, saying what to look at
     */
    static SerialLink open(String name, int baud) throws IOException {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new IOException("%s is not there: is the front-end plugged in?".formatted(name));
        }
        SerialPort port;
        try {
            // Asked for anew at every opening: the object resolves a link once and would open the device that was there before.
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("%s is not a serial port".formatted(name), e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_BOUND_MILLIS, 0);
        if (!port.openPort(0)) {
            throw new IOException(
                    "%s cannot be opened at %d baud (error %d): may this user read it, and does no other program use it?"
                            .formatted(name, baud, port.getLastErrorCode()));
        }
        port.flushIOBuffers();
        return new SerialLink(port, path);
    }

    /** Bytes read into the buffer; 0 when none came within {@value #READ_BOUND_MILLIS} ms; negative when the port is lost. */
    int read(byte[] buffer) {
        int count = port.readBytes(buffer, buffer.length);
        return count == 0 && !Files.exists(path) ? -1 : count;
    }

    /** As {@link #read}, without waiting for the first byte. */
    int readWaiting(byte[] buffer) {
        return port.bytesAvailable() > 0 ? read(buffer) : 0;
    }

    /**
     * Sends all of it, or nothing when so much of what was sent before is still waiting that a write could wait too.
     *
     * @return false when the instrument or the cable takes nothing
     */
    boolean write(byte[] bytes) {
        int waiting = port.bytesAwaitingWrite();
        return waiting >= 0 && waiting <= MAX_UNSENT_BYTES && port.writeBytes(bytes, bytes.length) == bytes.length;
    }

    @Override
    public void close() {
        port.closePort();
    }
}
