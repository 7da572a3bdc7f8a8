package org.terminal30.agent.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.terminal30.agent.wire.WireRecord;

/** How the agent and its channels are: of each only the latest is worth sending. Safe for use by several threads. */
final class LatestStatus {
    private static final String AGENT = "";

    private final Map<String, WireRecord> latest = new LinkedHashMap<>();

    synchronized void put(WireRecord.Agent agent) {
        latest.put(AGENT, agent);
    }

    synchronized void put(WireRecord.ChannelStatus channel) {
        latest.put(channel.channel().wireName(), channel);
    }

    synchronized boolean isEmpty() {
        return latest.isEmpty();
    }

    synchronized void replaceAll(UnaryOperator<WireRecord> with) {
        latest.replaceAll((of, said) -> with.apply(said));
    }

    /** What has not left; nothing of it is left here. */
    synchronized List<WireRecord> take() {
        List<WireRecord> taken = List.copyOf(latest.values());
        latest.clear();
        return taken;
    }
}
