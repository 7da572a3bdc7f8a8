package org.terminal30.dashboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.scenario.ScenarioException;
import org.terminal30.agent.scenario.Scenarios;
import org.terminal30.dashboard.demo.Demo;
import org.terminal30.dashboard.security.BayTokens;

/** The whole product on this machine, with a simulated car; leaves nothing behind. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Server and simulated bay on a temporary data folder, on loopback, without log-in.")
final class DemoCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8030", paramLabel = "PORT", description = "Port to listen on (default ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(names = "--scenario", defaultValue = Scenarios.DEMO, paramLabel = "NAME|FILE.toml", description = "What happens to the car, over and over (default ${DEFAULT-VALUE}).")
    private String scenario = Scenarios.DEMO;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return play(Scenarios.find(scenario));
        } catch (ScenarioException wrong) {
            wrong.faults().forEach(fault -> spec.commandLine().getErr().println(scenario + ": " + fault));
            return CommandLine.ExitCode.USAGE;
        }
    }

    private int play(Scenario playing) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("terminal30-demo-");
        Server server = Server.start(new ServerSettings(folder, port, LOOPBACK, true));
        BayTokens tokens = server.part(BayTokens.class);
        Demo demo = Demo.start(playing, server.uri(), tokens.create(Demo.BAY), folder, Main.VERSION,
                new Clocks().nanoClock(), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demo.close();
            server.close();
            remove(folder);
        }, "stop"));
        announce(server, tokens.create(Demo.BAY), playing.title());
        server.awaitClose();
        return CommandLine.ExitCode.OK;
    }

    private void announce(Server server, String token, String title) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("""

                Terminal 30 demo: %s
                A simulated car, round after round: %s.
                No log-in: the demo listens on this machine only and forgets everything when it ends (Ctrl-C).
                To write to bay 1 yourself: Authorization: Token %s
                """.formatted(server.uri(), title, token));
        out.flush();
    }

    private static void remove(Path folder) {
        try (Stream<Path> everything = Files.walk(folder)) {
            List<Path> deepestFirst = everything.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
