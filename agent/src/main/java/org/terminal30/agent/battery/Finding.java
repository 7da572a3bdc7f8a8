package org.terminal30.agent.battery;

import org.jspecify.annotations.Nullable;

/**
 * The verdict of one step of a check, with what it was judged by.
 *
 * @param step what was judged: {@code charging cranking resting ripple}
 * @param reason why the verdict is what it is, in one word of the wire such as {@code too-low}
 * @param value what was measured, null when nothing was
 * @param unit of value and limit
 * @param limit what the value was held against, such as {@code 13.2..15.0}
 * @param source where the limit comes from
 * @param remark for people: why nothing can be said, or what to know about the value; empty when there is nothing to say
 */
public record Finding(String step, Verdict verdict, String reason, @Nullable Double value, String unit, String limit,
        String source, String remark) {
    public Finding {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("value of %s is %s, must be finite or absent".formatted(step, value));
        }
        if (verdict == Verdict.INSUFFICIENT_DATA && remark.isEmpty()) {
            throw new IllegalArgumentException("%s cannot be judged and does not say why".formatted(step));
        }
        if (verdict != Verdict.INSUFFICIENT_DATA && value == null) {
            throw new IllegalArgumentException(
                    "%s is judged %s without a value".formatted(step, verdict.wireName()));
        }
    }
}
