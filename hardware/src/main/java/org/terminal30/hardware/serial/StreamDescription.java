package org.terminal30.hardware.serial;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a streaming front-end says about itself (docs/stream.md, description frame).
 *
 * @param run a number that differs from start to start of the front-end, 0 to 65 535
 * @param intervalNanos the distance of the rows that it means to keep
 * @param inputs one for each count of a row, in that order; each name once
 * @param firmware its name and version, for people
 */
record StreamDescription(int run, long intervalNanos, List<Input> inputs, String firmware) {
    static final int MAX_NAME_BYTES = 16;
    static final int MAX_FIRMWARE_BYTES = 32;
    static final int MAX_RUN = 0xFFFF;

    /**
     * One input of the converter: {@code volts = count × voltsPerCount + offsetVolts} on the sense lead, divider included; or
     * amperes.
     *
     * @param name of the channel it means, {@code onboard}; another name is an input that nobody asks for
     */
    record Input(String name, double voltsPerCount, double offsetVolts) {
        Input {
            if (!name.matches("[a-z0-9_]{1,%d}".formatted(MAX_NAME_BYTES))) {
                throw new IllegalArgumentException("name is '%s', must be 1 to %d of a-z 0-9 _".formatted(name,
                        MAX_NAME_BYTES));
            }
            if (!Double.isFinite(voltsPerCount) || voltsPerCount == 0) {
                throw new IllegalArgumentException(
                        "voltsPerCount of %s is %s, must be finite and not 0".formatted(name, voltsPerCount));
            }
            if (!Double.isFinite(offsetVolts)) {
                throw new IllegalArgumentException(
                        "offsetVolts of %s is %s, must be finite".formatted(name, offsetVolts));
            }
        }

        double value(int count) {
            return count * voltsPerCount + offsetVolts;
        }
    }

    StreamDescription {
        Objects.requireNonNull(firmware);
        inputs = List.copyOf(inputs);
        if (run < 0 || run > MAX_RUN) {
            throw new IllegalArgumentException("run is %d, must be within 0 and %d".formatted(run, MAX_RUN));
        }
        if (intervalNanos < SampleFrame.MIN_INTERVAL_NANOS || intervalNanos > SampleFrame.MAX_INTERVAL_NANOS) {
            throw new IllegalArgumentException("intervalNanos is %d, must be within %d and %d".formatted(intervalNanos,
                    SampleFrame.MIN_INTERVAL_NANOS, SampleFrame.MAX_INTERVAL_NANOS));
        }
        if (inputs.isEmpty() || inputs.size() > SampleFrame.MAX_CHANNELS
                || inputs.stream().map(Input::name).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs are %s, must be 1 to %d and each name once".formatted(
                    inputs.stream().map(Input::name).toList(), SampleFrame.MAX_CHANNELS));
        }
        if (!firmware.matches("[ -~]{0,%d}".formatted(MAX_FIRMWARE_BYTES))) {
            throw new IllegalArgumentException("firmware is '%s', must be at most %d printable characters of ASCII"
                    .formatted(firmware, MAX_FIRMWARE_BYTES));
        }
    }

    /** Reads a frame of which the CRC is cut off; empty when it is not a description. */
    static Optional<StreamDescription> read(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            in.get();
            int run = Short.toUnsignedInt(in.getShort());
            long intervalNanos = Integer.toUnsignedLong(in.getInt());
            int count = in.get();
            List<Input> inputs = new ArrayList<>();
            while (inputs.size() < count) {
                double voltsPerCount = in.getFloat();
                double offsetVolts = in.getFloat();
                inputs.add(new Input(text(in), voltsPerCount, offsetVolts));
            }
            // What may follow is of firmware that knows more to say.
            return Optional.of(new StreamDescription(run, intervalNanos, inputs, text(in)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Byte.toUnsignedInt(in.get())];
        in.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
