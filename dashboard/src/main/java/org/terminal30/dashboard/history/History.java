package org.terminal30.dashboard.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;

/**
 * Everything that was measured. Safe for any thread. Every method that asks or stores throws an unchecked exception when the
 * store cannot be reached, {@link HistoryUnavailableException} where it knows why.
 */
public interface History {
    /** More events than this are not read for one range: the newest are. */
    int MAX_EVENTS = 10_000;
    /** More waveforms than this are not read for one range: a million samples, twenty minutes at 860 a second. */
    int MAX_WAVEFORMS = 1_000;

    /**
     * Stores a batch, durably and as a whole, before it returns. The order of arrival does not matter: a window is known by
     * series and time, as a waveform is, and the last one written stays; an event by its id, and the highest revision stays.
     * Windows are kept to a millionth of a volt or ampere.
     */
    Stored store(List<WireRecord.Window> windows, List<WireRecord.Event> events, List<WireRecord.Waveform> waveforms);

    /**
     * The buckets with at least one window that begins in the range, in order of time: a gap is where buckets are missing. Only
     * those windows count, also in the first and the last bucket. On a grid of {@link Grid#covering} the cost follows its buckets,
     * not the span; on one whose anchor or step no {@link Level} divides, every window is looked at.
     */
    List<Bucket> buckets(Series series, TimeRange range, Grid grid);

    /**
     * The finest level that is kept everywhere in the range: buckets finer than its cells stand further apart than they are wide,
     * which is no gap. Looks at every ten minutes of the range.
     */
    default Level finest(Series series, TimeRange range) {
        return Level.WINDOW;
    }

    /** How to cut a range into at most so many buckets, none finer than what is kept. */
    default Grid grid(Series series, TimeRange range, int points) {
        Grid grid = Grid.covering(range, points);
        return grid.stepNanos() < Level.MINUTE.stepNanos() ? grid.noFinerThan(finest(series, range)) : grid;
    }

    /** The lowest sample of the windows that begin in the range; empty when there is none. */
    OptionalDouble lowest(Series series, TimeRange range);

    /** The events that touch the range, in order of start. An open one lasts. At most {@link #MAX_EVENTS}. */
    List<WireRecord.Event> events(BayId bay, TimeRange range);

    Optional<WireRecord.Event> event(String id);

    /** The waveforms with samples in the range, in order of time. At most {@link #MAX_WAVEFORMS}: the earliest. */
    List<WireRecord.Waveform> waveforms(Series series, TimeRange range);

    /** Everything there is, to be copied. To be closed: it may hold on to room that the store would use again. */
    HistorySnapshot snapshot();

    /**
     * Puts back what a snapshot had of a series: cells of a level where they are absent, and what all cells make at coarser levels.
     * Pieces go in order of time, and coarser levels after finer ones. Durable when it returns; the same piece twice does no harm.
     */
    void putBack(Kept kept);

    /** How the store is. Never fails. */
    default StoreState state() {
        return StoreState.OWN;
    }
}
