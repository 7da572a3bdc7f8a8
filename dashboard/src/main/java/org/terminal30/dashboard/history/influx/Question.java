package org.terminal30.dashboard.history.influx;

/**
 * A statement that asks for values of one measurement.
 *
 * @param select what is wanted of it
 * @param rest conditions and grouping
 */
record Question(String database, String measurement, String select, String rest) {
    String statement() {
        return "SELECT %s FROM \"%s\" WHERE %s".formatted(select, measurement, rest);
    }

    /** The same for a request that goes to another database. */
    String qualified() {
        return "SELECT %s FROM \"%s\"..\"%s\" WHERE %s".formatted(select, database, measurement, rest);
    }
}
