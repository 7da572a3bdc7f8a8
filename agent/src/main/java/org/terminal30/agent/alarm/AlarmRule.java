package org.terminal30.agent.alarm;

/**
 * How a kind of event is alarmed in a phase: a cell of B4.
 *
 * @param priority how urgent
 * @param latching whether it has to be reset
 * @param delayNanos how long the event has to be known before it sounds. An event that ends by itself sooner sounds at its
 *     end; one that ends because the vehicle was taken away never does
 * @param proviso until this holds, it is status only
 */
record AlarmRule(Priority priority, boolean latching, long delayNanos, Proviso proviso) {
    static final AlarmRule STATUS = new AlarmRule(Priority.STATUS, false, 0, Proviso.ALWAYS);
    static final AlarmRule WARNING = new AlarmRule(Priority.WARNING, false, 0, Proviso.ALWAYS);
    static final AlarmRule CRITICAL = new AlarmRule(Priority.CRITICAL, false, 0, Proviso.ALWAYS);
    static final AlarmRule LATCHED = new AlarmRule(Priority.CRITICAL, true, 0, Proviso.ALWAYS);

    AlarmRule {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("delay is %d ns, must not be negative".formatted(delayNanos));
        }
    }

    AlarmRule after(long nanos) {
        return new AlarmRule(priority, latching, nanos, proviso);
    }

    AlarmRule given(Proviso only) {
        return new AlarmRule(priority, latching, delayNanos, only);
    }

    AlarmRule critical() {
        return new AlarmRule(Priority.CRITICAL, latching, delayNanos, proviso);
    }
}
