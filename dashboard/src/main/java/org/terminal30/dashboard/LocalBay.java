package org.terminal30.dashboard;

import java.time.InstantSource;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.source.Sources;
import org.terminal30.dashboard.security.BayTokens;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.trace.TraceException;

/**
 * A bay in the process of its dashboard. It uses the same loopback HTTP and the same outbox as a bay elsewhere; only its token
 * is made here, at each start, and is of no use after the stop.
 */
final class LocalBay implements AutoCloseable {
    private final RunningBay bay;
    private final BayTokens tokens;
    private final String token;

    private LocalBay(RunningBay bay, BayTokens tokens, String token) {
        this.bay = bay;
        this.tokens = tokens;
        this.token = token;
    }

    /**
     * Starts the bay of a configuration, whose section {@code [dashboard]} does not count.
     *
     * @throws TraceException when the trace of a replay cannot be read
     */
    static LocalBay start(Server server, BayConfig config, NanoClock clock, InstantSource wall) throws TraceException {
        BayTokens tokens = server.part(BayTokens.class);
        String token = tokens.create(config.id());
        DashboardConfig here = new DashboardConfig(server.uri(), token, DashboardConfig.DEFAULT_BUCKET,
                DashboardConfig.DEFAULT_ORG, true);
        BayConfig local = config.sendingTo(here);
        PinHeader header = PinHeader.ofThisMachine();
        return new LocalBay(RunningBay.start(local, Sources.open(local, header, clock), header, Main.VERSION, clock,
                wall), tokens, token);
    }

    @Override
    public void close() {
        bay.close();
        tokens.revoke(token);
    }
}
