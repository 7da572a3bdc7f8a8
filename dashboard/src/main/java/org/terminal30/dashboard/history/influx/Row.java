package org.terminal30.dashboard.history.influx;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One row of an answer, by the names of its columns; what is null there is missing here. */
record Row(Map<String, String> values) {
    private static final String TIME = "time";

    long timeNanos() throws InfluxFault {
        return integer(TIME);
    }

    @Nullable
    String text(String column) {
        return values.get(column);
    }

    double number(String column) throws InfluxFault {
        try {
            return Double.parseDouble(required(column));
        } catch (NumberFormatException notANumber) {
            throw strange(column, "a number");
        }
    }

    long integer(String column) throws InfluxFault {
        String value = required(column);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException perhapsWritten) {
            // A sum of integers may come as 1.2e+07.
            return Math.round(number(column));
        }
    }

    String required(String column) throws InfluxFault {
        String value = values.get(column);
        if (value == null) {
            throw strange(column, "there");
        }
        return value;
    }

    private InfluxFault strange(String column, String wanted) {
        return new InfluxFault(InfluxFault.Kind.UNREACHABLE,
                "InfluxDB answers with a row whose \"%s\" is not %s: %s".formatted(column, wanted, values));
    }
}
