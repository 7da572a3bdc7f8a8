package org.terminal30.dashboard;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.terminal30.dashboard.recording.RecordingException;
import org.terminal30.dashboard.recording.Recordings;
import org.terminal30.dashboard.recording.Taken;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Transitions;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceColumns;

/** {@code import TRACE}: a recorded trace into a vehicle's history, while no dashboard runs; a running one takes uploads. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Takes a recorded trace into a vehicle's history while the dashboard does not run. A running one takes it on the vehicle's page.")
final class ImportCommand implements Callable<Integer> {
    private static final String WHO = "command line";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "Files that analyse reads.")
    private List<Path> files = List.of();

    @Option(names = "--vehicle", paramLabel = "PLATE", required = true, description = "Whose history it is.")
    private String plate = "";

    @Option(names = "--start", paramLabel = "TIME", description = "When the first row was recorded, such as 2026-11-21T10:00:00Z; only where the file does not say it.")
    private Optional<String> start = Optional.empty();

    @Option(names = "--channel", paramLabel = "CHANNEL=COLUMN", description = "The column of a channel; may be given again for others.")
    private List<String> channels = List.of();

    @Option(names = "--time", paramLabel = "COLUMN", description = "The column of the time.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--time-format", paramLabel = "FORMAT", description = "s, ms, us, ns or a pattern such as 'dd/MM/yyyy HH:mm:ss'.")
    private Optional<String> timeFormat = Optional.empty();

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Mixin
    private RegistryChoice place = new RegistryChoice();

    @Mixin
    private Telling telling = new Telling();

    @Override
    public Integer call() {
        Path folder = data.existing();
        TraceColumns columns = columns();
        @Nullable
        Instant begin = start.map(this::instant).orElse(null);
        FolderLock lock = FolderLock.forServing(folder);
        try (lock;
                Registry registry = place.open(folder, Registry.Use.COMMAND, spec.commandLine());
                CommandHistory history = CommandHistory.alone(folder)) {
            long vehicle = Plates.find(registry.jdbi(), plate);
            Recordings recordings = new Recordings(history.history(), new Transitions(registry.jdbi()),
                    new Jobs(registry.jdbi()), new Clocks().zone());
            boolean failed = false;
            for (Path file : files) {
                failed |= !take(recordings, vehicle, new Trace(file, columns), begin);
            }
            return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
        }
    }

    private boolean take(Recordings recordings, long vehicle, Trace trace, @Nullable Instant begin) {
        try {
            Taken taken = recordings.take(vehicle, place.site(), trace, begin, WHO);
            telling.say(spec.commandLine().getOut(), "%s: %s".formatted(trace.file(), taken.sentence()));
            return true;
        } catch (RecordingException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return false;
        }
    }

    private TraceColumns columns() {
        Map<Channel, String> mapped = new EnumMap<>(Channel.class);
        for (String pair : channels) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            mapped.put(Channel.ofWireName(name).orElseThrow(() -> wrong(
                    "--channel is \"%s\", must be CHANNEL=COLUMN; channels are %s".formatted(pair, Channel
                            .wireNames()))),
                    pair.substring(pair.indexOf('=') + 1));
        }
        try {
            return new TraceColumns(mapped, time, timeFormat);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("--start is \"%s\", must be a time such as 2026-11-21T10:00:00Z".formatted(text));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
