package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;

/** The rows of a recording as text, {@code 490000000: ONBOARD 12.5}, for tests. */
final class Rows {
    private Rows() {
    }

    static List<String> of(Trace trace) throws TraceException {
        List<String> rows = new ArrayList<>();
        try (TraceReader reader = trace.open()) {
            while (reader.next()) {
                StringBuilder row = new StringBuilder(reader.nanos() + ":");
                for (int index = 0; index < reader.channels().size(); index++) {
                    if (!Double.isNaN(reader.value(index))) {
                        row.append(' ').append(reader.channels().get(index)).append(' ').append(reader.value(index));
                    }
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
