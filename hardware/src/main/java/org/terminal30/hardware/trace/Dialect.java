package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cells of a file are written.
 *
 * @param separator between cells
 * @param decimalMark within numbers; a comma beside commas between cells only where the cells are quoted
 */
record Dialect(char separator, char decimalMark) {
    /** In this order when a file can be read in several. */
    private static final List<Dialect> KNOWN = known();
    /** Nobody writes these within a cell, unlike the comma. */
    private static final String NEVER_IN_TEXT = ";\t";

    private static List<Dialect> known() {
        List<Dialect> known = new ArrayList<>();
        for (char decimalMark : new char[]{'.', ','}) {
            for (char separator : new char[]{',', ';', '\t'}) {
                known.add(new Dialect(separator, decimalMark));
            }
        }
        return List.copyOf(known);
    }

    /** The dialect in which the most can be read. */
    static Dialect of(Head head) {
        Dialect best = KNOWN.getFirst();
        double most = best.readable(head);
        for (Dialect dialect : KNOWN) {
            double readable = dialect.readable(head);
            if (readable > most) {
                best = dialect;
                most = readable;
            }
        }
        return best;
    }

    /** The sum over the lines of what share of their cells can be read, less what must be cells run together. */
    private double readable(Head head) {
        CellKind.Recogniser recogniser = new CellKind.Recogniser(decimalMark);
        double sum = 0;
        for (Head.Line line : head.lines()) {
            Cells cells = line.cells(separator);
            if (cells.count() > 1) {
                sum += share(cells, recogniser);
            }
        }
        return sum;
    }

    private static double share(Cells cells, CellKind.Recogniser recogniser) {
        int measured = 0;
        int missing = 0;
        int runTogether = 0;
        for (int cell = 0; cell < cells.count(); cell++) {
            switch (recogniser.kind(cells, cell)) {
                case NUMBER, TIME -> measured++;
                case MISSING -> missing++;
                case TEXT -> runTogether += cells.text(cell).chars().anyMatch(Dialect::neverInText) ? 1 : 0;
            }
        }
        return measured == 0 ? 0 : (measured + missing) / (double) cells.count() - runTogether;
    }

    private static boolean neverInText(int character) {
        return NEVER_IN_TEXT.indexOf(character) >= 0;
    }

    /** For people. */
    String description() {
        String between = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            default -> "tabs";
        };
        return between + " between cells, decimal " + (decimalMark == ',' ? "commas" : "points");
    }
}
