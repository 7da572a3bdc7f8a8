package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the configuration says about an InfluxDB.
 *
 * @param spoolBytes how much may wait on the dashboard's own disk, at least {@value #LEAST_SPOOL_BYTES}
 * @param maxWindowsInMemory of what waits, 40 bytes each
 */
record InfluxSettings(InfluxLogin login, Layout layout, long spoolBytes, int maxWindowsInMemory) {
    static final String PREFIX = "terminal30.history.influx.";
    static final String SPOOL = "terminal30.history.spool.limit";
    static final String DEFAULT_DATABASE = "terminal30";
    private static final String DEFAULT_SPOOL = "2GB";
    private static final long LEAST_SPOOL_BYTES = 1 << 20;
    /** Ten minutes of twenty bays with two channels. */
    private static final int MAX_WINDOWS = 250_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(MB|GB)");

    InfluxSettings {
        if (spoolBytes < LEAST_SPOOL_BYTES) {
            throw new IllegalArgumentException("%s is %d bytes, must be at least 1MB".formatted(SPOOL, spoolBytes));
        }
    }

    /**
     * Reads them.
     *
     * @param properties the value of a key, where there is one
     * @throws IllegalArgumentException when one is missing or wrong; the message names it and says what would be right
     */
    static InfluxSettings read(Function<String, Optional<String>> properties) {
        String url = properties.apply(PREFIX + "url").orElseThrow(() -> new IllegalArgumentException(
                PREFIX + "url is missing, must be an address such as http://influx.example:8086"));
        return new InfluxSettings(login(properties, url),
                named("database", () -> new Layout(properties.apply(PREFIX + "database").orElse(DEFAULT_DATABASE))),
                bytes(properties.apply(SPOOL).orElse(DEFAULT_SPOOL)), MAX_WINDOWS);
    }

    private static InfluxLogin login(Function<String, Optional<String>> properties, String url) {
        String token = secret(properties, "token").orElse("");
        Optional<String> user = properties.apply(PREFIX + "user");
        if (user.isPresent()) {
            if (!token.isEmpty()) {
                throw new IllegalArgumentException(PREFIX + "user and " + PREFIX
                        + "token are both there: InfluxDB 1 has users, InfluxDB 2 and 3 have tokens");
            }
            token = user.get() + ":" + secret(properties, "password").orElseThrow(() -> new IllegalArgumentException(
                    PREFIX + "password-file is missing beside " + PREFIX + "user"));
        }
        String secret = token;
        return named("url", () -> new InfluxLogin(URI.create(url), properties.apply(PREFIX + "org").orElse(""),
                secret));
    }

    private interface Making<T> {
        T make();
    }

    private static <T> T named(String key, Making<T> making) {
        try {
            return making.make();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(PREFIX + key + " " + wrong.getMessage(), wrong);
        }
    }

    /** A secret stands in the environment, or better in a file that only the dashboard may read. */
    private static Optional<String> secret(Function<String, Optional<String>> properties, String key) {
        Optional<String> file = properties.apply(PREFIX + key + "-file");
        return file.isPresent()
                ? Optional.of(read(PREFIX + key + "-file", file.get()))
                : properties.apply(PREFIX + key);
    }

    private static String read(String key, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("%s is \"%s\", which cannot be read: %s".formatted(key, file,
                    unreadable.getMessage()), unreadable);
        }
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("%s is \"%s\", must be a size such as 500MB or 2GB".formatted(SPOOL,
                    size));
        }
        return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("GB") ? 1L << 30 : 1L << 20);
    }
}
