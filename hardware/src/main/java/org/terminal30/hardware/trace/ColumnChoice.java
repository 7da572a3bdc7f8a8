package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.terminal30.hardware.sample.Channel;

/** Finds the columns of a recording that are channels: what was asked for, else our own names, else the only voltage. */
final class ColumnChoice {
    private final Table table;
    private final List<Column> choices;
    private final Column time;

    /** @param time is no channel */
    ColumnChoice(Table table, List<Column> choices, Column time) {
        this.table = table;
        this.choices = choices;
        this.time = time;
    }

    /** @throws TraceException when a column that was asked for is not there, or nothing tells which one is meant */
    List<ChannelColumn> channels(TraceColumns asked) throws TraceException {
        List<ChannelColumn> found = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            String column = asked.channels().get(channel);
            if (column != null) {
                found.add(in(channel, named(column)));
                continue;
            }
            List<Column> ours = Column.those(choices, each -> TraceColumns.isNameOf(channel, each.name()));
            if (ours.size() > 1) {
                throw wrong(
                        "%s could be any of %s; choose one with %s".formatted(channel.wireName(), Column.labels(ours),
                                options(channel, ours)));
            }
            if (!ours.isEmpty()) {
                found.add(in(channel, ours.getFirst()));
            }
        }
        return found.isEmpty() ? List.of(in(Channel.ONBOARD, onlyVoltage())) : found;
    }

    /** @throws TraceException when there is no column of that name or number, or there are two */
    Column named(String asked) throws TraceException {
        for (List<Column> matching : List.of(Column.those(choices, each -> each.name().equals(asked)),
                Column.those(choices, each -> each.name().equalsIgnoreCase(asked)),
                Column.those(choices, each -> Integer.toString(each.number()).equals(asked)))) {
            if (matching.size() == 1) {
                return matching.getFirst();
            }
            if (matching.size() > 1) {
                throw wrong("two columns are named '%s'; choose one by its number: %s".formatted(asked,
                        Column.labels(matching)));
            }
        }
        throw wrong("no column '%s', there are %s".formatted(asked, Column.labels(choices)));
    }

    private Column onlyVoltage() throws TraceException {
        List<Column> voltages = Column.those(choices, each -> each.index() != time.index() && each.isVoltage());
        if (voltages.size() > 1) {
            throw wrong("%d columns are voltages; choose one with %s".formatted(voltages.size(),
                    options(Channel.ONBOARD, voltages)));
        }
        if (!voltages.isEmpty()) {
            return voltages.getFirst();
        }
        List<Column> numbers = Column.those(choices,
                each -> each.index() != time.index() && each.kind() == CellKind.NUMBER);
        if (!table.hasHeader() && numbers.size() == 1) {
            return numbers.getFirst();
        }
        throw wrong(
                "no column is a channel; choose one with --channel CHANNEL=COLUMN, the columns are %s, the channels are %s"
                        .formatted(Column.labels(choices), Channel.wireNames()));
    }

    private ChannelColumn in(Channel channel, Column column) throws TraceException {
        Unit.Quantity wanted = channel.unit() == Channel.Unit.VOLT ? Unit.Quantity.VOLTAGE : Unit.Quantity.CURRENT;
        if (column.unit().isPresent() && column.unit().get().quantity() != wanted) {
            throw wrong("%s is in %s, %s should be in %s".formatted(column.label(), column.unit().get().symbol(),
                    channel.wireName(), wanted == Unit.Quantity.VOLTAGE ? "V or mV" : "A or mA"));
        }
        return new ChannelColumn(channel, column, column.unit().map(Unit::perBase).orElse(1.0));
    }

    private static String options(Channel channel, List<Column> columns) {
        return columns.stream().map(column -> "--channel %s=%s".formatted(channel.wireName(), column.option()))
                .collect(Collectors.joining(" or "));
    }

    private TraceException wrong(String what) {
        return new TraceException(table.head().file(), table.hasHeader() ? table.names().line() : table.firstRowLine(),
                what);
    }
}
