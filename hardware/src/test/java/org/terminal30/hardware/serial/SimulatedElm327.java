package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** An ELM327 as its data sheet describes it: echo on after a reset, a CR alone repeats the last command. Safe for two threads. */
public final class SimulatedElm327 implements TalkingInstrument {
    private final String banner;
    private final String lineEnd;
    private BooleanSupplier hearsRight = () -> true;
    private final StringBuilder heard = new StringBuilder();
    private boolean echo = true;
    private String last = "";
    private String volts = "12.6V";
    private String unasked = "";
    private boolean swallowPrompt;

    public SimulatedElm327(String banner, String lineEnd) {
        this.banner = banner;
        this.lineEnd = lineEnd;
    }

    /** At another speed it hears and says nothing but garbage. */
    SimulatedElm327 understandingOnly(BooleanSupplier right) {
        hearsRight = right;
        return this;
    }

    /** From now on it measures this. */
    synchronized void measures(String text) {
        volts = text;
    }

    /** Loses the prompt of its next answer. */
    synchronized void losesAPrompt() {
        swallowPrompt = true;
    }

    /** Starts anew by itself, as after a dip of its supply. */
    synchronized void resets() {
        echo = true;
        last = "";
        unasked += lineEnd + "LV RESET" + lineEnd + lineEnd + banner + lineEnd + lineEnd + ">";
    }

    @Override
    public synchronized byte[] answer(String bytes) {
        if (!bytes.isEmpty() && !hearsRight.getAsBoolean()) {
            return new byte[]{(byte) 0xF8, 0x07, (byte) 0x80, 0x3C};
        }
        StringBuilder said = new StringBuilder(unasked);
        unasked = "";
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (echo) {
                said.append(c);
            }
            if (c == '\r') {
                said.append(obey());
            } else {
                heard.append(c);
            }
        }
        return said.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String obey() {
        String command = heard.isEmpty() ? last : heard.toString();
        heard.setLength(0);
        last = command;
        String reply = switch (command) {
            case "ATZ" -> {
                echo = true;
                yield lineEnd + lineEnd + banner;
            }
            case "ATE0" -> {
                echo = false;
                yield "OK";
            }
            case "ATRV" -> volts;
            default -> "?";
        };
        String prompt = swallowPrompt ? "" : ">";
        swallowPrompt = false;
        return reply + lineEnd + lineEnd + prompt;
    }
}
