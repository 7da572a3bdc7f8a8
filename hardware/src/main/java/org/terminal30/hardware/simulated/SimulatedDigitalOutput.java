package org.terminal30.hardware.simulated;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.Pi4JException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/** A simulated line as an output. */
final class SimulatedDigitalOutput extends DigitalOutputBase implements DigitalOutput {
    private final SimulatedLine line;

    SimulatedDigitalOutput(DigitalOutputProvider provider, DigitalOutputConfig config, SimulatedLine line) {
        super(provider, config);
        this.line = line;
    }

    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
        try {
            line.requestOutput(id(), config().initialState() == DigitalState.HIGH);
        } catch (Pi4JException refused) {
            throw new InitializeException("Failed to initialize output " + id(), refused);
        }
        return super.initialize(context);
    }

    @Override
    public DigitalOutput shutdown(Context context) throws ShutdownException {
        try {
            return super.shutdown(context);
        } finally {
            line.release();
        }
    }

    /** @throws IOException when the line fails */
    @Override
    public DigitalOutput state(DigitalState state) throws IOException {
        try {
            line.write(state.isHigh());
        } catch (Pi4JException refused) {
            throw new IOException("Failed to set state for output %s to %s: %s".formatted(id(), state,
                    refused.getMessage()), refused);
        }
        return super.state(state);
    }
}
