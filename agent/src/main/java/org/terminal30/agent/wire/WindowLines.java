package org.terminal30.agent.wire;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * Reads windows of one bay in the shape in which bays write them: nearly all of what arrives. Whatever looks otherwise is left to
 * {@link LineProtocol} and {@link RecordCodec}, which know every shape and what is wrong with it. Not safe for several threads.
 */
public final class WindowLines {
    /** So many digits and the power of ten they are divided by are exact as doubles, and so is their quotient as it can be. */
    private static final int MAX_DIGITS = 15;
    private static final int MAX_LONG_DIGITS = 19;
    private static final double[] POWERS = new double[MAX_DIGITS + 1];
    private static final Channel[] CHANNELS = Channel.values();

    static {
        Arrays.setAll(POWERS, power -> Double.parseDouble("1e" + power));
    }

    private final BayId bay;
    private final long nanosPerUnit;
    private final String head;
    private final String afterChannel;
    private String line = "";
    private int at;
    private boolean strange;

    public WindowLines(BayId bay, long nanosPerUnit) {
        this.bay = bay;
        this.nanosPerUnit = nanosPerUnit;
        this.head = "voltage,bay=" + bay.bay() + ",channel=";
        this.afterChannel = ",site=" + bay.site() + " min=";
    }

    /** The window; null when the line is something else, or wrong, or a window in another shape. */
    public WireRecord.@Nullable Window read(String text) {
        line = text;
        at = 0;
        strange = false;
        expect(head);
        Channel channel = channel();
        expect(afterChannel);
        double minimum = number();
        expect(",max=");
        double maximum = number();
        expect(",sum=");
        double sum = number();
        expect(",n=");
        long count = integer();
        expect("i ");
        long time = integer();
        if (strange || channel == null || at != line.length()) {
            return null;
        }
        try {
            var window = new WireRecord.Window(bay, channel, Math.multiplyExact(time, nanosPerUnit), minimum, maximum,
                    sum, Math.max(1, count));
            WindowLimits.check(window);
            return count < 1 ? null : window;
        } catch (MalformedLineException | ArithmeticException wrong) {
            return null; // The long way says what is wrong with it.
        }
    }

    private void expect(String text) {
        strange |= !line.startsWith(text, at);
        at += text.length();
    }

    private @Nullable Channel channel() {
        for (Channel channel : CHANNELS) {
            String name = channel.wireName();
            if (line.startsWith(name, at) && line.startsWith(",", at + name.length())) {
                at += name.length();
                return channel;
            }
        }
        return null;
    }

    private double number() {
        boolean negative = skip('-');
        int start = at;
        long digits = digits(0);
        int before = at - start;
        int after = 0;
        if (skip('.')) {
            int point = at;
            digits = digits(digits);
            after = at - point;
        }
        strange |= before + after == 0 || before + after > MAX_DIGITS;
        double value = strange ? 0 : digits / POWERS[after];
        return negative ? -value : value;
    }

    private long integer() {
        int start = at;
        long value = digits(0);
        strange |= at == start || at - start > MAX_LONG_DIGITS || value < 0;
        return value;
    }

    /** More digits behind those of {@code value}; nonsense when there are too many. */
    private long digits(long value) {
        long more = value;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            more = more * 10 + line.charAt(at++) - '0';
        }
        return more;
    }

    private boolean skip(char wanted) {
        boolean found = at < line.length() && line.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }
}
