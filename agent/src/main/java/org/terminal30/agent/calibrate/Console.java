package org.terminal30.agent.calibrate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;

/** An operator at a terminal, or behind a pipe. */
public final class Console implements Operator {
    private final BufferedReader in;
    private final PrintWriter out;

    public Console(Reader in, PrintWriter out) {
        this.in = new BufferedReader(in);
        this.out = out;
    }

    @Override
    public void tell(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public String ask(String question) throws GaveUpException {
        out.print(question + " > ");
        out.flush();
        try {
            String answer = in.readLine();
            if (answer == null) {
                out.println();
                throw new GaveUpException("the input has ended, nothing is changed");
            }
            return answer.strip();
        } catch (IOException unreadable) {
            throw new GaveUpException("the input cannot be read (%s), nothing is changed".formatted(unreadable));
        }
    }
}
