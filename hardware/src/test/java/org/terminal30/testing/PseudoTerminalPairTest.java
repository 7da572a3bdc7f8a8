package org.terminal30.testing;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsProgram("socat")
class PseudoTerminalPairTest {
    @Test
    void bytesOfEitherEnd_arriveUnchangedAtTheOther() throws Exception {
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        try (var pair = new PseudoTerminalPair();
                var fromInstrument = new FileInputStream(pair.port().toFile());
                var toInstrument = new FileOutputStream(pair.port().toFile())) {
            pair.write(all);
            assertThat(fromInstrument.readNBytes(all.length)).isEqualTo(all);

            toInstrument.write("ATRV\r".getBytes(StandardCharsets.US_ASCII));
            assertThat(pair.read(5)).isEqualTo("ATRV\r".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void cableIsPulledAndPutBack_readerIsHungUpAndTheSamePathWorksAgain() throws Exception {
        try (var pair = new PseudoTerminalPair()) {
            try (var before = new FileInputStream(pair.port().toFile())) {
                pair.write("12.6\n");
                assertThat(before.readNBytes(5)).hasSize(5);
                pair.unplug();
                assertThat(pair.port()).doesNotExist();
                assertHungUp(before);
            }
            assertThatThrownBy(() -> pair.write("12.7\n")).hasMessageContaining("instrument");

            pair.replug();
            try (var after = new FileInputStream(pair.port().toFile())) {
                pair.write("12.8\n");
                assertThat(after.readNBytes(5)).isEqualTo("12.8\n".getBytes(StandardCharsets.US_ASCII));
            }
            assertThatThrownBy(pair::replug).hasMessage("already plugged in");
        }
    }

    /** A hung-up terminal is at its end or fails, as the kernel likes; what it never does is wait. */
    private static void assertHungUp(InputStream stream) {
        try {
            assertThat(stream.read()).isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("Input/output error");
        }
    }
}
