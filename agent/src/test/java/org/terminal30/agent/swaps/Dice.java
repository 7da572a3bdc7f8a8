package org.terminal30.agent.swaps;

import java.util.SplittableRandom;

/** Chance, in the ways that an experiment wants it. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** Every decade as likely as the next. */
    double scaled(double least, double most) {
        return Math.exp(random.nextDouble(Math.log(least), Math.log(most)));
    }

    boolean oneIn(double many) {
        return random.nextDouble() * many < 1;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    double gaussian() {
        return random.nextGaussian();
    }

    long seed() {
        return random.nextLong();
    }
}
