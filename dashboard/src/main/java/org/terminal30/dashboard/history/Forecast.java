package org.terminal30.dashboard.history;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a store is going to grow if its bays go on as in the last week. A level grows until it is as old as it is kept.
 *
 * @param bytesADay what a day adds now
 * @param growthInAYearBytes what a year is going to add
 * @param fullInDays when the disk is full; null when not within ten years
 */
@Serdeable
public record Forecast(double bytesADay, double growthInAYearBytes, @Nullable Integer fullInDays) {
    private static final int YEAR_DAYS = 365;
    private static final int HORIZON_DAYS = 10 * YEAR_DAYS;

    /** {@code freeBytes}: on the disk; room in the store's own file counts as well. */
    public static Forecast of(StoreSize size, KeepTimes keep, long freeBytes) {
        double room = (double) freeBytes + size.freeInFileBytes();
        Integer full = null;
        for (int day = 1; day <= HORIZON_DAYS && full == null; day++) {
            full = growth(size, keep, day) > room ? Integer.valueOf(day) : null;
        }
        return new Forecast(growth(size, keep, 1), growth(size, keep, YEAR_DAYS), full);
    }

    private static double growth(StoreSize size, KeepTimes keep, int days) {
        return size.levels().stream().mapToDouble(part -> {
            Integer kept = switch (part.name()) {
                case "windows" -> keep.windowDays();
                case "seconds" -> keep.secondDays();
                case "minutes" -> keep.minuteDays();
                default -> null;
            };
            double growing = kept == null ? days : Math.clamp(kept - part.days(), 0, days);
            return part.bytesADay() * growing;
        }).sum();
    }
}
