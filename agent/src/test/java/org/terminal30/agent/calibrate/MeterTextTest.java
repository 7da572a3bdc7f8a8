package org.terminal30.agent.calibrate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeterTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.63 | 12.63
            12,63 | 12.63
            12.63 V | 12.63
            12,63v | 12.63
            -0.5 A | -0.5
            +15 | 15
            """)
    void whatAMeterShows_isRead(String typed, double value) {
        assertThat(MeterText.value(typed)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V", "twelve", "12.6.3", "1,262.30", "12.63 mV", "1e3", "."})
    void anythingElse_isNoNumber(String typed) {
        assertThat(MeterText.value(typed)).isEmpty();
    }
}
