package org.terminal30.agent.alarm;

/**
 * How a kind of event is alarmed in a phase.
 *
 * @param priority how urgent
 * @param latching whether it has to be reset
 * @param delayNanos how long the event has to be known before it sounds. An event that ends by itself sooner sounds at its
 *     end; one that ends because the vehicle was taken away never does
 */
public record AlarmRule(Priority priority, boolean latching, long delayNanos) {
    public AlarmRule {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("delay is %d ns, must not be negative".formatted(delayNanos));
        }
    }
}
