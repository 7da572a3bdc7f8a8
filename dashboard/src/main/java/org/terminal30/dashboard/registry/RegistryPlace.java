package org.terminal30.dashboard.registry;

import java.nio.file.Path;

import org.terminal30.agent.wire.BayId;

/** Where the registry of a dashboard is, and whose it is. */
public sealed interface RegistryPlace permits RegistryPlace.SqliteFile, PostgresSite {
    /** The property that holds the site's name while the server runs. */
    String SITE_PROPERTY = "terminal30.site";

    /** The site of a workshop that has not been given a name. */
    String DEFAULT_SITE = "main";

    /** The workshop's name, 1–32 characters of {@code a–z 0–9 -}. */
    String site();

    /** A file beside the embedded history: what a dashboard has without any configuration. */
    record SqliteFile(Path file, String site) implements RegistryPlace {
        public SqliteFile {
            site = siteOf(site);
        }
    }

    /** The file {@code registry.db} of a data folder. */
    static RegistryPlace in(Path folder) {
        return in(folder, DEFAULT_SITE);
    }

    /**
     * The same of a workshop with a name.
     *
     * @throws IllegalArgumentException when it is none; the message names the option
     */
    static RegistryPlace in(Path folder, String site) {
        return new SqliteFile(folder.resolve("registry.db"), site);
    }

    /**
     * A site's name, checked.
     *
     * @throws IllegalArgumentException when it is none; the message names the option
     */
    static String siteOf(String site) {
        try {
            return new BayId(site, "1").site();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--" + wrong.getMessage(), wrong);
        }
    }
}
