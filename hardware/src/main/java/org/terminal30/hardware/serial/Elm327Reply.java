package org.terminal30.hardware.serial;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What an ELM327 says between a command and the prompt after it; keeps only what it has to know. */
final class Elm327Reply {
    private static final Pattern VOLTAGE = Pattern.compile("\\d{1,2}\\.\\d{1,2}V");

    private final String command;
    private int lines;
    private boolean ok;
    private double volts = Double.NaN;
    private String last = "";
    private @Nullable String banner;

    Elm327Reply(String command) {
        this.command = command;
    }

    void line(String line) {
        if (line.equals(command)) {
            // The adapter echoes what it is sent, until it is told not to.
            return;
        }
        lines++;
        last = line;
        if (VOLTAGE.matcher(line).matches()) {
            volts = Double.parseDouble(line.substring(0, line.length() - 1));
        } else if (line.equals("OK")) {
            ok = true;
        } else if (line.toUpperCase(Locale.ROOT).contains("ELM")) {
            banner = line;
        }
    }

    /** The command that was sent before. */
    String command() {
        return command;
    }

    /** Whether this is a voltage and nothing else. */
    boolean isVoltage() {
        return lines == 1 && !Double.isNaN(volts);
    }

    double volts() {
        return volts;
    }

    /** Whether this is the assent to a command and nothing else. */
    boolean isOk() {
        return lines == 1 && ok;
    }

    /** What the adapter calls itself after a reset; null when it was not reset. */
    @Nullable
    String banner() {
        return banner;
    }

    /** Its last line, for people. */
    String text() {
        return last;
    }
}
