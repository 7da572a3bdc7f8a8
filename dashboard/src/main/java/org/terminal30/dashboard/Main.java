package org.terminal30.dashboard;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.BayConfigException;
import org.terminal30.hardware.trace.TraceException;

/** The command line. Without a command it is the server. */
@OpenAPIDefinition(info = @Info(title = "Terminal 30", version = Main.VERSION, description = "Bays, jobs, alarms, vehicles and what was measured on them."))
@Command(name = "terminal30-dashboard", mixinStandardHelpOptions = true, version = "Terminal 30 "
        + Main.VERSION, subcommands = {TokenCommand.class,
                DemoCommand.class, BackupCommand.class,
                RestoreCommand.class, ExportCommand.class,
                ImportCommand.class,
                InfluxCommand.class}, description = "The workshop's server: takes in what the bays measure and shows it.")
public final class Main implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Mixin
    private RegistryChoice registry = new RegistryChoice();

    @Option(names = "--port", defaultValue = "8030", paramLabel = "PORT", description = "Port to listen on (default ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(names = "--listen", defaultValue = "", paramLabel = "HOST", description = "Address to listen on. Default: 127.0.0.1 until the first manager exists, then 0.0.0.0.")
    private String listen = "";

    @Option(names = "--local-bay", paramLabel = "FILE", description = "Configuration of a bay to host in this process, such as bay.toml; its section [dashboard] does not count.")
    private @Nullable Path localBay;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    /** Runs until SIGTERM. */
    @Override
    public Integer call() throws InterruptedException, TraceException {
        Optional<BayConfig> bay;
        try {
            bay = localBay == null ? Optional.empty() : Optional.of(BayConfig.read(localBay));
            bay.ifPresent(this::refuseForeign);
        } catch (BayConfigException wrong) {
            wrong.faults().forEach(fault -> spec.commandLine().getErr().println(localBay + ": " + fault));
            return CommandLine.ExitCode.USAGE;
        }
        return serve(bay);
    }

    /** The sites of a shared registry are kept apart: a bay of another one has no place in this. */
    private void refuseForeign(BayConfig bay) {
        if (registry.isShared() && !bay.id().site().equals(registry.site())) {
            throw new ParameterException(spec.commandLine(), "%s: site is \"%s\", the dashboard's --site is \"%s\""
                    .formatted(localBay, bay.id().site(), registry.site()));
        }
    }

    private int serve(Optional<BayConfig> bay) throws InterruptedException, TraceException {
        Server server = start(settings());
        Optional<LocalBay> local = bay.isPresent()
                ? Optional.of(LocalBay.start(server, bay.get(), new Clocks().nanoClock(), InstantSource.system()))
                : Optional.empty();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            local.ifPresent(LocalBay::close);
            server.close();
        }, "stop"));
        PrintWriter out = spec.commandLine().getOut();
        server.setUpLink().ifPresent(link -> out.println("Set-up: " + link));
        out.flush();
        server.awaitClose();
        return CommandLine.ExitCode.OK;
    }

    private Server start(ServerSettings settings) {
        try {
            return Server.start(settings);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private ServerSettings settings() {
        try {
            Path folder = data.open();
            return new ServerSettings(folder, port, listen, false, registry.in(folder));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** One sentence for what a person can mend; the innermost cause is the one that says it. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult arguments) {
        String because = failure.getCause() == null ? "" : " (" + innermost(failure.getCause()) + ")";
        commandLine.getErr().println(failure.getMessage() + because);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : innermost(cause);
    }
}
