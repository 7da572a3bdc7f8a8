package org.terminal30.hardware.simulated;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

import org.terminal30.hardware.header.PinHeader;

/**
 * The GPIO lines of a simulated Raspberry Pi behind the very API of Pi4J, so that a driver cannot tell them from real ones. A
 * test drives the inputs, reads the outputs and makes lines fail. Lines are numbered as Broadcom does. Safe for use by several
 * threads.
 *
 * <p>It behaves as the gpiod provider of Pi4J 3.0 does: an input tells its listeners every change, the first one too; an output
 * has its initial level as soon as it is created; a write that fails throws and leaves the level; a line that cannot be had
 * throws {@link IllegalStateException} and can be asked for again. Only the thread differs: listeners hear of a change before
 * {@link #drive} returns, on its thread, and debouncing is not simulated.
 */
public final class SimulatedGpio {
    private final Map<Integer, SimulatedLine> lines = new ConcurrentHashMap<>();

    /** The provider of inputs, for a context that has other providers as well. */
    public DigitalInputProvider inputs() {
        return new Inputs();
    }

    /** The provider of outputs, for a context that has other providers as well. */
    public DigitalOutputProvider outputs() {
        return new Outputs();
    }

    /** A header with nothing but these lines. */
    public PinHeader header() {
        return new PinHeader(this::newContext);
    }

    /** A context that knows nothing but these lines and looks for no board. */
    public Context newContext() {
        return Pi4J.newContextBuilder().noAutoDetect().add(inputs(), outputs()).disableShutdownHook().build();
    }

    /** Whether the line is high now, whoever drives it. A line that nobody drives follows its pull, and is low without one. */
    public boolean isHigh(int gpio) {
        return line(gpio).isHigh();
    }

    /** Puts a level on a line from outside; the listeners of its input hear of a change before this returns. */
    public void drive(int gpio, boolean high) {
        line(gpio).drive(high);
    }

    /** Levels that an output was given, oldest first: the initial one and every change. */
    public List<Boolean> history(int gpio) {
        return line(gpio).history();
    }

    /** From now on every write to the line, and every read of it, throws. */
    public void fail(int gpio, String reason) {
        line(gpio).fail(reason);
    }

    /** From now on the line cannot be had, as if another program held it. A line that was had before still works. */
    public void refuse(int gpio, String reason) {
        line(gpio).refuse(reason);
    }

    /** The line works again. */
    public void heal(int gpio) {
        line(gpio).heal();
    }

    private SimulatedLine line(int gpio) {
        return lines.computeIfAbsent(gpio, SimulatedLine::new);
    }

    private final class Inputs extends DigitalInputProviderBase implements DigitalInputProvider {
        Inputs() {
            super("simulated-digital-input", "Simulated inputs");
        }

        @Override
        public DigitalInput create(DigitalInputConfig config) {
            var input = new SimulatedDigitalInput(this, config, line(config.address()));
            context.registry().add(input);
            return input;
        }
    }

    private final class Outputs extends DigitalOutputProviderBase implements DigitalOutputProvider {
        Outputs() {
            super("simulated-digital-output", "Simulated outputs");
        }

        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            var output = new SimulatedDigitalOutput(this, config, line(config.address()));
            context.registry().add(output);
            return output;
        }
    }
}
