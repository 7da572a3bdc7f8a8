package org.terminal30.dashboard.live;

/**
 * One server-sent event, encoded once for all who watch.
 *
 * @param bay whom it is about
 * @param name of the event: {@code window event alarm job agent bay}
 * @param json its data
 */
record LiveMessage(String bay, String name, String json) {
    /** A viewer too slow for everything misses what is said again by itself: a window after 100 ms, an agent's state after a second. */
    boolean canBeMissed() {
        return name.equals("window") || name.equals("agent");
    }
}
