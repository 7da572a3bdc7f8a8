package org.terminal30.hardware.simulated;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Timed;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RepeatedCarTest {
    private static final long BEGIN = 5_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void eachRound_beginsWithAnotherCar() {
        List<Timed> script = List.of(Timed.at(2, new Action.Disconnect(Contact.SENSE)));
        var car = new RepeatedCar(round -> new CarModel(Parts.TYPICAL, Beginning.PARKED, script, round),
                Duration.ofSeconds(4), BEGIN);

        for (long round = 0; round < 3; round++) {
            long begin = BEGIN + round * 4 * SECOND;
            assertThat(car.voltsAt(Channel.ONBOARD, begin + SECOND)).as("round %d", round).isCloseTo(12.55,
                    within(0.02));
            assertThat(car.voltsAt(Channel.ONBOARD, begin + 3 * SECOND)).as("round %d", round).isCloseTo(0.54,
                    within(0.02));
        }
    }
}
