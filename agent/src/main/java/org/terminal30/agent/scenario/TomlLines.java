package org.terminal30.agent.scenario;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each key of a TOML file stands: its parser keeps no places. The file is known to be valid, and its keys and headers to be
 * plain, without quotes.
 */
final class TomlLines {
    private final String text;
    private final Map<String, Integer> lines = new HashMap<>();
    private int at;
    private int line = 1;

    private TomlLines(String text) {
        this.text = text;
    }

    static TomlLines of(String text) {
        var lines = new TomlLines(text);
        lines.readAll();
        return lines;
    }

    /** {@code "line 7: "} of a path such as {@code timeline.steps[2].does}, or of what it would have stood in; else empty. */
    String prefix(String path) {
        for (String part = path; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            Integer found = lines.get(part.endsWith(".") ? part.substring(0, part.length() - 1) : part);
            if (found != null) {
                return "line %d: ".formatted(found);
            }
        }
        return "";
    }

    private void readAll() {
        String section = "";
        for (skipBlank(""); at < text.length(); skipBlank("")) {
            if (peek() == '[') {
                String header = until("]").replaceAll("[\\[\\s]", "");
                skipLine();
                lines.put(header, line);
                section = header + ".";
            } else {
                keyAndValue(section);
            }
        }
    }

    private void keyAndValue(String prefix) {
        int keyLine = line;
        String key = until("=").strip();
        lines.putIfAbsent(prefix + key, keyLine);
        at++;
        value(prefix + key);
    }

    private void value(String path) {
        skipBlank("");
        switch (peek()) {
            case '[' -> array(path);
            case '{' -> table(path);
            case '"', '\'' -> string();
            default -> until(",]}#\n");
        }
    }

    private void array(String path) {
        at++;
        int index = 0;
        for (skipBlank(","); at < text.length() && peek() != ']'; skipBlank(",")) {
            index++;
            String element = "%s[%d]".formatted(path, index);
            lines.put(element, line);
            value(element);
        }
        at++;
    }

    private void table(String path) {
        at++;
        for (skipBlank(","); at < text.length() && peek() != '}'; skipBlank(",")) {
            keyAndValue(path + ".");
        }
        at++;
    }

    private void string() {
        String quote = text.startsWith(peek() + "" + peek() + peek(), at) ? text.substring(at, at + 3) : "" + peek();
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            boolean escape = peek() == '\\' && quote.charAt(0) == '"';
            count();
            at += escape ? 2 : 1;
        }
        at += quote.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private void count() {
        line += peek() == '\n' ? 1 : 0;
    }

    private String until(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private void skipLine() {
        until("\n");
    }

    private void skipBlank(String also) {
        while (at < text.length() && (Character.isWhitespace(peek()) || also.indexOf(peek()) >= 0 || peek() == '#')) {
            if (peek() == '#') {
                skipLine();
            } else {
                count();
                at++;
            }
        }
    }
}
