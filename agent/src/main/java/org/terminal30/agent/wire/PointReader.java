package org.terminal30.agent.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.hardware.sample.Channel;

/** Takes the tags and fields of a point one by one and says which is missing, wrong or left over. */
final class PointReader {
    private final Point point;
    private final Map<String, String> tags;
    private final Map<String, Object> fields;

    PointReader(Point point) {
        this.point = point;
        this.tags = new HashMap<>(point.tags());
        this.fields = new HashMap<>(point.fields());
    }

    long timeNanos() {
        return point.timeNanos();
    }

    String tag(String name) throws MalformedLineException {
        String value = tags.remove(name);
        if (value == null) {
            throw new MalformedLineException("the tag \"%s\" is missing".formatted(name));
        }
        return value;
    }

    BayId bay() throws MalformedLineException {
        try {
            return new BayId(tag("site"), tag("bay"));
        } catch (IllegalArgumentException invalid) {
            throw new MalformedLineException(String.valueOf(invalid.getMessage()));
        }
    }

    Channel channel() throws MalformedLineException {
        String name = tag("channel");
        return Channel.ofWireName(name).orElseThrow(() -> unknown("channel", name, Channel.wireNames()));
    }

    EventKind kind(String name) throws MalformedLineException {
        return EventKind.ofWireName(name)
                .orElseThrow(() -> unknown("kind", name, names(EventKind.values(), EventKind::wireName)));
    }

    Clock clock() throws MalformedLineException {
        return word("clock", Clock.values(), Clock::wireName);
    }

    /** One of the words that a field may have. */
    <T> T word(String field, T[] words, Function<T, String> wireName) throws MalformedLineException {
        String name = text(field);
        return Arrays.stream(words).filter(word -> wireName.apply(word).equals(name)).findFirst()
                .orElseThrow(() -> unknown(field, name, names(words, wireName)));
    }

    private static <T> String names(T[] values, Function<T, String> wireName) {
        return Arrays.stream(values).map(wireName).collect(Collectors.joining(" "));
    }

    private static MalformedLineException unknown(String what, String name, String known) {
        return new MalformedLineException("unknown %s \"%s\", known are %s".formatted(what, name, known));
    }

    double number(String name) throws MalformedLineException {
        return required(name, Double.class, "a number");
    }

    long integer(String name) throws MalformedLineException {
        return required(name, Long.class, "an integer, such as 3i");
    }

    int revision() throws MalformedLineException {
        return count("rev");
    }

    boolean flag(String name) throws MalformedLineException {
        return required(name, Boolean.class, "true or false");
    }

    String text(String name) throws MalformedLineException {
        return required(name, String.class, "a string");
    }

    @Nullable
    Double numberOrNull(String name) throws MalformedLineException {
        return fields.containsKey(name) ? number(name) : null;
    }

    @Nullable
    String textOrNull(String name) throws MalformedLineException {
        return fields.containsKey(name) ? text(name) : null;
    }

    @Nullable
    LocalDate dayOrNull(String name) throws MalformedLineException {
        String text = textOrNull(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new MalformedLineException(
                    "the field \"%s\" is %s, must be a day such as 2026-05-01".formatted(name, text));
        }
    }

    @Nullable
    Long integerOrNull(String name) throws MalformedLineException {
        return fields.containsKey(name) ? integer(name) : null;
    }

    int count(String name) throws MalformedLineException {
        long count = integer(name);
        if (count < 1 || count > Integer.MAX_VALUE) {
            throw new MalformedLineException(
                    "the field \"%s\" is %d, must be 1 to %d".formatted(name, count, Integer.MAX_VALUE));
        }
        return (int) count;
    }

    int countOrZero(String name) throws MalformedLineException {
        return fields.containsKey(name) ? count(name) : 0;
    }

    /** What events of the kind have beside the rest; null for kinds without. */
    @Nullable
    RecordDetail detail(EventKind kind) throws MalformedLineException {
        return switch (kind) {
            case CRANKING ->
                new RecordDetail.Cranking(number("rest"), numberOrNull("ripple"), integerOrNull("recovery"));
            case CHATTERING -> new RecordDetail.Chattering(kind(text("of")), count("count"));
            default -> null;
        };
    }

    private <T> T required(String name, Class<T> type, String wanted) throws MalformedLineException {
        Object value = fields.remove(name);
        if (value == null) {
            throw new MalformedLineException("the field \"%s\" is missing".formatted(name));
        }
        if (!type.isInstance(value)) {
            throw new MalformedLineException("the field \"%s\" is %s, must be %s".formatted(name, value, wanted));
        }
        return type.cast(value);
    }

    void nothingLeft() throws MalformedLineException {
        if (!tags.isEmpty() || !fields.isEmpty()) {
            throw new MalformedLineException("unknown tags %s and fields %s for the measurement \"%s\""
                    .formatted(tags.keySet(), fields.keySet(), point.measurement()));
        }
    }
}
