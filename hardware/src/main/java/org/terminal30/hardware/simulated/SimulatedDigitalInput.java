package org.terminal30.hardware.simulated;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.Pi4JException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;

/** A simulated line as an input. */
final class SimulatedDigitalInput extends DigitalInputBase implements DigitalInput {
    private final SimulatedLine line;

    SimulatedDigitalInput(DigitalInputProvider provider, DigitalInputConfig config, SimulatedLine line) {
        super(provider, config);
        this.line = line;
    }

    @Override
    public DigitalInput initialize(Context context) throws InitializeException {
        try {
            line.requestInput(id(), config().pull() == PullResistance.PULL_UP,
                    high -> dispatch(new DigitalStateChangeEvent<>(this, DigitalState.getState(high))));
        } catch (Pi4JException refused) {
            throw new InitializeException("Failed to initialize input " + id(), refused);
        }
        super.initialize(context);
        return this;
    }

    @Override
    public DigitalInput shutdown(Context context) throws ShutdownException {
        line.release();
        return super.shutdown(context);
    }

    @Override
    public DigitalState state() {
        return DigitalState.getState(line.read());
    }
}
