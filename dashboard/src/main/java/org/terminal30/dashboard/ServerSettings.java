package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.Map;

import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.dashboard.security.DemoMode;

/**
 * What the command line decides about the server.
 *
 * @param data folder of the databases, there already
 * @param port 0 to 65535; 0 takes a free port
 * @param listen address to bind, or empty: loopback until the first manager exists, every address after
 * @param demo nobody logs in; only for loopback
 * @param registry where the registry is
 */
public record ServerSettings(Path data, int port, String listen, boolean demo, RegistryPlace registry) {
    private static final int MAX_PORT = 65_535;

    public ServerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("--port is %d, must be 0 to %d".formatted(port, MAX_PORT));
        }
    }

    /** With everything in the data folder. */
    public ServerSettings(Path data, int port, String listen, boolean demo) {
        this(data, port, listen, demo, RegistryPlace.in(data));
    }

    /** The same as configuration of the server; the address comes later, it depends on what is in the registry. */
    Map<String, Object> properties() {
        return Map.of(DataFolder.PROPERTY, data.toString(), RegistryPlace.SITE_PROPERTY, registry.site(),
                "micronaut.server.port", port == 0 ? -1 : port,
                DemoMode.PROPERTY, demo);
    }
}
