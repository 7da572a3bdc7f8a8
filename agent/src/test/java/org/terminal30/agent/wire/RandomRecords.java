package org.terminal30.agent.wire;

import java.time.LocalDate;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;

/** Seeded records of every kind, with texts full of what the protocol has to escape. */
final class RandomRecords {
    private static final String CHARACTERS = "ab ,=\\\"äß€'#-_.:/\t";
    private static final int MOST_CHARACTERS = 12;

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    WireRecord next() {
        var bay = new BayId("site-" + random.nextInt(10), Integer.toString(random.nextInt(100)));
        long time = random.nextLong();
        return switch (random.nextInt(7)) {
            case 0 -> window(bay);
            case 1 -> event(bay, time, kind());
            case 2 -> alarm(bay, time, pick(AlarmState.values()));
            case 3 -> new WireRecord.Waveform(bay, channel(), time, new RandomSamples(random).next(), clock());
            case 4 -> new WireRecord.Job(bay, name(), time, revision(), text(), text(), text(), random.nextLong(),
                    textOrNull(), textOrNull(), textOrNull(), textOrNull());
            case 5 -> new WireRecord.ChannelStatus(bay, channel(), time, text(), number(), number(),
                    pick(CalibrationState.values()), random.nextBoolean() ? null : day(), random.nextBoolean());
            default -> new WireRecord.Agent(bay, time, text(), text(), random.nextBoolean(), textOrNull(),
                    random.nextBoolean(), number(), random.nextLong(), random.nextLong(), random.nextLong(),
                    random.nextLong(), clock());
        };
    }

    private WireRecord.Event event(BayId bay, long time, EventKind kind) {
        return new WireRecord.Event(bay, channel(), kind, name(), time, revision(), random.nextBoolean(),
                random.nextLong(), numberOrNull(), numberOrNull(), random.nextBoolean(), textOrNull(),
                textOrNull(), textOrNull(), clock(), detail(kind));
    }

    private WireRecord.Alarm alarm(BayId bay, long time, AlarmState state) {
        WireRecord.Shelf shelf = new WireRecord.Shelf(random.nextLong(), textOrNull(), text());
        return new WireRecord.Alarm(bay, channel(), name(), time, revision(), kind(), pick(Priority.values()), state,
                random.nextBoolean(), random.nextBoolean() ? 0 : revision(), random.nextLong(), random.nextLong(),
                state == AlarmState.SHELVED ? shelf : null, textOrNull(), textOrNull(), textOrNull(), textOrNull(),
                textOrNull(), textOrNull());
    }

    private @Nullable RecordDetail detail(EventKind kind) {
        return switch (kind) {
            case CRANKING -> new RecordDetail.Cranking(number(), numberOrNull(),
                    random.nextBoolean() ? random.nextLong() : null);
            case CHATTERING -> new RecordDetail.Chattering(kind(), revision());
            default -> null;
        };
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(40_000));
    }

    private Channel channel() {
        return pick(Channel.values());
    }

    private EventKind kind() {
        return pick(EventKind.values());
    }

    private Clock clock() {
        return pick(Clock.values());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private int revision() {
        return 1 + random.nextInt(Integer.MAX_VALUE - 1);
    }

    private WireRecord.Window window(BayId bay) {
        double one = random.nextDouble(-WindowLimits.MAX_VALUE, WindowLimits.MAX_VALUE);
        double other = random.nextDouble(-WindowLimits.MAX_VALUE, WindowLimits.MAX_VALUE);
        long count = random.nextLong(1, 1L << random.nextInt(1, 19));
        return new WireRecord.Window(bay, channel(),
                random.nextLong(WindowLimits.LATEST.getEpochSecond()) * 1_000_000_000,
                Math.min(one, other), Math.max(one, other), one * count, count);
    }

    private double number() {
        return random.nextBoolean()
                ? random.nextInt(-3, 20)
                : random.nextGaussian() * Math.pow(10, random.nextInt(-12, 12));
    }

    private @Nullable Double numberOrNull() {
        return random.nextInt(3) == 0 ? null : number();
    }

    private @Nullable String textOrNull() {
        return random.nextInt(3) == 0 ? null : text();
    }

    /** A tag value: not empty, and any character but a line end and the backslash. */
    private String name() {
        return "k" + text().replace('\\', '/');
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(MOST_CHARACTERS); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
