package org.terminal30.hardware.header;

import java.util.function.Supplier;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The pin header of a machine, its I²C and SPI buses and GPIO lines, through one Pi4J context for all who use it: the provider of
 * GPIO keeps one chip for the whole process and closes it with the first context that shuts down, whoever else needs it.
 *
 * <p>The context is made when the first bus or line is needed, and shut down when the last lease is closed. Safe for use by
 * several threads.
 */
public final class PinHeader {
    private final Supplier<Context> opener;
    private @Nullable Context context;
    private int leases;

    /** @param opener makes the context; called again when it failed, or when there are leases anew after the last was closed */
    public PinHeader(Supplier<Context> opener) {
        this.opener = opener;
    }

    /** That of this machine; one for a process. */
    public static PinHeader ofThisMachine() {
        // Without Pi4J's own shutdown hook, which would take the lines away from under the threads that still use them.
        return new PinHeader(() -> Pi4J.newContextBuilder().autoDetect().disableShutdownHook().build());
    }

    /** For somebody who needs buses or lines; to be closed. */
    public synchronized Lease lease() {
        leases++;
        return new Lease(this);
    }

    synchronized Context context() {
        Context open = context;
        if (open == null) {
            open = opener.get();
            context = open;
        }
        return open;
    }

    synchronized void ended() {
        leases--;
        Context open = context;
        if (leases == 0 && open != null) {
            context = null;
            open.shutdown();
        }
    }
}
