package org.terminal30.agent.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Text of InfluxDB's line protocol: {@code measurement,tag=value field=1.5,other=2i,name="x",flag=true 1763683200000000000}.
 * Unsigned integers ({@code 3u}) are not part of our wire and refused.
 */
public final class LineProtocol {
    private LineProtocol() {
    }

    /**
     * The text of a point, without a line end. The time is in nanoseconds. Line ends in strings become spaces.
     *
     * @throws IllegalArgumentException when the measurement, a tag or the name of a field has a backslash
     */
    public static String format(Point point) {
        var text = new StringBuilder(160);
        escaped(text, point.measurement(), ", ");
        point.tags().forEach((name, value) -> {
            escaped(text.append(','), name, ",= ");
            escaped(text.append('='), value, ",= ");
        });
        char separator = ' ';
        for (var field : point.fields().entrySet()) {
            escaped(text.append(separator), field.getKey(), ",= ");
            value(text.append('='), field.getValue());
            separator = ',';
        }
        return text.append(' ').append(point.timeNanos()).toString();
    }

    private static void escaped(StringBuilder text, String name, String special) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                // The protocol has no escape for it here: at the end of a name it would swallow what follows.
                throw new IllegalArgumentException(
                        "\"%s\" cannot be a name or tag: it has a backslash".formatted(name));
            }
            if (special.indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c == '\n' ? ' ' : c);
        }
    }

    private static void value(StringBuilder text, Object value) {
        switch (value) {
            case Long integer -> text.append(integer.longValue()).append('i');
            case Double number -> text.append(number.doubleValue());
            case Boolean flag -> text.append(flag.booleanValue());
            case String string -> quoted(text, string);
            default -> throw new IllegalArgumentException("a field cannot be a " + value.getClass().getSimpleName());
        }
    }

    private static void quoted(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            // A batch is cut into lines before it is parsed, so a line end inside a string would tear the record.
            text.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        text.append('"');
    }

    /**
     * Reads one line.
     *
     * @param nanosPerUnit what one unit of the time stamp is worth: 1, 1 000, 1 000 000 or 1 000 000 000
     * @param nowNanos the time of a line that brings none
     * @throws MalformedLineException when the line is not a point; the message says what is wrong and where
     */
    public static Point parse(String line, long nanosPerUnit, long nowNanos) throws MalformedLineException {
        var cursor = new Cursor(line);
        String measurement = cursor.name(", ");
        if (measurement.isEmpty()) {
            throw cursor.fault("the measurement is missing");
        }
        SortedMap<String, String> tags = tags(cursor);
        cursor.expect(' ', "a space before the fields");
        Map<String, Object> fields = fields(cursor);
        long time = nowNanos;
        if (cursor.more()) {
            cursor.expect(' ', "a space before the time");
            time = cursor.more() ? cursor.time(nanosPerUnit) : nowNanos;
        }
        return new Point(measurement, tags, fields, time);
    }

    private static SortedMap<String, String> tags(Cursor cursor) throws MalformedLineException {
        SortedMap<String, String> tags = new TreeMap<>();
        while (cursor.skip(',')) {
            String name = cursor.name(",= ");
            cursor.expect('=', "= after the tag \"" + name + "\"");
            String value = cursor.name(",= ");
            if (name.isEmpty() || value.isEmpty()) {
                throw cursor.fault("a tag needs a name and a value");
            }
            if (tags.put(name, value) != null) {
                throw cursor.fault("the tag \"" + name + "\" stands twice");
            }
        }
        return tags;
    }

    private static Map<String, Object> fields(Cursor cursor) throws MalformedLineException {
        Map<String, Object> fields = new LinkedHashMap<>();
        do {
            String name = cursor.name(",= ");
            if (name.isEmpty()) {
                throw cursor.fault("a field needs a name");
            }
            cursor.expect('=', "= after the field \"" + name + "\"");
            fields.put(name, cursor.value(name));
        } while (cursor.skip(','));
        return fields;
    }

    /** A position in the line. */
    private static final class Cursor {
        private final String line;
        private int at;

        Cursor(String line) {
            this.line = line;
        }

        boolean more() {
            return at < line.length();
        }

        boolean skip(char wanted) {
            boolean found = more() && line.charAt(at) == wanted;
            if (found) {
                at++;
            }
            return found;
        }

        void expect(char wanted, String what) throws MalformedLineException {
            if (!skip(wanted)) {
                throw fault("expected " + what);
            }
        }

        MalformedLineException fault(String reason) {
            return new MalformedLineException(reason + " at character " + (at + 1));
        }

        String name(String ends) {
            int start = at;
            int escape = line.indexOf('\\', at);
            while (more() && ends.indexOf(line.charAt(at)) < 0) {
                at += line.charAt(at) == '\\' && at + 1 < line.length() ? 2 : 1;
            }
            String raw = line.substring(start, at);
            return escape < 0 || escape >= at ? raw : unescaped(raw, ",= ");
        }

        private static String unescaped(String raw, String special) {
            var text = new StringBuilder(raw.length());
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == '\\' && i + 1 < raw.length() && special.indexOf(raw.charAt(i + 1)) >= 0) {
                    c = raw.charAt(++i);
                }
                text.append(c);
            }
            return text.toString();
        }

        Object value(String name) throws MalformedLineException {
            if (skip('"')) {
                return string(name);
            }
            int start = at;
            while (more() && line.charAt(at) != ',' && line.charAt(at) != ' ') {
                at++;
            }
            return plain(name, line.substring(start, at));
        }

        private String string(String name) throws MalformedLineException {
            int start = at;
            while (more() && line.charAt(at) != '"') {
                at += line.charAt(at) == '\\' && at + 1 < line.length() ? 2 : 1;
            }
            if (!more()) {
                throw fault("the string of \"" + name + "\" does not end");
            }
            return unescaped(line.substring(start, at++), "\"\\");
        }

        private Object plain(String name, String text) throws MalformedLineException {
            return switch (text) {
                case "t", "T", "true", "True", "TRUE" -> true;
                case "f", "F", "false", "False", "FALSE" -> false;
                default -> number(name, text);
            };
        }

        private Object number(String name, String text) throws MalformedLineException {
            try {
                if (text.endsWith("i")) {
                    return Long.valueOf(text.substring(0, text.length() - 1));
                }
                // Double.valueOf takes more than the protocol does: hexadecimal, NaN, a trailing d or f.
                if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
                    double value = Double.parseDouble(text);
                    if (Double.isFinite(value)) {
                        return value;
                    }
                }
            } catch (NumberFormatException notANumber) {
                // Falls through to the one message for everything that is not a value.
            }
            throw fault("\"%s\" is not a value for the field \"%s\"".formatted(text, name));
        }

        long time(long nanosPerUnit) throws MalformedLineException {
            String text = line.substring(at).strip();
            try {
                return Math.multiplyExact(Long.parseLong(text), nanosPerUnit);
            } catch (NumberFormatException | ArithmeticException outOfRange) {
                throw fault("\"%s\" is not a time".formatted(text));
            }
        }
    }
}
