package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was met in a recording, as far as it was read, that is no plain sample.
 *
 * @param comments lines that begin with {@code #}
 * @param repeatedHeaders lines that repeat the header
 * @param rowsWithoutTime rows that were left out for want of a time
 * @param otherReadings rows with a reading of something else, where each row has one
 * @param sharedTimes rows that had the time of the row before and were spread evenly
 * @param cells for each channel, what stood in its column
 */
public record TraceNotes(long comments, long repeatedHeaders, long rowsWithoutTime, long otherReadings,
        long sharedTimes,
        List<CellCounts> cells) {
    public TraceNotes {
        cells = List.copyOf(cells);
    }

    /**
     * What stood in the column of a channel.
     *
     * @param column for people
     * @param missing cells without a sample
     * @param overRange cells that said no more than that the value was beyond the range
     * @param firstOverRangeLine line of the first of these, 0 for none
     */
    public record CellCounts(String column, long missing, long overRange, long firstOverRangeLine) {}

    /** A sentence for each thing that was left out or changed; none when every cell was a sample. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        add(sentences, comments, "line", "beginning with # left out");
        add(sentences, repeatedHeaders, "line", "repeating the header left out");
        add(sentences, rowsWithoutTime, "row", "without a time left out");
        add(sentences, otherReadings, "row", "with other readings left out");
        add(sentences, sharedTimes, "row", "with the time of the row before: rows of one time were spread evenly");
        for (CellCounts count : cells) {
            add(sentences, count.missing(), "cell", "without a sample in " + count.column());
            add(sentences, count.overRange(), "cell",
                    "over range in %s, the first in line %d: the voltage was beyond what the instrument could show"
                            .formatted(count.column(), count.firstOverRangeLine()));
        }
        return sentences;
    }

    private static void add(List<String> sentences, long count, String noun, String what) {
        if (count > 0) {
            sentences.add(String.format(Locale.ROOT, "%d %s%s %s", count, noun, count == 1 ? "" : "s", what));
        }
    }
}
