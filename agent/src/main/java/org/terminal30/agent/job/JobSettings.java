package org.terminal30.agent.job;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a procedure is told at its start, so that it needs nobody afterwards. What is null is not known.
 *
 * @param saver that is used for a swap
 * @param testedAmperes what it carried in a load test of this day; null without one
 * @param load what the parked car draws, as somebody knows it
 * @param standby what this head unit wants before its feed is touched: a sentence a step; empty when nobody said
 * @param codePlace where the radio's code lies, for people; never the code itself
 * @param code what is known of the radio's lock; null when nothing is
 */
public record JobSettings(@Nullable SaverProfile saver, @Nullable Double testedAmperes, @Nullable Load load,
        List<String> standby, @Nullable String codePlace, @Nullable CodeRules code) {
    /** More than any head unit wants. */
    static final int MAX_STANDBY = 20;
    /** Of all sentences together: they go over the wire with every transition. */
    static final int MAX_CHARACTERS = 2_000;

    /** Nothing is known. */
    public static final JobSettings NONE = new JobSettings(null, null, null, List.of(), null, null);

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
        standby = List.copyOf(standby);
        if (testedAmperes != null && !(testedAmperes > 0 && testedAmperes <= Load.MOST_AMPERES)) {
            throw new IllegalArgumentException("saver.testedAmperes is %s, must be above 0 and at most %s"
                    .formatted(testedAmperes, Load.MOST_AMPERES));
        }
        if (standby.size() > MAX_STANDBY || standby.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "standby is %s, must be at most %d sentences".formatted(standby, MAX_STANDBY));
        }
        int characters = standby.stream().mapToInt(String::length).sum() + (codePlace == null ? 0 : codePlace.length());
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException("standby and codePlace have %d characters, must have at most %d together"
                    .formatted(characters, MAX_CHARACTERS));
        }
    }

    /** With a saver of the workshop's. */
    public JobSettings withSaver(SaverProfile known, @Nullable Double carriedAmperes) {
        return new JobSettings(known, carriedAmperes, load, standby, codePlace, code);
    }

    public JobSettings withLoad(Load known) {
        return new JobSettings(saver, testedAmperes, known, standby, codePlace, code);
    }

    /** With what is known of the head unit in front of it. */
    public JobSettings withHeadUnit(List<String> wants, @Nullable String codeLiesAt) {
        return new JobSettings(saver, testedAmperes, load, wants, codeLiesAt, code);
    }

    /** With what is known of its lock. */
    public JobSettings withCode(CodeRules known) {
        return new JobSettings(saver, testedAmperes, load, standby, codePlace, known);
    }
}
