package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Breaks of the radio's own feed, whether it locked then or not. */
final class RadioBreaks implements Rule {
    private static final int MANY = 3;
    private static final Duration LONG_ENOUGH = Duration.ofHours(24);
    private static final String SOURCE = "S1, S3";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Fault> breaks = history.radioAlone();
        Duration watched = history.watched(Point.RADIO);
        if (breaks.isEmpty()) {
            return watched.compareTo(LONG_ENOUGH) < 0
                    ? List.of()
                    : List.of(new Argument(Cause.CONTACT, Strength.AGAINST,
                            "No break of the radio's feed alone in " + Spoken.length(watched) + " of watching there",
                            null,
                            "no break", SOURCE));
        }
        Duration longest = breaks.stream().map(Fault::lasted).max(Comparator.naturalOrder()).orElseThrow();
        String words = "%s at the radio, the longest %s, while the car's own supply was steady"
                .formatted(Spoken.count(breaks.size(), "break"), Spoken.length(longest));
        return List.of(new Argument(Cause.CONTACT, breaks.size() >= MANY ? Strength.STRONG : Strength.WEAK, words,
                breaks.getLast().at(), "no break", SOURCE));
    }
}
