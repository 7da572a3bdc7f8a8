package org.terminal30.agent.job;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a procedure is told at its start, so that it needs nobody afterwards. What is null is not known.
 *
 * @param saver that is used for a swap
 * @param saverTestedToday whether it was proven under load on this day
 * @param load what the parked car draws, as somebody knows it
 * @param standbySteps what the head unit wants before its feed is touched, on the wire
 */
public record JobSettings(@Nullable SaverProfile saver, boolean saverTestedToday, @Nullable Load load,
        List<String> standbySteps) {
    /** Nothing is known. */
    public static final JobSettings NONE = new JobSettings(null, false, null, List.of());

    /**
     * A load that nobody has measured here.
     *
     * @param origin where the figure comes from, for people
     */
    public record Load(double amperes, String origin) {
        /** More than any parked car draws for long. */
        public static final double MOST_AMPERES = 100;

        public Load {
            if (!(amperes >= 0 && amperes <= MOST_AMPERES)) {
                throw new IllegalArgumentException(
                        "load is %s A, must be from 0 to %s A".formatted(amperes, MOST_AMPERES));
            }
            Objects.requireNonNull(origin);
        }
    }

    public JobSettings {
        standbySteps = List.copyOf(standbySteps);
    }
}
