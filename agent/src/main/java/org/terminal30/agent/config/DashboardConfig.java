package org.terminal30.agent.config;

import java.net.URI;

/**
 * Where the bay sends: a dashboard or any InfluxDB with the v2 write API.
 *
 * @param url base address, http or https
 * @param token shown with every request
 * @param bucket written to
 * @param org for an InfluxDB; a dashboard ignores it
 * @param orders whether orders stream back; a bare InfluxDB has none
 */
public record DashboardConfig(URI url, String token, String bucket, String org, boolean orders) {
    public static final String DEFAULT_BUCKET = "terminal30";
    public static final String DEFAULT_ORG = "terminal30";

    public DashboardConfig {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "url is \"%s\", must be like http://dashboard:8030 or https://…".formatted(url));
        }
        if (token.isBlank() || bucket.isBlank() || org.isBlank()) {
            throw new IllegalArgumentException("token, bucket and org must not be empty");
        }
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "%s, bucket %s, orders %s".formatted(url, bucket, orders);
    }
}
