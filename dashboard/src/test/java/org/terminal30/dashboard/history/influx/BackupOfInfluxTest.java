package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.backup.Backup;
import org.terminal30.dashboard.backup.Restore;
import org.terminal30.dashboard.backup.RestoreMark;
import org.terminal30.dashboard.backup.Stop;
import org.terminal30.dashboard.backup.Workshop;
import org.terminal30.dashboard.history.Copying;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

/** From the embedded store into an InfluxDB, and from there back again. */
@NeedsProgram({"influxd", "nginx"})
class BackupOfInfluxTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void backupOfOneStore_goesIntoTheOther_andBack() throws IOException, InfluxFault {
        Path first = folder.resolve("first.t30");
        Path second = folder.resolve("second.t30");
        Path beside = Files.createDirectory(folder.resolve("beside"));
        try (InfluxServer influx = new InfluxServer();
                Workshop embedded = new Workshop(folder.resolve("embedded"));
                Workshop other = new Workshop(folder.resolve("other"));
                Workshop back = new Workshop(folder.resolve("back"))) {
            embedded.fillRegistry();
            embedded.fillHistory(90, 20);
            embedded.backUp(first, Stop.NEVER);
            new Layout("moved").all().forEach(influx::createDatabase);
            Function<String, Optional<String>> properties = key -> Optional.ofNullable(Map.of(
                    InfluxSettings.PREFIX + "url", influx.url(), InfluxSettings.PREFIX + "database", "moved").get(key));

            try (InfluxHistory history = InfluxHistory.open(beside, properties, Clock.systemUTC())) {
                new Restore(other.registry(), history, new RestoreMark(beside), Progress.none(), Stop.NEVER)
                        .from(first);
                history.settleAll();
            }
            new Backup(other.registry(), () -> InfluxHistory.snapshot(beside, properties, Clock
                    .systemUTC()), Progress.none(), Stop.NEVER).make(second, Instant.EPOCH, "1.2.3");

            back.restore(second, Stop.NEVER);
            Copying.assertSame(embedded.history(), back.history(), "by way of InfluxDB");
        }
    }
}
