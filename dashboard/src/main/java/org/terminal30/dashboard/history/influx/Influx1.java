package org.terminal30.dashboard.history.influx;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.terminal30.dashboard.history.influx.InfluxSetUp.Wanted;

/** InfluxDB 1: databases, each with the retention policy that InfluxDB itself gives it. */
record Influx1(InfluxLink link) implements InfluxSetUp.Server {
    private static final String POLICY = "autogen";

    @Override
    public String make(Wanted wanted) throws InfluxFault, SetUpException {
        boolean isThere = link.databases().contains(wanted.name());
        if (!isThere) {
            link.order("CREATE DATABASE \"%s\"".formatted(wanted.name()));
            if (!link.databases().contains(wanted.name())) {
                throw new SetUpException("database %s could not be made: the user must be an administrator".formatted(
                        wanted.name()));
            }
        }
        String did = keep(wanted);
        return "database %s: %s, %s%s".formatted(wanted.name(), isThere ? "there already" : "made", wanted.words(),
                did);
    }

    private String keep(Wanted wanted) throws InfluxFault, SetUpException {
        Optional<String> now = duration(wanted.name());
        if (now.filter(duration -> isSame(duration, wanted.keep())).isPresent()) {
            return "";
        }
        String keep = wanted.keep().isZero() ? "INF" : wanted.keep().toHours() + "h";
        link.order((now.isPresent()
                ? "ALTER RETENTION POLICY \"%s\" ON \"%s\" DURATION %s DEFAULT"
                : "CREATE RETENTION POLICY \"%s\" ON \"%s\" DURATION %s REPLICATION 1 DEFAULT")
                .formatted(POLICY, wanted.name(), keep));
        String then = duration(wanted.name()).orElse("none");
        if (!isSame(then, wanted.keep())) {
            throw new SetUpException(
                    "database %s keeps %s, and that could not be changed to %s".formatted(wanted.name(),
                            then, keep));
        }
        return now.map(before -> " (before: %s)".formatted(before.equals("0s") ? "for ever" : before)).orElse("");
    }

    private Optional<String> duration(String database) throws InfluxFault {
        List<Row> policies = link.ask(database, "SHOW RETENTION POLICIES ON \"%s\"".formatted(database));
        return policies.stream().filter(row -> POLICY.equals(row.text("name"))).map(row -> row.text("duration"))
                .map(String::valueOf).findFirst();
    }

    /** InfluxDB writes 2160h0m0s, and 0s for ever. */
    private static boolean isSame(String written, Duration wanted) {
        return written.equals(wanted.isZero() ? "0s" : wanted.toHours() + "h0m0s");
    }
}
