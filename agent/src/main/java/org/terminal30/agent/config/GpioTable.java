package org.terminal30.agent.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who has which GPIO line, so that none is given away twice. */
final class GpioTable {
    private final Map<Integer, Holder> holders = new HashMap<>();

    private record Holder(String who, GpioUse use) {}

    /**
     * Takes a line for somebody.
     *
     * @return who has it already, and what for; empty when it was free, or is a line of a bus that both are on
     */
    Optional<String> take(String who, GpioUse use) {
        Holder holder = holders.putIfAbsent(use.gpio(), new Holder(who, use));
        boolean free = holder == null || (use.bus() && holder.use().equals(use));
        return free
                ? Optional.empty()
                : Optional.of("%s has this one (%s)".formatted(holder.who(), holder.use().purpose()));
    }
}
