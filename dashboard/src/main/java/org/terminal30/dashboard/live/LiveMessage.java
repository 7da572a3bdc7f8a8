package org.terminal30.dashboard.live;

/**
 * One server-sent event, encoded once for all who watch.
 *
 * @param bay whom it is about
 * @param name of the event: {@code window event alarm job agent bay}
 * @param json its data
 */
record LiveMessage(String bay, String name, String json) {
    /** A viewer too slow for everything misses windows first: the next is 100 ms away. */
    boolean canBeMissed() {
        return name.equals("window");
    }
}
