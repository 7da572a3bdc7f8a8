package org.terminal30.hardware.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One column of a recording.
 *
 * @param index from 0
 * @param name as the header has it; empty without a header
 * @param unit of its numbers, if one is named
 * @param kind what most of its cells are
 */
record Column(int index, String name, Optional<Unit> unit, CellKind kind) {
    private static final Pattern VOLTAGE = Pattern.compile("volt|spannung|battery|batterie|tension");
    private static final Pattern TIME = Pattern.compile(
            "t|time|timestamp|time ?stamp|seconds|secs?|s|ms|millis|elapsed.*|zeit|zeitstempel|uhrzeit|x-axis|epoch");

    /** As it is counted by people. */
    int number() {
        return index + 1;
    }

    /** For messages and reports. */
    String label() {
        return name.isEmpty() ? "column " + number() : "column %d '%s'".formatted(number(), name);
    }

    /** What has to be written on a command line to mean this column. */
    String option() {
        return name.isEmpty() ? Integer.toString(number()) : "'" + name + "'";
    }

    /** Whether it holds voltages, by its unit or else by its name. */
    boolean isVoltage() {
        if (unit.isPresent() || Unit.inBrackets(name).isPresent()) {
            return unit.filter(known -> known.quantity() == Unit.Quantity.VOLTAGE).isPresent();
        }
        return kind != CellKind.TIME && VOLTAGE.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether it counts time, by its name or else by its unit. */
    boolean isTime() {
        return kind == CellKind.NUMBER && (isNamedTime() || hasTimeUnit());
    }

    boolean isNamedTime() {
        String plain = name.toLowerCase(Locale.ROOT);
        int unitBegins = Unit.inBrackets(name).isPresent() ? plain.lastIndexOf(plain.endsWith(")") ? '(' : '[') : -1;
        return TIME.matcher((unitBegins < 0 ? plain : plain.substring(0, unitBegins)).strip()).matches();
    }

    private boolean hasTimeUnit() {
        return unit.filter(known -> known.quantity() == Unit.Quantity.TIME).isPresent();
    }

    static List<Column> those(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream().filter(wanted).toList();
    }

    static String labels(List<Column> columns) {
        return columns.stream().map(Column::label).collect(Collectors.joining(", "));
    }
}
