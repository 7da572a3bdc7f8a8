package org.terminal30.agent.clock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Whether the kernel's wall clock has been set from the network since the boot. The evidence is the file that
 * systemd-timesyncd touches at its first synchronisation (systemd-timesyncd.service(8)); with another daemon it is absent
 * and the receiver's {@code Date} header decides.
 */
public final class KernelClock implements BooleanSupplier {
    private static final Path TOUCHED_WHEN_SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

    private final Path evidence;

    public KernelClock() {
        this(TOUCHED_WHEN_SYNCHRONISED);
    }

    KernelClock(Path evidence) {
        this.evidence = evidence;
    }

    @Override
    public boolean getAsBoolean() {
        return Files.exists(evidence);
    }
}
