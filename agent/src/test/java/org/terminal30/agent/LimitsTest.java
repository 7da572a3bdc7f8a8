package org.terminal30.agent;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.RestLimits;
import org.terminal30.agent.battery.RippleLimits;
import org.terminal30.agent.detect.CaptureLimits;
import org.terminal30.agent.detect.FeedLimits;
import org.terminal30.agent.detect.StartLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each limit has bounds of its own: one that makes no sense is refused by its name, whichever it is. */
class LimitsTest {
    private static final int FAR_BELOW = -1_000;
    private static final int FAR_ABOVE = 9_000_000;

    static Stream<Arguments> limits() {
        return Stream.of(ChargingLimits.DEFAULT, ChargingLimits.DEFAULT.smart(), RestLimits.DEFAULT,
                RippleLimits.DEFAULT, StartLimits.DEFAULT, FeedLimits.DEFAULT, CaptureLimits.DEFAULT)
                .flatMap(defaults -> Arrays.stream(defaults.getClass().getRecordComponents())
                        .filter(component -> component.getType().isPrimitive()
                                && component.getType() != boolean.class)
                        .map(component -> Arguments.of(defaults, component)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("limits")
    void limitFarOutOfBounds_isRefusedByItsName(Record defaults, RecordComponent component) throws Exception {
        assertThat(with(defaults, component, component.getAccessor().invoke(defaults))).isEqualTo(defaults);
        for (int value : new int[]{FAR_BELOW, FAR_ABOVE}) {
            assertThatThrownBy(() -> with(defaults, component, value)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("." + component.getName() + " is " + value);
        }
    }

    /** The same limits with one of them changed. */
    private static Object with(Record defaults, RecordComponent changed, Object value) throws Exception {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(changed.getName())
                    ? value
                    : components[i].getAccessor().invoke(defaults);
        }
        Constructor<?> canonical = defaults.getClass().getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        try {
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw refused;
        }
    }
}
