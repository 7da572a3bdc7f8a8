package org.terminal30.agent.analyse;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceException;

/** How an analysis is printed. */
enum ReportFormat {
    TEXT {
        @Override
        String print(Trace trace, Analysis analysis) {
            return new TextReport(analysis).text();
        }
    },
    JSON {
        @Override
        String print(Trace trace, Analysis analysis) {
            return new JsonReport(analysis).text();
        }
    },
    HTML {
        @Override
        String print(Trace trace, Analysis analysis) throws TraceException {
            return new HtmlReport(analysis, Envelope.of(trace, analysis)).text();
        }
    };

    /**
     * The report.
     *
     * @param trace that was analysed, for what only a look at its samples can show
     * @throws TraceException when it cannot be read again
     */
    abstract String print(Trace trace, Analysis analysis) throws TraceException;

    private String optionValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the value of the option. */
    static final class Converter implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String value) {
            return Arrays.stream(values()).filter(format -> format.optionValue().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a format; there are %s".formatted(value, Arrays.stream(values())
                                    .map(ReportFormat::optionValue).collect(Collectors.joining(" ")))));
        }
    }
}
