package org.terminal30.agent.wire;

import java.util.Base64;

/** Packed samples as the text of a field, base64 without padding. */
final class WaveformText {
    /** Longer cannot be within the bounds of {@link Samples}. */
    static final int MAX_CHARACTERS = Samples.MAX_PACKED_BYTES / 3 * 4;

    private WaveformText() {
    }

    static String text(Samples samples) {
        return Base64.getEncoder().withoutPadding().encodeToString(samples.packed());
    }

    /**
     * The samples that the fields of a record say.
     *
     * @throws MalformedLineException when one contradicts another or the text is damaged
     */
    static Samples samples(PointReader in) throws MalformedLineException {
        int count = in.count("n");
        long spanNanos = in.integer("span");
        int stepsPerUnit = in.count("resolution");
        Samples samples = Samples.unpacked(bytes(in.text("data")), count, stepsPerUnit);
        if (samples.spanNanos() != spanNanos) {
            throw new MalformedLineException("the field \"span\" is %d, the samples in \"data\" last %d"
                    .formatted(spanNanos, samples.spanNanos()));
        }
        return samples;
    }

    private static byte[] bytes(String text) throws MalformedLineException {
        if (text.length() > MAX_CHARACTERS) {
            throw new MalformedLineException("the field \"data\" has %d characters, must be at most %d"
                    .formatted(text.length(), MAX_CHARACTERS));
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedLineException("the field \"data\" is not base64: " + notBase64.getMessage());
        }
    }
}
