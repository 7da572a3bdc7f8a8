package org.terminal30.hardware.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the numbers of a column are measured in. */
enum Unit {
    SECOND(Quantity.TIME, 1, "s", "sec", "secs", "second", "seconds"),
    MILLISECOND(Quantity.TIME, 1e3, "ms", "msec", "millis", "milliseconds"),
    MICROSECOND(Quantity.TIME, 1e6, "us", "\u00B5s", "\u03BCs", "usec", "micros", "microseconds"),
    NANOSECOND(Quantity.TIME, 1e9, "ns", "nanos", "nanoseconds"),
    VOLT(Quantity.VOLTAGE, 1, "V", "volt", "volts"),
    MILLIVOLT(Quantity.VOLTAGE, 1e3, "mV", "millivolt", "millivolts"),
    MICROVOLT(Quantity.VOLTAGE, 1e6, "\u00B5V", "\u03BCV", "uV"),
    AMPERE(Quantity.CURRENT, 1, "A", "amp", "amps", "ampere", "amperes"),
    MILLIAMPERE(Quantity.CURRENT, 1e3, "mA", "milliamp", "milliamps");

    /** What is measured. */
    enum Quantity {
        TIME,
        VOLTAGE,
        CURRENT
    }

    private static final String BRACKETS = "()[]";

    private final Quantity quantity;
    private final double perBase;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> symbols;

    Unit(Quantity quantity, double perBase, String... symbols) {
        this.quantity = quantity;
        this.perBase = perBase;
        this.symbols = List.of(symbols);
    }

    Quantity quantity() {
        return quantity;
    }

    /** How many of it make a second, a volt or an ampere: numbers are divided by it, which rounds once. */
    double perBase() {
        return perBase;
    }

    String symbol() {
        return symbols.getFirst();
    }

    /** The unit that a cell of a row of units names, in brackets or without. */
    static Optional<Unit> ofCell(String cell) {
        String plain = cell.chars().filter(each -> BRACKETS.indexOf(each) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String symbol = plain.strip();
        return Arrays.stream(values()).filter(unit -> unit.symbols.stream().anyMatch(symbol::equalsIgnoreCase))
                .findFirst();
    }

    /** The unit at the end of a name: in brackets, {@code Time (ms)}, or behind an underscore, {@code time_s}. */
    static Optional<Unit> ofName(String name) {
        String end = inBrackets(name).orElseGet(() -> name.substring(name.lastIndexOf('_') + 1));
        return end.equals(name) ? Optional.empty() : ofCell(end);
    }

    /** What stands in brackets at the end of a name. */
    static Optional<String> inBrackets(String name) {
        if (!name.endsWith(")") && !name.endsWith("]")) {
            return Optional.empty();
        }
        int open = Math.max(name.lastIndexOf('('), name.lastIndexOf('['));
        return open < 0 ? Optional.empty() : Optional.of(name.substring(open + 1, name.length() - 1));
    }
}
