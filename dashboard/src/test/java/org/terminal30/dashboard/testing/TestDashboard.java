package org.terminal30.dashboard.testing;

import java.nio.file.Path;
import java.util.Map;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.Server;
import org.terminal30.dashboard.ServerSettings;
import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.dashboard.security.BayTokens;

/** A running dashboard on a free loopback port. */
public final class TestDashboard implements AutoCloseable {
    public static final String MANAGER = "Anna";
    public static final String PASSWORD = "a long enough one";

    private final Server server;

    private TestDashboard(Server server) {
        this.server = server;
    }

    /** Not set up yet. */
    public static TestDashboard fresh(Path folder) {
        return new TestDashboard(Server.start(new ServerSettings(folder, 0, "127.0.0.1", false)));
    }

    /** Not set up yet, with the registry somewhere else. */
    public static TestDashboard fresh(Path folder, RegistryPlace registry) {
        return new TestDashboard(Server.start(new ServerSettings(folder, 0, "127.0.0.1", false, registry)));
    }

    public static TestDashboard demo(Path folder) {
        return new TestDashboard(Server.start(new ServerSettings(folder, 0, "127.0.0.1", true)));
    }

    /** With more configuration, as the environment gives it. */
    public static TestDashboard demo(Path folder, Map<String, Object> configuration) {
        return new TestDashboard(Server.start(new ServerSettings(folder, 0, "127.0.0.1", true), configuration));
    }

    public Server server() {
        return server;
    }

    /** Somebody who has not logged in. */
    public TestClient stranger() {
        return new TestClient(server.uri());
    }

    /** The manager, logged in; made by the set-up link the first time. */
    public TestClient manager() {
        server.setUpLink().ifPresent(link -> stranger().form("/setup", "code", link.getQuery().substring("code="
                .length()), "name", MANAGER, "password", PASSWORD));
        TestClient client = stranger();
        client.logIn(MANAGER, PASSWORD);
        return client;
    }

    public String token(String bay) {
        return server.part(BayTokens.class).create(new BayId("main", bay));
    }

    /** A bay with a token of its own. */
    public FakeBay bay(String bay) {
        return new FakeBay(stranger(), token(bay));
    }

    @Override
    public void close() {
        server.close();
    }
}
