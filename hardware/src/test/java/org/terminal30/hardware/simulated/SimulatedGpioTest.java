package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.List;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Through the real interface of Pi4J. */
class SimulatedGpioTest {
    private final SimulatedGpio gpio = new SimulatedGpio();
    private final Context context = gpio.newContext();

    @AfterEach
    void shutDown() {
        context.shutdown();
    }

    private DigitalInput input(int line, PullResistance pull) {
        return context.create(
                DigitalInput.newConfigBuilder(context).id("in" + line).address(line).pull(pull).debounce(0L).build());
    }

    private DigitalOutput output(int line) {
        return context.create(DigitalOutput.newConfigBuilder(context).id("out" + line).address(line)
                .initial(DigitalState.HIGH).shutdown(DigitalState.LOW).build());
    }

    @Test
    void output_hasItsInitialLevelAtOnceAndFollowsItsWrites() {
        DigitalOutput lamp = output(17);
        assertThat(gpio.isHigh(17)).isTrue();

        lamp.low();
        lamp.low();
        lamp.high();

        assertThat(gpio.history(17)).containsExactly(true, false, true);
        assertThat(lamp.isHigh()).isTrue();
        context.shutdown(lamp.id());
        assertThat(gpio.isHigh(17)).as("its level when it is given back").isFalse();
    }

    @Test
    void outputThatFails_throwsAndKeepsItsLevelUntilItWorksAgain() {
        DigitalOutput lamp = output(17);
        gpio.fail(17, "burnt out");

        assertThatThrownBy(lamp::low).isInstanceOf(Pi4JException.class).hasMessageContaining("GPIO 17: burnt out");
        assertThat(gpio.isHigh(17)).isTrue();
        gpio.heal(17);
        lamp.low();
        assertThat(gpio.isHigh(17)).isFalse();
    }

    @Test
    void lineThatIsRefused_cannotBeHadAndCanBeAskedForAgain() {
        gpio.refuse(17, "held by another program");
        assertThatThrownBy(() -> output(17)).isInstanceOf(IllegalStateException.class).rootCause()
                .hasMessageContaining("held by another program");

        gpio.heal(17);
        assertThat(output(17).isHigh()).isTrue();
    }

    @Test
    void lineInUse_cannotBeHadAgainForTheOtherDirection_untilItIsGivenBack() {
        DigitalOutput lamp = output(17);
        assertThatThrownBy(() -> input(17, PullResistance.OFF)).isInstanceOf(IllegalStateException.class).rootCause()
                .hasMessageContaining("GPIO 17 cannot be had: held by out17");

        context.shutdown(lamp.id());
        assertThat(input(17, PullResistance.OFF).isLow()).isTrue();
    }

    @Test
    void input_followsItsPullUntilItIsDriven() {
        assertThat(input(5, PullResistance.PULL_UP).isHigh()).isTrue();
        assertThat(input(6, PullResistance.PULL_DOWN).isLow()).isTrue();
        gpio.drive(7, false);
        assertThat(input(7, PullResistance.PULL_UP).isLow()).isTrue();
    }

    @Test
    void input_tellsItsListenersEveryChangeAndNothingElse() {
        DigitalInput ready = input(5, PullResistance.PULL_UP);
        List<DigitalState> heard = new ArrayList<>();
        ready.addListener(event -> heard.add(event.state()));

        gpio.drive(5, true);
        gpio.drive(5, false);
        gpio.drive(5, false);
        gpio.drive(5, true);

        assertThat(heard).containsExactly(DigitalState.LOW, DigitalState.HIGH);
    }

    @Test
    void inputThatFails_throwsWhenItIsRead() {
        DigitalInput button = input(5, PullResistance.PULL_UP);
        gpio.fail(5, "short circuit");

        assertThatThrownBy(button::state).isInstanceOf(Pi4JException.class).hasMessageContaining("short circuit");
    }
}
