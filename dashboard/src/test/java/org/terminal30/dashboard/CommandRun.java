package org.terminal30.dashboard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** A command as it was typed, and what it said. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = commandLine.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** It did what it was asked. */
    CommandRun succeeded() {
        assertThat(code).as(err).isZero();
        return this;
    }
}
