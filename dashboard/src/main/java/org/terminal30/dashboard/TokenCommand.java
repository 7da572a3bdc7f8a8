package org.terminal30.dashboard;

import java.time.Clock;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.security.BayTokens;

/** The keys of the bays; works on the registry, beside a running server too. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Makes and revokes the tokens of bays.")
final class TokenCommand {
    private static final String WHO = "command line";
    private static final String HERE = "local";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Prints a new token for a bay. It is shown this once; the registry keeps its hash.")
    int create(@Mixin Bay bay, @Mixin DataFolder.Choice data, @Mixin RegistryChoice place) {
        BayId id = id(bay, place);
        Clock clock = new Clocks().clock();
        try (Registry registry = open(data, place)) {
            String token = new BayTokens(registry.jdbi(), clock).create(id);
            new Audit(registry.jdbi(), clock).record(Audit.Act.TOKEN_CREATED, WHO, id.toString(), HERE);
            spec.commandLine().getOut().println(token);
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Makes every token of a bay useless, within a second.")
    int revoke(@Mixin Bay bay, @Mixin DataFolder.Choice data, @Mixin RegistryChoice place) {
        BayId id = id(bay, place);
        Clock clock = new Clocks().clock();
        try (Registry registry = open(data, place)) {
            int revoked = new BayTokens(registry.jdbi(), clock).revoke(id);
            new Audit(registry.jdbi(), clock).record(Audit.Act.TOKENS_REVOKED, WHO, id.toString(), HERE);
            spec.commandLine().getOut().println("revoked " + revoked + " of " + id);
        }
        return CommandLine.ExitCode.OK;
    }

    private BayId id(Bay bay, RegistryChoice place) {
        try {
            return new BayId(place.site(), bay.name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private Registry open(DataFolder.Choice data, RegistryChoice place) {
        return place.open(data.open(), Registry.Use.COMMAND, spec.commandLine());
    }

    /** Which bay. */
    static final class Bay {
        @Option(names = "--bay", required = true, paramLabel = "B", description = "The bay; 1 to 32 of a-z, 0-9 and -.")
        private String name = "";
    }
}
