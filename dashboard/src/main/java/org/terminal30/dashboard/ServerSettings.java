package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the command line decides about the server.
 *
 * @param data folder of the databases, there already
 * @param port 0 to 65535; 0 takes a free port
 * @param listen address to bind, or empty: loopback until the first manager exists, every address after
 */
public record ServerSettings(Path data, int port, String listen) {
    private static final int MAX_PORT = 65_535;

    public ServerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("--port is %d, must be 0 to %d".formatted(port, MAX_PORT));
        }
    }

    /** The same as configuration of the server. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(DataFolder.PROPERTY, data.toString());
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        properties.put("micronaut.server.host", listen.isEmpty() ? "127.0.0.1" : listen);
        return properties;
    }
}
