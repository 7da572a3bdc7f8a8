package org.terminal30.agent;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.terminal30.agent.calibrate.CalibrationText;
import org.terminal30.agent.calibrate.CalibrationWalk;
import org.terminal30.agent.calibrate.Console;
import org.terminal30.agent.calibrate.Operator.GaveUpException;
import org.terminal30.agent.calibrate.Plausibility;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.BayConfigException;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.trace.TraceException;

/** Two voltages, a multimeter, and a dated record. Exit codes: 0 written, 1 not written, 2 wrong usage or configuration. */
@Command(name = "calibrate", mixinStandardHelpOptions = true, description = "Compares a channel with a multimeter and writes a dated record. Stop the bay first: it uses the same front-end.")
final class CalibrateCommand implements Callable<Integer> {
    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 1;
    private static final int WRONG_CONFIGURATION = 2;
    private static final int POINTS_OF_A_LINE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration of the bay, such as bay.toml.")
    private Path config = Path.of("");

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "What to calibrate; need not be said when the bay has one channel.")
    private @Nullable String channel;

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; asked when not said.")
    private @Nullable String who;

    @Option(names = "--meter", paramLabel = "METER", description = "Make and model of the multimeter; asked when not said.")
    private @Nullable String meter;

    @Option(names = "--celsius", paramLabel = "DEGREES", description = "How warm the front-end is, for the record.")
    private @Nullable Double celsius;

    @Option(names = "--point", paramLabel = "READING:METER", converter = Pair.class, description = "For scripts: given twice, takes these points and asks and measures nothing.")
    private List<Point> points = List.of();

    @Option(names = "--check", paramLabel = "READING:METER", converter = Pair.class, description = "For scripts: a third point, to see how good the line is.")
    private @Nullable Point check;

    @Option(names = "--accept-gain", description = "For scripts: write it although the scale changes by more than parts can explain.")
    private boolean acceptGain;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return calibrate(BayConfig.read(config));
        } catch (BayConfigException wrong) {
            wrong.faults().forEach(fault -> say(config + ": " + fault));
            return WRONG_CONFIGURATION;
        } catch (TraceException | IOException | GaveUpException impossible) {
            say(impossible.getMessage());
            return NOT_WRITTEN;
        }
    }

    private int calibrate(BayConfig bay)
            throws BayConfigException, TraceException, IOException, GaveUpException, InterruptedException {
        try (VoltageSource source = Sources.nominal(bay, PinHeader.ofThisMachine(), Main.clock())) {
            ChannelInfo info = chosen(source.channels());
            LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault());
            Optional<CalibrationRecord> record = points.isEmpty()
                    ? new CalibrationWalk(new Console(new InputStreamReader(System.in, Charset.defaultCharset()),
                            spec.commandLine().getOut()), source, info, Main.clock())
                            .walk(new CalibrationWalk.Circumstances(today, who, meter, celsius))
                    : given(info, today);
            if (record.isEmpty()) {
                say("nothing is written");
                return NOT_WRITTEN;
            }
            bay.calibrations().append(record.get());
            spec.commandLine().getOut().printf("Written to %s. It counts from the next start of the bay on.%n",
                    bay.calibrations().path());
            return WRITTEN;
        }
    }

    private ChannelInfo chosen(List<ChannelInfo> channels) {
        String names = channels.stream().map(info -> info.channel().wireName()).collect(Collectors.joining(" "));
        if (channel == null && channels.size() == 1) {
            return channels.getFirst();
        }
        return channels.stream().filter(info -> info.channel().wireName().equals(channel)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(),
                        channel == null
                                ? "say which channel with --channel, one of " + names
                                : "--channel is %s, must be one of %s".formatted(channel, names)));
    }

    /** What a script measured by itself. */
    private Optional<CalibrationRecord> given(ChannelInfo info, LocalDate today) {
        if (points.size() != POINTS_OF_A_LINE || who == null || meter == null) {
            throw new ParameterException(spec.commandLine(), "--point is given twice, together with --who and --meter");
        }
        boolean rising = points.get(0).reference() < points.get(1).reference();
        try {
            var record = new CalibrationRecord(info.channel(), info.device(), today, who, meter,
                    points.get(rising ? 0 : 1), points.get(rising ? 1 : 0), check, celsius);
            new CalibrationText(record).lines().forEach(spec.commandLine().getOut()::println);
            Optional<String> doubt = Plausibility.doubt(record).filter(accepted -> !acceptGain);
            doubt.ifPresent(reason -> say(reason + " --accept-gain writes it all the same"));
            return doubt.isPresent() ? Optional.empty() : Optional.of(record);
        } catch (IllegalArgumentException noLine) {
            throw new ParameterException(spec.commandLine(), noLine.getMessage(), noLine);
        }
    }

    private void say(@Nullable String line) {
        spec.commandLine().getErr().println(line);
    }

    /** {@code 9.912:10.00}. */
    static final class Pair implements ITypeConverter<Point> {
        @Override
        public Point convert(String text) {
            int colon = text.indexOf(':');
            try {
                return new Point(Double.parseDouble(text.substring(0, Math.max(0, colon))),
                        Double.parseDouble(text.substring(colon + 1)));
            } catch (IllegalArgumentException invalid) {
                throw new TypeConversionException(
                        "'%s' is not READING:METER, such as 9.912:10.00".formatted(text));
            }
        }
    }
}
