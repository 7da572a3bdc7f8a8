package org.terminal30.agent.analyse;

/**
 * What a measured value says, with the limit it was held against.
 *
 * @param step what was judged, such as {@code charging}
 * @param verdict one word, such as {@code pass}
 * @param value that was measured; NaN when it could not be
 * @param unit of the value
 * @param limit that the value was held against, for people
 * @param source of the limit: a rule or a standard
 */
record Verdict(String step, String verdict, double value, String unit, String limit, String source) {}
