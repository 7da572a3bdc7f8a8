package org.terminal30.agent.analyse;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceColumns;
import org.terminal30.hardware.trace.TraceException;

/**
 * {@code analyse TRACE}: what the detection finds in a recorded trace. Prints the result and nothing else; found events are no
 * failure. Exit codes: 0 analysed, 1 the trace cannot be read, 2 wrong usage.
 */
@Command(name = "analyse", description = "Prints the supply events in a recorded trace.")
public final class AnalyseCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int COULD_NOT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "CSV file with a header; the time is time_s or an ISO-8601 column.")
    private Path file = Path.of("");

    @Option(names = "--channel", paramLabel = "CHANNEL=COLUMN", converter = {ChannelName.class,
            ColumnName.class}, description = "The column of a channel that is not named like it; may be given again for others.")
    private Map<Channel, String> channels = new EnumMap<>(Channel.class);

    @Option(names = "--time", paramLabel = "COLUMN", description = "The column of the time.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", converter = ReportFormat.Converter.class, description = "text (default) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Analysis analysis = TraceAnalyser
                    .analyse(new Trace(file, new TraceColumns(channels, time, Optional.empty())));
            out.print(format.print(analysis));
            out.flush();
            return DONE;
        } catch (TraceException e) {
            err.println(e.getMessage());
            err.flush();
            return COULD_NOT;
        }
    }

    /** The channel before the equals sign. */
    private static final class ChannelName implements ITypeConverter<Channel> {
        @Override
        public Channel convert(String value) {
            return Channel.ofWireName(value).orElseThrow(() -> new TypeConversionException(
                    "'%s' is not a channel; there are %s".formatted(value, Channel.wireNames())));
        }
    }

    /** The column after it, as it is. */
    private static final class ColumnName implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value;
        }
    }
}
