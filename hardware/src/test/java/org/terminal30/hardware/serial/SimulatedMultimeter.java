package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A multimeter that speaks SCPI and knows no {@code SYST:REM}. Answers in order, late if it is told to. Safe for two threads. */
public final class SimulatedMultimeter implements TalkingInstrument {
    static final String NAME = "Acme,DMM-6,0042,1.07";
    private final String lineEnd;
    private final boolean echoes;
    private final StringBuilder heard = new StringBuilder();
    private final Deque<String> errors = new ArrayDeque<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int slowAnswers;
    private double volts = 12.6034500;

    public SimulatedMultimeter(String lineEnd, boolean echoes, String... errors) {
        this.lineEnd = lineEnd;
        this.echoes = echoes;
        this.errors.addAll(List.of(errors));
    }

    synchronized void measures(double value) {
        volts = value;
    }

    /** Keeps its next answers to itself until {@link #speaksAgain()}. */
    synchronized void falls() {
        slowAnswers = Integer.MAX_VALUE;
    }

    synchronized void speaksAgain() {
        slowAnswers = 0;
    }

    @Override
    public synchronized byte[] answer(String bytes) {
        StringBuilder said = new StringBuilder(echoes ? bytes : "");
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c == '\n') {
                obey(heard.toString());
                heard.setLength(0);
            } else {
                heard.append(c);
            }
        }
        while (slowAnswers == 0 && !waiting.isEmpty()) {
            said.append(waiting.remove()).append(lineEnd);
        }
        return said.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void obey(String command) {
        switch (command) {
            case "*IDN?" -> waiting.add(NAME);
            case "SYST:ERR?" -> waiting.add(errors.isEmpty() ? "+0,\"No error\"" : errors.remove());
            case "MEAS:VOLT:DC?" -> waiting.add("%+.8E".formatted(volts));
            default -> errors.add("-113,\"Undefined header\"");
        }
    }
}
