package org.terminal30.hardware.signal;

import java.util.function.Supplier;

import com.pi4j.context.Context;
import org.jspecify.annotations.Nullable;

/** The GPIO lines, opened when one is first needed: on a machine without any that fails too, and is tried again. */
final class Gpio {
    private final Supplier<Context> opener;
    private @Nullable Context context;

    Gpio(Supplier<Context> opener) {
        this.opener = opener;
    }

    Context context() {
        Context open = context;
        if (open == null) {
            open = opener.get();
            context = open;
        }
        return open;
    }

    void shutDown() {
        if (context != null) {
            context.shutdown();
        }
    }
}
