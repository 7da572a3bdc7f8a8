package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.terminal30.dashboard.backup.Backup;
import org.terminal30.dashboard.backup.Contents;
import org.terminal30.dashboard.registry.Registry;

/** {@code backup FILE}: the whole workshop in one file, beside a running dashboard too. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Writes history, registry and reports into one file. The dashboard may run. Stopped, the same command goes on.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet. While it is made it is called FILE.part.")
    private Path file = Path.of("");

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Mixin
    private RegistryChoice place = new RegistryChoice();

    @Mixin
    private Telling telling = new Telling();

    @Override
    public Integer call() {
        Path folder = data.existing();
        try (Interruption stop = Interruption.watched();
                Registry registry = place.open(folder, Registry.Use.COMMAND, spec.commandLine())) {
            Contents contents = new Backup(registry, () -> CommandHistory.snapshot(folder),
                    telling.progress(spec.commandLine().getErr()), stop)
                    .make(file.toAbsolutePath(), new Clocks().clock().instant(), Main.VERSION);
            telling.say(spec.commandLine().getOut(), "%s: %s".formatted(file, contents));
        }
        return CommandLine.ExitCode.OK;
    }
}
