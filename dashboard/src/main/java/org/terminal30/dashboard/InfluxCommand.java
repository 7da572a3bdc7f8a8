package org.terminal30.dashboard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.terminal30.dashboard.history.influx.InfluxLogin;
import org.terminal30.dashboard.history.influx.InfluxSetUp;
import org.terminal30.dashboard.history.influx.SetUpException;

/** What has to be done once before the history can be kept in an InfluxDB. */
@Command(name = "influx", mixinStandardHelpOptions = true, description = "Prepares an InfluxDB for the history.")
final class InfluxCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "setup", mixinStandardHelpOptions = true, description = "Makes databases (or buckets) and how long they keep, proves them, and prints the configuration to use. What is there stays.")
    int setup(@Mixin Login login,
            @Option(names = "--database", defaultValue = "terminal30", paramLabel = "NAME", description = "Name of the first database (default ${DEFAULT-VALUE}); NAME_seconds and NAME_kept are the others.") String database,
            @Option(names = "--keep-windows", defaultValue = "0", converter = Days.class, paramLabel = "TIME", description = "How long windows of 100 ms and waveforms are kept, such as 90d; 0, the default, for ever.") Duration keepWindows,
            @Option(names = "--keep-seconds", defaultValue = "0", converter = Days.class, paramLabel = "TIME", description = "The same for seconds and ten seconds. Minutes and coarser, and events, are kept for ever.") Duration keepSeconds) {
        var out = spec.commandLine().getOut();
        try {
            List<String> configuration = new InfluxSetUp(new InfluxSetUp.Wish(login.read(spec), database, keepWindows,
                    keepSeconds), new Clocks().clock(), out::println).run();
            out.println("Ready. Start the dashboard with:");
            configuration.forEach(line -> out.println("  " + line));
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        } catch (SetUpException failed) {
            spec.commandLine().getErr().println(failed.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Where, and how to get in. */
    static final class Login {
        @Option(names = "--url", required = true, paramLabel = "URL", description = "Address, such as http://influx.example:8086.")
        private String url = "";

        @Option(names = "--org", defaultValue = "", paramLabel = "NAME", description = "Organisation, for InfluxDB 2.")
        private String org = "";

        @Option(names = "--token", defaultValue = "${env:TERMINAL30_HISTORY_INFLUX_TOKEN:-}", paramLabel = "TOKEN", description = "Token of InfluxDB 2 or 3. Others on this machine can see it here: better --token-file, or TERMINAL30_HISTORY_INFLUX_TOKEN in the environment.")
        private String token = "";

        @Option(names = "--token-file", paramLabel = "FILE", description = "File with the token.")
        private @Nullable Path tokenFile;

        @Option(names = "--user", defaultValue = "", paramLabel = "NAME", description = "User of InfluxDB 1, an administrator.")
        private String user = "";

        @Option(names = "--password", defaultValue = "${env:TERMINAL30_HISTORY_INFLUX_PASSWORD:-}", paramLabel = "PASSWORD", description = "The user's password; better --password-file, or TERMINAL30_HISTORY_INFLUX_PASSWORD in the environment.")
        private String password = "";

        @Option(names = "--password-file", paramLabel = "FILE", description = "File with the password.")
        private @Nullable Path passwordFile;

        InfluxLogin read(CommandSpec spec) {
            String secret = user.isEmpty()
                    ? secret(spec, tokenFile, token)
                    : user + ":" + secret(spec, passwordFile, password);
            try {
                return new InfluxLogin(URI.create(url), org, secret);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), "--url " + wrong.getMessage(), wrong);
            }
        }

        private static String secret(CommandSpec spec, @Nullable Path file, String given) {
            try {
                return file == null ? given : Files.readString(file).strip();
            } catch (IOException unreadable) {
                throw new ParameterException(spec.commandLine(), "%s cannot be read: %s".formatted(file,
                        unreadable.getMessage()), unreadable);
            }
        }
    }

    /** A time such as 90d or 36h; 0 for ever. */
    static final class Days implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("(\\d{1,5})([dh])");

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            if (text.equals("0")) {
                return Duration.ZERO;
            }
            if (!time.matches()) {
                throw new TypeConversionException(
                        "is \"%s\", must be a number of days or hours, such as 90d or 36h, or 0 for ever"
                                .formatted(text));
            }
            long number = Long.parseLong(time.group(1));
            return time.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
        }
    }
}
