package org.terminal30.agent.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WindowLimitsTest {
    private static final String LINE = "voltage,bay=1,channel=onboard,site=main min=%s,max=%s,sum=%s,n=%s %s";

    @ParameterizedTest
    @CsvSource({"1e9, 1e9, 1e9, 1i, 0, min", "-10001, 12, 12, 1i, 0, min", "12, 10000.5, 12, 1i, 0, max",
            "12, 12, 20001, 2i, 0, sum", "12, 12, 12, 1000001i, 0, n", "12, 11, 12, 1i, 0, min",
            "12, 12, 12, 1i, -1, time", "12, 12, 12, 1i, 7258118400000000000, time"})
    void windowThatNoCarHas_isRefusedByTheNameOfTheField(String min, String max, String sum, String count, String time,
            String field) {
        assertThatThrownBy(() -> record(LINE.formatted(min, max, sum, count, time)))
                .isInstanceOf(MalformedLineException.class).hasMessageContaining(field)
                .hasMessageContaining("must");
    }

    @Test
    void limitsThemselves_areTaken() throws MalformedLineException {
        assertThat(record(LINE.formatted("-10000", "10000", "10000000000", "1000000i", "7258118399999999999")))
                .isInstanceOf(WireRecord.Window.class);
    }

    @Test
    void roundedValue_isTheNearestMillionth_andShortOnTheWire() {
        assertThat(WindowLimits.rounded(12.690000000000001)).isEqualTo(12.69);
        assertThat(WindowLimits.rounded(-0.0000004)).isZero();
    }

    private static WireRecord record(String line) throws MalformedLineException {
        return RecordCodec.record(LineProtocol.parse(line, 1, 0));
    }
}
