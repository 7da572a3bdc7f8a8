package org.terminal30.agent;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.terminal30.agent.analyse.AnalyseCommand;
import org.terminal30.hardware.sample.NanoClock;

/** The command line of the agent. Exit codes: 0 done, 1 could not do it, 2 wrong usage or configuration. */
@Command(name = "terminal30-agent", mixinStandardHelpOptions = true, version = "Terminal 30 "
        + Main.VERSION, description = "Measures a bay, alarms, and sends what it finds.", subcommands = {
                RunCommand.class, DevicesCommand.class, CalibrateCommand.class, AnalyseCommand.class,
                SimulateCommand.class})
public final class Main implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        // Under a name of its own: in the dashboard's process the dashboard's logback.xml counts.
        System.setProperty("logback.configurationFile", "logback-agent.xml");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** The machine's monotonic clock; everything else is given one. */
    static NanoClock clock() {
        return System::nanoTime;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
