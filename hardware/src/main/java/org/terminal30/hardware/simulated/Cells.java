package org.terminal30.hardware.simulated;

import java.util.OptionalDouble;

/** What the cells of a recording hold. */
final class Cells {
    private Cells() {
    }

    /** Whether there was no sample. */
    static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** A plain decimal number; empty for anything else that Java would read, such as {@code NaN}, {@code 1f} or hexadecimal. */
    static OptionalDouble number(String cell) {
        for (int index = 0; index < cell.length(); index++) {
            char character = cell.charAt(index);
            if ((character < '0' || character > '9') && "+-.eE".indexOf(character) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
