package org.terminal30.dashboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.export.Export;
import org.terminal30.dashboard.export.ExportFile;
import org.terminal30.dashboard.export.Format;
import org.terminal30.dashboard.export.Stretch;
import org.terminal30.dashboard.export.View;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.hardware.sample.Channel;

/** {@code export FILE}: any part of the history, however large, beside a running dashboard too. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a part of the history into a file. The dashboard may run. Stopped, the same command goes on.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet. While it is made it is called FILE.part.")
    private Path file = Path.of("");

    @Option(names = "--vehicle", paramLabel = "PLATE", description = "What was measured in this vehicle's jobs.")
    private Optional<String> plate = Optional.empty();

    @Option(names = "--bay", paramLabel = "B", description = "Instead of a vehicle: everything from this bay.")
    private Optional<String> bay = Optional.empty();

    @Option(names = "--from", paramLabel = "TIME", required = true, description = "Such as 2026-11-21T10:00:00Z, inclusive.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "In the same way, exclusive.")
    private String to = "";

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "onboard (default), backup …; may be given again for others.")
    private List<String> channels = List.of("onboard");

    @Option(names = "--points", paramLabel = "N", defaultValue = "0", description = "At most so many steps, as on a chart; without it every window.")
    private int points;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv (default), events, json or lines (line protocol).")
    private String format = "";

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Mixin
    private RegistryChoice place = new RegistryChoice();

    @Mixin
    private Telling telling = new Telling();

    @Override
    public Integer call() throws IOException {
        Path folder = data.existing();
        Format written = Format.of(format).orElseThrow(() -> wrong("--format is \"%s\", must be one of %s".formatted(
                format, Format.names())));
        TimeRange range = range();
        List<Channel> measured = channels.stream().map(name -> Channel.ofWireName(name).orElseThrow(() -> wrong(
                "--channel is \"%s\", must be one of %s".formatted(name, Channel.wireNames())))).toList();
        if (points < 0) {
            throw wrong("--points is %d, must be at least 1, or 0 for every window".formatted(points));
        }
        View view = new View(stretches(folder, range), measured, points == 0
                ? Optional.empty()
                : Optional.of(Grid.covering(range, points)));
        try (Interruption stop = Interruption.watched(); HistorySnapshot snapshot = CommandHistory.snapshot(folder)) {
            boolean complete = new ExportFile(file.toAbsolutePath(), String.join(" ", plate.or(() -> bay).orElse(""),
                    from, to, channels.toString(), Integer.toString(points), format))
                    .write(new Export(snapshot, view, written), telling.progress(spec.commandLine().getErr()),
                            stop::isWanted);
            telling.say(spec.commandLine().getOut(), complete
                    ? "%s is complete".formatted(file)
                    : "Stopped. The same command goes on from here.");
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Stretch> stretches(Path folder, TimeRange range) {
        if (plate.isPresent() == bay.isPresent()) {
            throw wrong("either --vehicle or --bay must be given");
        }
        if (bay.isPresent()) {
            try {
                return List.of(new Stretch(new BayId(place.site(), bay.get()), range));
            } catch (IllegalArgumentException e) {
                throw wrong("--" + e.getMessage());
            }
        }
        try (Registry registry = place.open(folder, Registry.Use.COMMAND, spec.commandLine())) {
            return Stretch.ofJobs(new Jobs(registry.jdbi()).intervals(Plates.find(registry.jdbi(), plate.orElse(""))),
                    range, EpochNanos.of(new Clocks().clock().instant()));
        }
    }

    private TimeRange range() {
        try {
            return TimeRange.of(Instant.parse(from), Instant.parse(to));
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw wrong("--from is \"%s\", --to \"%s\": must be times such as 2026-11-21T10:00:00Z, the second later"
                    .formatted(from, to));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
