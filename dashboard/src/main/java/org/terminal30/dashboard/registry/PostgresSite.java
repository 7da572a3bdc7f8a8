package org.terminal30.dashboard.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One site in a PostgreSQL database. A site has a schema of its own, so that no statement can see another site.
 *
 * @param url {@code postgresql://HOST[:PORT]/DATABASE}, with the driver's parameters after a question mark where some are needed
 * @param user of the database
 * @param password {@link Password#NONE} where the database asks for none
 * @param connections of the pool, 1 to {@value #MAX_CONNECTIONS}; one more holds the site
 * @param site 1–32 characters of {@code a–z 0–9 -}, as in the addresses of bays
 */
public record PostgresSite(String url, String user, Password password, int connections,
        String site) implements RegistryPlace {
    public static final int DEFAULT_CONNECTIONS = 4;
    static final int MAX_CONNECTIONS = 64;
    static final int DEFAULT_PORT = 5432;

    private static final String SCHEME = "postgresql";
    private static final String JDBC = "jdbc:";
    private static final String MUST_BE = "must be postgresql://HOST[:PORT]/DATABASE";
    /** Have options of their own, or are ours to set. */
    private static final List<String> NOT_IN_THE_URL = List.of("user", "password", "currentschema", "options");

    /** Every fault is named by the option that is at fault. */
    public PostgresSite {
        url = checked(url);
        if (user.isBlank()) {
            throw new IllegalArgumentException("--registry-user is empty, must be a user of the database");
        }
        if (connections < 1 || connections > MAX_CONNECTIONS) {
            throw new IllegalArgumentException("--registry-connections is %d, must be 1 to %d".formatted(connections,
                    MAX_CONNECTIONS));
        }
        site = RegistryPlace.siteOf(site);
    }

    private static String checked(String url) {
        String address = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        try {
            URI uri = new URI(address);
            // Before anything repeats the address: what stands before an @ may be a password.
            if (address.contains("@")) {
                throw new IllegalArgumentException(
                        "--registry must not hold a user or password: use --registry-user and a password file");
            }
            String path = uri.getPath();
            if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null || path == null || path.length() < 2
                    || path.indexOf('/', 1) >= 0) {
                throw new IllegalArgumentException("--registry is \"%s\", %s".formatted(url, MUST_BE));
            }
            refuseParameters(uri.getQuery());
            return address;
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("--registry is no address (%s), %s".formatted(unreadable
                    .getReason(), MUST_BE), unreadable);
        }
    }

    private static void refuseParameters(@Nullable String query) {
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String name = parameter.split("=", 2)[0];
            if (NOT_IN_THE_URL.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "--registry must not set %s: use --registry-user, a password file and --site".formatted(name));
            }
        }
    }

    /** As the driver takes it. */
    String jdbcUrl() {
        return JDBC + url;
    }

    String database() {
        return URI.create(url).getPath().substring(1);
    }

    /** Host and port. */
    String server() {
        URI uri = URI.create(url);
        return uri.getHost() + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }

    /** Sites have no underscore in their names, so two of them never share a schema. */
    String schema() {
        return "site_" + site.replace('-', '_');
    }

    /** For messages: no user, no password. */
    @Override
    public String toString() {
        return "site %s in database %s at %s".formatted(site, database(), server());
    }
}
