package org.terminal30.dashboard.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.Channel;

/** What bays send, good and bad days together: a steady rhythm with gaps, late days, repeats and corrections. The same seed, the same. */
public final class RandomWindows {
    public static final List<Series> SERIES = List.of(new Series(new BayId("main", "1"), Channel.ONBOARD),
            new Series(new BayId("main", "1"), Channel.BACKUP), new Series(new BayId("main", "2"), Channel.ONBOARD));
    /** A midnight. */
    public static final long START = 1_763_683_200_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;
    private static final long MICROSECOND = 1_000;

    private final List<Series> series;
    private final Random random;
    private final List<Window> sent = new ArrayList<>();
    private long live = START;

    public RandomWindows(long seed) {
        this(seed, SERIES);
    }

    /** Windows of these series only. */
    public RandomWindows(long seed, List<Series> series) {
        this.series = List.copyOf(series);
        this.random = new Random(seed);
    }

    /** A batch of 0 to 300 windows; what is live goes on through a couple of days, what is late lies up to a week before. */
    public List<Window> next() {
        List<Window> batch = new ArrayList<>();
        switch (random.nextInt(6)) {
            case 0 -> run(batch, START - random.nextLong(7 * DAY), 1 + random.nextInt(300));
            case 1 -> repeat(batch, 1 + random.nextInt(50));
            case 2 -> correct(batch, 1 + random.nextInt(50));
            case 3 -> {
                live += random.nextLong(DAY / 8);
                run(batch, live, 1 + random.nextInt(10));
            }
            default -> {
                run(batch, live, 1 + random.nextInt(300));
                live = Math.max(live, batch.getLast().timeNanos());
            }
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(batch, random);
        }
        sent.addAll(batch);
        return batch;
    }

    /** Some moment around everything there is. */
    public long moment() {
        return START - 8 * DAY + random.nextLong(live - START + 9 * DAY);
    }

    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    private void run(List<Window> batch, long from, int count) {
        Series one = series.get(random.nextInt(series.size()));
        long at = from + random.nextLong(Grid.WINDOW_NANOS);
        for (int i = 0; i < count; i++) {
            at += Grid.WINDOW_NANOS * (random.nextInt(50) == 0 ? 1 + random.nextInt(5000) : 1);
            at += random.nextInt(20) == 0 ? random.nextInt(50) * MICROSECOND : 0;
            batch.add(window(one, at));
        }
    }

    private void repeat(List<Window> batch, int count) {
        for (int i = 0; i < count && !sent.isEmpty(); i++) {
            Window once = sent.get(random.nextInt(sent.size()));
            batch.add(once);
        }
    }

    private void correct(List<Window> batch, int count) {
        for (int i = 0; i < count && !sent.isEmpty(); i++) {
            Window once = sent.get(random.nextInt(sent.size()));
            batch.add(window(new Series(once.bay(), once.channel()), once.timeNanos()));
        }
    }

    private Window window(Series series, long at) {
        long count = random.nextInt(1, 91);
        double lowest = Math.round((12 + random.nextGaussian() * (random.nextInt(100) == 0 ? 20 : 0.01)) * 1e6) / 1e6;
        double height = random.nextInt(40_000) / 1e6;
        double sum = Math.round((lowest + height * random.nextDouble()) * count * 1e6) / 1e6;
        return new Window(series.bay(), series.channel(), at, lowest, Math.round((lowest + height) * 1e6) / 1e6, sum,
                count);
    }
}
