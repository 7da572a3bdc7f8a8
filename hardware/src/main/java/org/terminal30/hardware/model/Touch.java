package org.terminal30.hardware.model;

import java.util.SplittableRandom;

/** How a contact bounces: a few touches and gaps until it rests, drawn by chance. */
final class Touch {
    private static final int MOST_BOUNCES = 3;

    private boolean made;
    private boolean reversed;
    private long movement;

    boolean isMade() {
        return made;
    }

    boolean isReversed() {
        return reversed;
    }

    void set(boolean touches) {
        made = touches;
    }

    /** Somebody or something moves it: what bounced of an earlier movement is over. */
    long move(boolean wrongWay) {
        reversed = wrongWay;
        return ++movement;
    }

    boolean stillMoves(long number) {
        return movement == number;
    }

    /** The nanoseconds after a movement at which the contact changes, ascending; the last leaves it where it was moved to. */
    static long[] changes(double bounceSeconds, SplittableRandom chance) {
        long bounceNanos = Math.round(bounceSeconds * 1e9);
        int bounces = bounceNanos < 2 ? 0 : chance.nextInt(MOST_BOUNCES + 1);
        return chance.longs(2L * bounces, 1, Math.max(2, bounceNanos)).sorted().toArray();
    }
}
