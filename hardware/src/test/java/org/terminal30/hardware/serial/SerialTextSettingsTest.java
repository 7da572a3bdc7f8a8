package org.terminal30.hardware.serial;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SerialTextSettingsTest {
    private static final List<ChannelScale> ONBOARD = List.of(ChannelScale.uncalibrated(Channel.ONBOARD));

    @Test
    void defaults_areThoseOfTheStreamingFrontEnd() {
        SerialTextSettings settings = SerialTextSettings.of("/dev/ttyACM0", ONBOARD);

        assertThat(settings.baud()).isEqualTo(460_800);
        assertThat(settings.nominalRateHertz()).isEqualTo(860);
    }

    @Test
    void valuesOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> SerialTextSettings.of(" ", ONBOARD))
                .withMessage("port is empty, must be the path of a serial port such as /dev/ttyACM0");
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialTextSettings("/dev/ttyACM0", 300, ONBOARD, 860))
                .withMessage("baud is 300, must be within 1200 and 4000000");
        assertThatIllegalArgumentException().isThrownBy(() -> SerialTextSettings.of("/dev/ttyACM0", List.of()))
                .withMessage("channels is empty, must name at least one channel");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SerialTextSettings.of("/dev/ttyACM0", List.of(ONBOARD.getFirst(), ONBOARD.getFirst())))
                .withMessage("channels names a channel twice, must name each once");
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialTextSettings("/dev/ttyACM0", 9600, ONBOARD, 0))
                .withMessage("nominalRateHertz is 0.0, must be above 0 and at most 100000.0");
    }

    @Test
    void portThatIsNotThere_isLostWithAReasonForPeople() throws Exception {
        try (var source = SerialSource.text(SerialTextSettings.of("/dev/does-not-exist", ONBOARD),
                System::nanoTime)) {
            assertThat(source.poll(SampleBlock::clear))
                    .isEqualTo(source.allLost("/dev/does-not-exist is not there: is the front-end plugged in?"));
        }
    }
}
