package org.terminal30.agent.simulate;

import java.util.List;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Truth;

/** How a simulation is told: each method gives one or more lines, without the last line break, or an empty text for nothing. */
public interface Telling {
    /** What the bay said. */
    String record(WireRecord record);

    /** What really happened, at the end, and how that differs from what was expected. */
    String end(Truth truth, List<String> surprises);
}
