package org.terminal30.dashboard.history.influx;

import java.net.URI;

/**
 * Where an InfluxDB is and how it lets us in.
 *
 * @param org organisation; only InfluxDB 2 asks for it
 * @param token of InfluxDB 2 and 3; {@code user:password} for InfluxDB 1; empty where nobody asks
 */
public record InfluxLogin(URI url, String org, String token) {
    public InfluxLogin {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "is \"%s\", must be an address such as http://influx.example:8086".formatted(url));
        }
    }

    /** The token is nobody's business. */
    @Override
    public String toString() {
        return url.toString();
    }
}
