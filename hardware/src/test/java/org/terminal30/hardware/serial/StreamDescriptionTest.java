package org.terminal30.hardware.serial;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.serial.StreamDescription.Input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StreamDescriptionTest {
    private static final Input ONBOARD = new Input("onboard", 0.0078125, -5.25);
    private static final StreamDescription TWO = new StreamDescription(65_535, 50_000,
            List.of(ONBOARD, new Input("backup", 0.5, 0)), "pico 1.0");

    @Test
    void descriptionWrittenByADevice_isReadWhole() {
        byte[] frame = new StreamEncoder(TWO).plainDescription();
        assertThat(StreamDescription.read(frame, frame.length - 2)).contains(TWO);
    }

    @Test
    void descriptionCutAnywhere_isNone() {
        byte[] frame = new StreamEncoder(TWO).plainDescription();
        for (int length = 1; length < frame.length - 2; length++) {
            assertThat(StreamDescription.read(frame, length)).as("length %d", length).isEmpty();
        }
    }

    @Test
    void bytesAfterTheFirmwaresName_areForLater() {
        byte[] frame = new StreamEncoder(TWO).plainDescription();
        assertThat(StreamDescription.read(frame, frame.length)).contains(TWO);
    }

    @Test
    void countsBecomeVolts_byFactorAndOffset() {
        assertThat(ONBOARD.value(0)).isEqualTo(-5.25);
        assertThat(ONBOARD.value(4096)).isEqualTo(26.75);
    }

    @Test
    void whatCannotBe_isRefusedWithKeyValueAndRange() {
        refused("name is 'On board'", () -> new Input("On board", 1, 0));
        refused("voltsPerCount of onboard is NaN", () -> new Input("onboard", Double.NaN, 0));
        refused("voltsPerCount of onboard is 0.0", () -> new Input("onboard", 0, 0));
        refused("offsetVolts of onboard is Infinity", () -> new Input("onboard", 1, Double.POSITIVE_INFINITY));
        refused("run is 65536, must be within 0 and 65535", () -> with(65_536, 50_000, List.of(ONBOARD), ""));
        refused("intervalNanos is 9999, must be within 10000", () -> with(1, 9_999, List.of(ONBOARD), ""));
        refused("inputs are []", () -> with(1, 50_000, List.of(), ""));
        refused("each name once", () -> with(1, 50_000, List.of(ONBOARD, ONBOARD), ""));
        refused("at most 32 printable", () -> with(1, 50_000, List.of(ONBOARD), "x".repeat(33)));
    }

    private static void with(int run, long intervalNanos, List<Input> inputs, String firmware) {
        assertThat(new StreamDescription(run, intervalNanos, inputs, firmware)).isNotNull();
    }

    private static void refused(String reason, ThrowingCallable what) {
        assertThatIllegalArgumentException().isThrownBy(what).withMessageContaining(reason);
    }
}
