package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeflatedTest {
    private static final List<String> LINES = List.of(
            "voltage,bay=1,channel=onboard,site=main min=12.6,max=12.7,sum=25.3,n=2i 1763683200000000000",
            "event,bay=ü,id=x reason=\"Grüße, \\\"Anna\\\"\" 1");

    @Test
    void lines_comeBackAsTheyWere_inLessRoom() throws IOException {
        byte[] deflated = Deflated.of(LINES);
        assertThat(Deflated.lines(deflated)).isEqualTo(LINES);
        assertThat(deflated).hasSizeLessThan(100);
        assertThat(Deflated.lines(Deflated.of(List.of()))).isEmpty();
    }

    @Test
    void damagedBytes_areNoticed() {
        byte[] deflated = Deflated.of(LINES);
        deflated[deflated.length - 1]++;
        assertThatThrownBy(() -> Deflated.lines(deflated)).isInstanceOf(IOException.class);
    }
}
