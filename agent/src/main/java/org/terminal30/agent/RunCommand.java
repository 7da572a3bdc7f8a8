package org.terminal30.agent;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.BayConfigException;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.trace.TraceException;

/** The bay, until SIGTERM or the end of a recording. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the bay.")
final class RunCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CONFIGURATION = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration of the bay, such as bay.toml.")
    private Path config = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(BayConfig.read(config));
        } catch (BayConfigException wrong) {
            wrong.faults().forEach(fault -> say(config + ": " + fault));
            return WRONG_CONFIGURATION;
        } catch (TraceException | OutboxException impossible) {
            say(impossible.getMessage());
            return FAILED;
        }
    }

    private static int run(BayConfig bayConfig) throws TraceException, InterruptedException {
        PinHeader header = PinHeader.ofThisMachine();
        RunningBay bay = RunningBay.start(bayConfig, Sources.open(bayConfig, header, Main.clock()), header,
                Main.VERSION, Main.clock(), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(bay::close, "close"));
        try (bay) {
            bay.awaitEnd();
        }
        return DONE;
    }

    private void say(@Nullable String line) {
        spec.commandLine().getErr().println(line);
    }
}
