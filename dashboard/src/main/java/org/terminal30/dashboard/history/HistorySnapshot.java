package org.terminal30.dashboard.history;

import java.util.List;

import org.terminal30.agent.wire.WireRecord;

/**
 * Everything in a history, piece by piece, for a copy. What is stored after it was taken does not show, where the store can do that;
 * otherwise each piece is as it is when it is read. Every method throws an unchecked exception when the store cannot be reached or
 * what it holds is damaged. For one thread.
 */
public interface HistorySnapshot extends AutoCloseable {
    /** All series, in order of site, bay and channel. */
    List<Extent> extents();

    /**
     * The cells that are kept at a level and begin in the range, in order of time. Nothing takes the place of cells that are not
     * kept any more. The range bounds what comes in one piece.
     */
    List<Cell> cells(Series series, Level level, TimeRange range);

    /**
     * Events in order of their ids, of all bays.
     *
     * @param afterId the last one before; empty for the first piece
     * @param most how many, at least 1
     */
    List<WireRecord.Event> events(String afterId, int most);

    /**
     * Waveforms in order of time.
     *
     * @param fromNanos where the first begins at the earliest
     * @param most how many, at least 1
     */
    List<WireRecord.Waveform> waveforms(Series series, long fromNanos, int most);

    @Override
    void close();
}
