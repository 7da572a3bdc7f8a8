package org.terminal30.agent.alarm;

/**
 * An alarm put away for a while.
 *
 * @param who who put it there; empty when nobody had to log in
 * @param why the reason given
 * @param untilNanos when it is judged again by itself
 */
public record Shelf(String who, String why, long untilNanos) {
    /** The longest time on the shelf (rule B4). */
    public static final int MAX_MINUTES = 15;
    /** The longest reason, in characters. */
    public static final int MAX_WHY = 120;

    public Shelf {
        if (why.isBlank() || why.length() > MAX_WHY) {
            throw new IllegalArgumentException(
                    "the reason of a shelf is \"%s\", must be 1 to %d characters".formatted(why, MAX_WHY));
        }
    }
}
