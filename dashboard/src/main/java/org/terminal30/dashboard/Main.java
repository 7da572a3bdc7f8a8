package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.micronaut.runtime.Micronaut;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line. Without a command it is the server. */
@Command(name = "terminal30-dashboard", mixinStandardHelpOptions = true, version = "Terminal 30 "
        + Main.VERSION, description = "The workshop's server: takes in what the bays measure and shows it.")
public final class Main implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Option(names = "--port", defaultValue = "8030", paramLabel = "PORT", description = "Port to listen on (default ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(names = "--listen", paramLabel = "HOST", description = "Address to listen on. Default: 127.0.0.1 until the first manager exists, then 0.0.0.0.")
    private String listen = "";

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != CommandLine.ExitCode.OK) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    /** Starts the server and returns; it runs until SIGTERM, which lets open requests finish. */
    @Override
    public Integer call() {
        Path folder = data.open();
        ServerSettings settings = new ServerSettings(folder, port, listen);
        Micronaut.build(new String[0]).mainClass(Main.class).banner(false).properties(settings.properties()).start();
        return CommandLine.ExitCode.OK;
    }
}
