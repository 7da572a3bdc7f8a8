package org.terminal30.hardware.header;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.IO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one user has of a header. Gives back its own and leaves alone what others have. Safe for use by several threads. */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final PinHeader header;
    private final List<IO<?, ?, ?>> held = new ArrayList<>();
    private boolean closed;

    Lease(PinHeader header) {
        this.header = header;
    }

    /**
     * A device on a bus, or a line.
     *
     * @param how creates it in the context of the header
     * @throws Pi4JException when it cannot be had; it may be asked for again
     */
    public synchronized <T extends IO<?, ?, ?>> T open(Function<Context, T> how) {
        if (closed) {
            throw new Pi4JException("the lease is closed");
        }
        try {
            T opened = how.apply(header.context());
            held.add(opened);
            return opened;
        } catch (Pi4JException e) {
            throw e;
        } catch (RuntimeException e) {
            // A provider throws what its native library does, and the one over the kernel's files what it finds missing.
            throw new Pi4JException(e.getMessage(), e);
        }
    }

    /**
     * Gives one back; an output takes its level of rest.
     *
     * @throws Pi4JException when that fails; it is not tried again
     */
    public synchronized void giveBack(IO<?, ?, ?> opened) {
        if (!held.remove(opened)) {
            return;
        }
        try {
            // The provider of SPI over the kernel's files closes its file by this alone.
            if (opened instanceof Closeable file) {
                file.close();
            }
            header.context().shutdown(opened.id());
        } catch (IOException | RuntimeException e) {
            throw new Pi4JException(e.getMessage(), e);
        }
    }

    /** Gives everything back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (IO<?, ?, ?> opened : List.copyOf(held)) {
            try {
                giveBack(opened);
            } catch (Pi4JException refused) {
                LOG.warn("{} cannot be given back", opened.id(), refused);
            }
        }
        header.ended();
    }
}
