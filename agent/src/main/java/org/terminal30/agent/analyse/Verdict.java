package org.terminal30.agent.analyse;

import org.terminal30.agent.battery.Finding;

/**
 * What a measured value says, with the limit it was held against.
 *
 * @param step what was judged, such as {@code charging}
 * @param verdict one word, such as {@code pass}
 * @param value that was measured; NaN when it could not be
 * @param unit of the value
 * @param limit that the value was held against, for people
 * @param source of the limit: a rule or a standard
 * @param remark why nothing can be said, or what to know about the value; empty when there is nothing to say
 */
record Verdict(String step, String verdict, double value, String unit, String limit, String source, String remark) {
    static Verdict of(Finding finding) {
        Double value = finding.value();
        return new Verdict(finding.step(), finding.verdict().wireName(), value == null ? Double.NaN : value,
                finding.unit(), finding.limit(), finding.source(), finding.remark());
    }
}
