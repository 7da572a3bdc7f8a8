package org.terminal30.dashboard.history.influx;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.terminal30.dashboard.history.EpochNanos;

/**
 * Makes in an InfluxDB what the history needs, and proves it with a point that is written and read back in each database. What is
 * there stays; run again, it changes nothing.
 */
public final class InfluxSetUp {
    private static final String PROOF = "setup_check";

    private final Wish wish;
    private final Clock clock;
    private final Consumer<String> said;

    /** {@code said} hears each step, in words. */
    public InfluxSetUp(Wish wish, Clock clock, Consumer<String> said) {
        this.wish = wish;
        this.clock = clock;
        this.said = said;
    }

    /**
     * What is wanted.
     *
     * @param database name of the first database; the others begin with it
     * @param keepWindows how long windows and waveforms are kept; zero for ever, at least an hour otherwise
     * @param keepSeconds the same for seconds and ten seconds; minutes, everything coarser, and events are kept for ever
     */
    public record Wish(InfluxLogin login, String database, Duration keepWindows, Duration keepSeconds) {
        private static final Duration LEAST = Duration.ofHours(1);

        public Wish {
            check("--keep-windows", keepWindows);
            check("--keep-seconds", keepSeconds);
        }

        private static void check(String option, Duration keep) {
            if (!keep.isZero() && keep.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException(
                        "%s is %d s, must be an hour or more, or 0 for ever".formatted(option,
                                keep.toSeconds()));
            }
        }
    }

    /**
     * A database that is wanted.
     *
     * @param keep zero for ever
     */
    record Wanted(String name, Duration keep) {
        String words() {
            return keep.isZero() ? "keeps for ever" : "keeps %d h".formatted(keep.toHours());
        }
    }

    /** One kind of server. */
    interface Server {
        /** Makes a database where it is missing, and says what it did. */
        String make(Wanted wanted) throws InfluxFault, SetUpException;
    }

    /**
     * Does it all, and returns the lines of configuration to use.
     *
     * @throws SetUpException when something could not be done; what was done before stays
     */
    public List<String> run() throws SetUpException {
        Layout layout = new Layout(wish.database());
        try (InfluxLink link = new InfluxLink(wish.login())) {
            String version = link.version();
            said.accept(
                    "%s is InfluxDB %s".formatted(wish.login(), version.isEmpty() ? "3, or will not say" : version));
            Server server = server(link, version);
            for (Wanted wanted : List.of(new Wanted(layout.windows(), wish.keepWindows()),
                    new Wanted(layout.seconds(), wish.keepSeconds()), new Wanted(layout.kept(), Duration.ZERO))) {
                said.accept(server.make(wanted));
            }
            for (String database : layout.all()) {
                prove(link, database);
            }
            return configuration();
        } catch (InfluxFault fault) {
            throw new SetUpException(fault.reason() + hint(fault));
        }
    }

    private Server server(InfluxLink link, String version) {
        if (version.startsWith("1.")) {
            return new Influx1(link);
        }
        return version.startsWith("2.")
                ? new Influx2(link.client(), wish.login().org())
                : wanted -> "database %s: InfluxDB 3 makes it with the first write; how long it keeps is set there"
                        .formatted(wanted.name());
    }

    private void prove(InfluxLink link, String database) throws InfluxFault, SetUpException {
        long now = EpochNanos.of(clock.instant());
        link.write(database, List.of("%s,by=terminal30 ok=true %d".formatted(PROOF, now)));
        List<Row> rows = link.ask(database, "SELECT \"ok\" FROM \"%s\" WHERE time = %d".formatted(PROOF, now));
        if (rows.size() != 1 || !"true".equals(rows.getFirst().text("ok"))) {
            throw new SetUpException("%s: what was written to it is not read back in InfluxQL: %s".formatted(database,
                    rows.isEmpty() ? "nothing is found" : rows.toString()));
        }
        said.accept("database %s: written to and read back (measurement %s)".formatted(database, PROOF));
    }

    private static String hint(InfluxFault fault) {
        return switch (fault.kind()) {
            case REFUSING -> ". Check address, organisation, token or user, and that they may make databases";
            case UNREACHABLE -> ". Check the address, and whether InfluxDB runs";
            case BAD_LINES, TOO_LARGE -> "";
        };
    }

    private List<String> configuration() {
        boolean users = wish.login().token().contains(":");
        return List.of("TERMINAL30_HISTORY_STORE=influx", "TERMINAL30_HISTORY_INFLUX_URL=" + wish.login().url(),
                wish.login().org().isEmpty() ? "" : "TERMINAL30_HISTORY_INFLUX_ORG=" + wish.login().org(),
                "TERMINAL30_HISTORY_INFLUX_DATABASE=" + wish.database(),
                users ? "TERMINAL30_HISTORY_INFLUX_USER=" + wish.login().token().replaceFirst(":.*", "") : "",
                wish.login().token().isEmpty()
                        ? ""
                        : "TERMINAL30_HISTORY_INFLUX_%s_FILE=/etc/terminal30/influx-secret".formatted(
                                users ? "PASSWORD" : "TOKEN"))
                .stream().filter(line -> !line.isEmpty()).toList();
    }
}
