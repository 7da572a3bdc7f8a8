package org.terminal30.hardware.serial;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Listens to a Victron product: see {@link VeDirectDecoder}. Says nothing itself. */
final class VeDirectDialogue implements Dialogue {
    static final int BAUD = 19_200;
    static final double RATE_HERTZ = 1;
    /** A block comes every second. */
    static final long PATIENCE_NANOS = 2_500_000_000L;
    /** What a field that could be measured but is not has for a value. */
    private static final String NOT_MEASURED = "---";
    private static final Pattern COUNTS = Pattern.compile("[+-]?\\d{1,8}");

    private final VeDirectDecoder decoder = new VeDirectDecoder();
    private final List<VeDirectField> fields;
    private final double[] readings;
    private @Nullable String product;
    private long unreadable;
    private boolean begun;
    private long goodNanos;
    private long nowNanos;

    /** @param fields of each channel, in the order of the channels */
    VeDirectDialogue(List<VeDirectField> fields) {
        this.fields = List.copyOf(fields);
        this.readings = new double[fields.size()];
    }

    @Override
    public void opened(long atNanos, Actions actions) {
        decoder.reset();
        if (!begun) {
            begun = true;
            goodNanos = atNanos;
        }
        nowNanos = atNanos;
    }

    @Override
    public void received(byte[] buffer, int count, long atNanos, Actions actions) {
        decoder.feed(buffer, count, block -> take(block, atNanos, actions));
    }

    private void take(Map<String, String> block, long atNanos, Actions actions) {
        String id = block.get("PID");
        if (id != null) {
            product = "Victron product " + id;
        }
        boolean any = false;
        for (int channel = 0; channel < readings.length; channel++) {
            readings[channel] = reading(fields.get(channel), block.get(fields.get(channel).name()));
            any |= !Double.isNaN(readings[channel]);
        }
        if (any) {
            goodNanos = atNanos;
            actions.row(NO_MICROS, readings);
        }
    }

    private double reading(VeDirectField field, @Nullable String counts) {
        if (counts == null || counts.equals(NOT_MEASURED)) {
            return Double.NaN;
        }
        if (!COUNTS.matcher(counts).matches()) {
            unreadable++;
            return Double.NaN;
        }
        return field.of(Long.parseLong(counts));
    }

    @Override
    public void elapsed(long atNanos, Actions actions) {
        nowNanos = atNanos;
    }

    @Override
    public long malformed() {
        return decoder.malformed() + unreadable;
    }

    @Override
    public @Nullable String complaint() {
        return nowNanos - goodNanos < PATIENCE_NANOS
                ? null
                : "no block with %s comes: is this the VE.Direct port of a Victron product, and is it switched on?"
                        .formatted(fields);
    }

    @Override
    public @Nullable String identity() {
        return product;
    }
}
