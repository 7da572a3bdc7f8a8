package org.terminal30.hardware.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a file, from which its form is found out.
 *
 * @param file where they stand
 * @param text how the file is encoded
 * @param lines without the blank ones
 */
record Head(Path file, TextFile text, List<Line> lines) {
    private static final int MAX_LINES = 2_000;
    private static final int MAX_CHARACTERS = 1 << 20;

    Head {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number from 1, blank lines counted
     */
    record Line(long number, String text) {
        /** Its cells, in a state of their own. */
        Cells cells(char separator) {
            Cells cells = new Cells(separator);
            cells.split(text.toCharArray(), 0, text.length());
            return cells;
        }
    }

    /** @throws TraceException when the file cannot be read or has nothing in it */
    static Head read(Path file) throws TraceException {
        TextFile text = TextFile.open(file);
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(file, text.reader())) {
            int characters = 0;
            while (lines.size() < MAX_LINES && characters < MAX_CHARACTERS && reader.next()) {
                String line = new String(reader.characters(), reader.start(), reader.end() - reader.start());
                if (!line.isBlank()) {
                    lines.add(new Line(reader.number(), line));
                    characters += line.length();
                }
            }
        }
        if (lines.isEmpty()) {
            throw new TraceException(file, "the file is empty, it should have rows of a time and voltages");
        }
        return new Head(file, text, lines);
    }
}
