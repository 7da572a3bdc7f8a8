package org.terminal30.agent.analyse;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceColumns;
import org.terminal30.hardware.trace.TraceException;

/**
 * {@code analyse TRACE}: what the detection finds in a recorded trace. Prints the result and nothing else; found events are no
 * failure. Exit codes: 0 analysed, 1 the trace cannot be read or the result not written, 2 wrong usage.
 */
@Command(name = "analyse", description = "Prints the supply events in a recorded trace.")
public final class AnalyseCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int COULD_NOT = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TRACE", description = "Text with one row per moment, as loggers, oscilloscopes and phones write it; may be gzipped.")
    private Path file = Path.of("");

    @Option(names = "--channel", paramLabel = "CHANNEL=COLUMN", converter = {ChannelName.class,
            Verbatim.class}, description = "The column of a channel, by name or number from 1; may be given again for others.")
    private Map<Channel, String> channels = new EnumMap<>(Channel.class);

    @Option(names = "--time", paramLabel = "COLUMN", description = "The column of the time, by name or number from 1.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--time-format", paramLabel = "FORMAT", description = "s, ms, us, ns or a pattern such as 'dd/MM/yyyy HH:mm:ss'.")
    private Optional<String> timeFormat = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", converter = ReportFormat.Converter.class, description = "text (default), json or html.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write the result instead of printing it.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Trace trace = new Trace(file, columns());
        try {
            String report = format.print(trace, TraceAnalyser.analyse(trace));
            return output == null ? print(report) : write(report, output);
        } catch (TraceException e) {
            return complain(e.getMessage());
        }
    }

    private TraceColumns columns() {
        try {
            return new TraceColumns(channels, time, timeFormat);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private int print(String report) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(report);
        out.flush();
        return DONE;
    }

    private int write(String report, Path to) {
        try {
            Files.writeString(to, report);
            return DONE;
        } catch (IOException e) {
            return complain("%s cannot be written: %s".formatted(to, e));
        }
    }

    private int complain(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return COULD_NOT;
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
    private static final class Verbatim implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value;
        }
    }
}
