package org.terminal30.agent.job.code;

/**
 * When a battery will have fallen to a voltage.
 *
 * @param fromSeconds not before, seconds from now; infinite when no fall is in sight
 * @param toSeconds not after, seconds from now; infinite when that cannot be said
 */
record Forecast(Kind kind, double fromSeconds, double toSeconds) {
    /** What can be said. */
    enum Kind {
        /** It has not been watched for long enough. */
        GATHERING("gathering"),
        /** It is there already. */
        BELOW("below"),
        FALLS("falls"),
        /** Not within the next hours. */
        NO_FALL("no-fall"),
        /** Something charges it. */
        CHARGING("charging");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    static Forecast of(Kind kind) {
        return new Forecast(kind, kind == Kind.BELOW ? 0 : Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
