package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a dialogue does, the rows by their first channel. */
final class RecordedActions implements Dialogue.Actions {
    final StringBuilder sent = new StringBuilder();
    final List<Double> readings = new ArrayList<>();
    final List<double[]> rows = new ArrayList<>();
    final List<Integer> speeds = new ArrayList<>();
    private int taken;

    @Override
    public void send(byte[] bytes) {
        sent.append(new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public void row(long deviceMicros, double[] row) {
        readings.add(row[0]);
        rows.add(row.clone());
    }

    @Override
    public void lost(long count) {
        throw new AssertionError("these instruments number nothing");
    }

    @Override
    public void reopen(int baud) {
        speeds.add(baud);
    }

    @Override
    public void warn(String sentence) {
        throw new AssertionError(sentence);
    }

    /** What was sent since this was asked the last time. */
    String takeSent() {
        String text = sent.substring(taken);
        taken = sent.length();
        return text;
    }
}
