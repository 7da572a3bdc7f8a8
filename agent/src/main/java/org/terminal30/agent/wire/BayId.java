package org.terminal30.agent.wire;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The bay a record comes from.
 *
 * @param site the workshop; 1–32 characters of {@code a–z 0–9 -}
 * @param bay the bay within it; likewise
 */
public record BayId(String site, String bay) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");

    public BayId {
        site = checked("site", site);
        bay = checked("bay", bay);
    }

    private static String checked(String key, String value) {
        if (!NAME.matcher(Objects.requireNonNull(value, key)).matches()) {
            throw new IllegalArgumentException(
                    "%s is \"%s\", must be 1 to 32 of a-z, 0-9 and -, not beginning or ending with -".formatted(key,
                            value));
        }
        return value;
    }

    @Override
    public String toString() {
        return site + "/" + bay;
    }
}
