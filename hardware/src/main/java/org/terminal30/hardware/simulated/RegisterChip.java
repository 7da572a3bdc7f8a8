package org.terminal30.hardware.simulated;

/** A simulated chip as the bus sees it: registers that are written and read. Used by one thread. */
public interface RegisterChip {
    /**
     * The bytes after the register's address.
     *
     * @throws com.pi4j.exception.Pi4JException when the chip does not acknowledge
     */
    void write(int register, byte[] data, int offset, int length);

    /**
     * Fills the buffer from the register.
     *
     * @throws com.pi4j.exception.Pi4JException when the chip does not acknowledge
     */
    void read(int register, byte[] buffer, int offset, int length);
}
