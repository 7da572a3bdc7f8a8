package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.terminal30.dashboard.backup.Contents;
import org.terminal30.dashboard.backup.Restore;
import org.terminal30.dashboard.backup.RestoreMark;
import org.terminal30.dashboard.registry.Registry;

/** {@code restore FILE}: a backup into an empty dashboard that does not run. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Puts a backup into an empty data folder and registry whose dashboard does not run. Stopped, the same command goes on.")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file that backup has made.")
    private Path file = Path.of("");

    @Mixin
    private DataFolder.Choice data = new DataFolder.Choice();

    @Mixin
    private RegistryChoice place = new RegistryChoice();

    @Mixin
    private Telling telling = new Telling();

    @Override
    public Integer call() {
        Path folder = data.open();
        FolderLock lock = FolderLock.take(folder).orElseThrow(() -> new IllegalStateException(
                "the dashboard of %s runs: stop it before a backup is put back".formatted(folder)));
        try (lock;
                Interruption stop = Interruption.watched();
                Registry registry = place.open(folder, Registry.Use.SERVE, spec.commandLine());
                CommandHistory history = CommandHistory.alone(folder)) {
            Contents contents = new Restore(registry, history.history(), new RestoreMark(folder),
                    telling.progress(spec.commandLine().getErr()), stop)
                    .from(file.toAbsolutePath());
            telling.say(spec.commandLine().getOut(), "%s: %s".formatted(folder, contents));
        }
        return CommandLine.ExitCode.OK;
    }
}
