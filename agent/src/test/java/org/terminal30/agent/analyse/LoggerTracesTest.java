package org.terminal30.agent.analyse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings in the form of each known logger, what is said of them, and what the manual says would be said. */
class LoggerTracesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/loggers");
    private static final Path MANUAL = Path.of("../docs/analyse.md");
    private static final Pattern EXAMPLE = Pattern
            .compile("(?s)```console\n\\$ terminal30-agent analyse (.*?)\n(.*?)```");
    /** A word of a command line: in quotes, or without blanks. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    /** Verdicts have tests of their own. */
    private static final Pattern VERDICTS = Pattern.compile("(?s)\njudged .*?\n\n");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<Path> traces() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    static List<Arguments> examples() throws Exception {
        return EXAMPLE.matcher(Files.readString(MANUAL)).results()
                .map(match -> new Arguments(words(match.group(1)), match.group(2).lines().toList())).toList();
    }

    /** A command line of the manual and the lines that it shows below. */
    record Arguments(List<String> words, List<String> shown) {}

    @ParameterizedTest
    @MethodSource("traces")
    void traceOfALogger_isReadAsExpectedOfIt(Path trace) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(trace.toString()));
        Path options = Path.of(trace.toString().replace(".csv", ".options"));
        arguments.addAll(Files.exists(options) ? Files.readAllLines(options) : List.of());

        assertThat(analyse(arguments)).as(err.toString()).isZero();
        assertThat(VERDICTS.matcher(out.toString()).replaceAll("\n"))
                .isEqualTo(Files.readString(Path.of(trace.toString().replace(".csv", ".txt"))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleOfTheManual_printsWhatItShows(Arguments example) {
        List<String> arguments = new ArrayList<>(example.words());
        arguments.set(0, GOLDEN.resolve(arguments.getFirst()).toString());

        int exit = analyse(arguments);
        String printed = exit == 0 ? out.toString() : err.toString();
        assertThat(printed.replace(GOLDEN + "/", "").lines().map(String::stripTrailing))
                .containsSubsequence(example.shown().stream().filter(line -> !line.equals("\u2026"))
                        .map(String::stripTrailing).toList());
    }

    @Test
    void everyOption_isInTheManual() throws Exception {
        String manual = Files.readString(MANUAL);

        assertThat(examples()).hasSizeGreaterThan(5);
        new CommandLine(new AnalyseCommand()).getCommandSpec().optionsMap().keySet()
                .forEach(option -> assertThat(manual).contains("`" + option));
    }

    private int analyse(List<String> arguments) {
        return new CommandLine(new AnalyseCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private static List<String> words(String commandLine) {
        return WORD.matcher(commandLine).results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).toList();
    }
}
