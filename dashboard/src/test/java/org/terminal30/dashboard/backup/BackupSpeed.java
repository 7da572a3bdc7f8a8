package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;

/** A working month of a bay with two channels, backed up and put back. Argument: an empty folder. */
public final class BackupSpeed {
    private static final int DAYS = 22;
    private static final int HOURS_A_DAY = 10;
    private static final int WINDOWS_AN_HOUR = 36_000;
    private static final long SEED = 80;
    private static final double NANOS = 1e9;

    private BackupSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve("month.t30");
        try (Workshop workshop = new Workshop(folder.resolve("first"));
                Workshop other = new Workshop(folder.resolve("other"))) {
            Random random = new Random(SEED);
            timed("fill", () -> fill(workshop, random));
            long windows = 2L * DAYS * HOURS_A_DAY * WINDOWS_AN_HOUR;
            double backup = timed("backup", () -> workshop.backUp(file, Stop.NEVER));
            double restore = timed("restore", () -> other.restore(file, Stop.NEVER));
            System.out.printf(
                    "%d windows: backup %.0f windows/s, %.2f bytes a window; restore %.0f windows/s; history.db %.2f bytes a window%n",
                    windows, windows / backup, (double) Files.size(file) / windows, windows / restore,
                    (double) Files.size(folder.resolve("first").resolve("history.db")) / windows);
        }
    }

    private static void fill(Workshop workshop, Random random) {
        for (Series series : RandomWindows.SERIES.subList(0, 2)) {
            for (int day = 0; day < DAYS; day++) {
                for (int hour = 0; hour < HOURS_A_DAY; hour++) {
                    long start = RandomWindows.START + day * Level.DAY.stepNanos() + hour * Level.HOUR.stepNanos();
                    workshop.history().putBack(new Kept(series, Map.of(Level.WINDOW, windows(start, random))));
                }
            }
        }
    }

    /** A converter's steps of 125 µV with their noise, around a slowly changing voltage. */
    private static List<Cell> windows(long start, Random random) {
        List<Cell> windows = new ArrayList<>(WINDOWS_AN_HOUR);
        long level = 12_600_000;
        for (int i = 0; i < WINDOWS_AN_HOUR; i++) {
            level += random.nextInt(100) == 0 ? 125 * (random.nextInt(9) - 4) : 0;
            long minimum = level - 125L * (2 + random.nextInt(3));
            long maximum = level + 125L * (2 + random.nextInt(3));
            windows.add(new Cell(start + i * Grid.WINDOW_NANOS, minimum, maximum, 86 * level + 125L * random.nextInt(
                    60), 86));
        }
        return windows;
    }

    private static double timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / NANOS;
        System.out.printf("%s: %.1f s%n", what, seconds);
        return seconds;
    }
}
