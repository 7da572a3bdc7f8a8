package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberColumnsTest {
    private final NumberColumns columns = new NumberColumns();

    private boolean read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return columns.read(bytes, bytes.length);
    }

    @Test
    void lineOfMicrosecondsAndVolts_isReadColumnByColumn() {
        assertThat(read("4294967295,12.634,-0.5")).isTrue();

        assertThat(columns.count()).isEqualTo(3);
        assertThat(columns.value(0)).isEqualTo(4_294_967_295.0);
        assertThat(columns.isWhole(0)).isTrue();
        assertThat(columns.value(1)).isEqualTo(12.634);
        assertThat(columns.isWhole(1)).isFalse();
        assertThat(columns.value(2)).isEqualTo(-0.5);
    }

    @Test
    void blanksAndSigns_areAllowed() {
        assertThat(read(" 17 ,\t+12.6 , -.5 ,3.")).isTrue();

        assertThat(columns.value(0)).isEqualTo(17);
        assertThat(columns.value(1)).isEqualTo(12.6);
        assertThat(columns.value(2)).isEqualTo(-0.5);
        assertThat(columns.value(3)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", ",1", "1,,2", "NaN", "1,nan", "inf", "1,Infinity", "-inf", "0x1F,2", "1e3",
            "1,1.2E1",
            "1.2.3", "--1", "+-1", "1 2", "12.6V", "12,6;3", ".", "-", "1,-", "1234567890123456", "\u00e9,1",
            "1,2\u00002",
            "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17"})
    void anythingButPlainNumbers_isRefused(String line) {
        assertThat(read(line)).isFalse();
    }

    @Test
    void everyDecimal_isReadAsTheJdkReadsIt() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(8);
            String text = String.format(Locale.ROOT, "%." + decimals + "f", (random.nextDouble() - 0.5) * 60);
            assertThat(read(text)).as("%s (seed %d)", text, seed).isTrue();
            assertThat(columns.value(0)).as("%s (seed %d)", text, seed).isEqualTo(Double.parseDouble(text));
        }
    }
}
