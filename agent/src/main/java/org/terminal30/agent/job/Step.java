package org.terminal30.agent.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure as it stands.
 *
 * @param id the step on the wire; its words are the dashboard's
 * @param words a sentence that belongs to this very step, beside or in place of the dashboard's; null where the id says all
 * @param how what completes it
 * @param atNanos when it was completed or left, in the owner's time; null while it waits
 * @param who completed it by a tap; null for a measurement
 * @param figures what was measured or entered, by name with the unit last
 * @param reason why it was skipped, or why it failed, for its words; null where there is nothing to say
 */
public record Step(String id, @Nullable String words, How how, State state, @Nullable Long atNanos,
        @Nullable String who,
        Map<String, Double> figures, @Nullable String reason) {
    /** What completes a step. */
    public enum How {
        /** The measurement does; a tap stands in where it cannot. */
        MEASURED,
        TAPPED,
        ENTERED
    }

    /** How far it has come. */
    public enum State {
        WAITING,
        DONE,
        /** A later step was measured: this one has been done or left out, nobody said which. */
        NOT_CONFIRMED,
        /** Left out by decision. */
        SKIPPED,
        FAILED;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<State> ofWireName(String name) {
            return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst();
        }

        /** All names, space separated, for messages. */
        public static String wireNames() {
            return Arrays.stream(values()).map(State::wireName).collect(Collectors.joining(" "));
        }

        /** Whether nothing more is expected of the step. */
        public boolean isOver() {
            return this != WAITING && this != FAILED;
        }
    }

    public Step {
        Objects.requireNonNull(id);
        Objects.requireNonNull(how);
        Objects.requireNonNull(state);
        figures = Map.copyOf(figures);
    }

    /** A step that nobody has begun. */
    public static Step waiting(String id, How how) {
        return new Step(id, null, how, State.WAITING, null, null, Map.of(), null);
    }

    /** The same step with a sentence of its own. */
    public Step saying(@Nullable String sentence) {
        return new Step(id, sentence, how, state, atNanos, who, figures, reason);
    }

    /** As it was before anybody began it. */
    Step again() {
        return waiting(id, how).saying(words);
    }

    Step remarked(String remark) {
        return new Step(id, words, how, state, atNanos, who, figures, remark);
    }

    Step became(State next, long nanos, @Nullable String by, @Nullable String why) {
        return new Step(id, words, how, next, nanos, by, figures, why);
    }

    Step with(Map<String, Double> measured) {
        return new Step(id, words, how, state, atNanos, who, measured, reason);
    }

    Step at(@Nullable Long nanos) {
        return new Step(id, words, how, state, nanos, who, figures, reason);
    }
}
