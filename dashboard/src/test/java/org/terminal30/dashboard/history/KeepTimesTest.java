package org.terminal30.dashboard.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeepTimesTest {
    private static final long GIGABYTE = 1_000_000_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            27  | 60 |    | windowDays is 27 days, must be 28 to 36500, or for ever
            28  | 27 |    | secondDays is 27 days, must be 28 to 36500, or for ever
            365 | 90 |    | secondDays is 90 days, must be at least as long as windows are kept, 365 days
                | 90 |    | secondDays is 90 days, must be at least as long as windows are kept, for ever
            28  | 90 | 89 | minuteDays is 89 days, must be at least as long as seconds are kept, 90 days
            28  |    | 89 | minuteDays is 89 days, must be at least as long as seconds are kept, for ever
            """)
    void timesThatCannotBe_sayWhatWouldBeRight(@Nullable Integer windows, @Nullable Integer seconds,
            @Nullable Integer minutes, String fault) {
        assertThatThrownBy(() -> new KeepTimes(windows, seconds, minutes)).hasMessage(fault);
    }

    @Test
    void configuration_isReadInDays_andRefusedByName() {
        assertThat(new KeepConfiguration(null, null, null).times()).isEmpty();
        assertThat(new KeepConfiguration("90", null, "forever").times()).contains(new KeepTimes(90, 1_095, null));
        assertThatThrownBy(() -> new KeepConfiguration("1y", null, null)).hasMessage(
                "terminal30.keep.windows is \"1y\", must be a number of days or forever");
        assertThatThrownBy(() -> new KeepConfiguration("2000", null, null)).hasMessageContaining(
                "secondDays is 1095 days, must be at least as long as windows are kept, 2000 days");
    }

    @Test
    void level_growsUntilItIsAsOldAsItIsKept() {
        StoreSize young = size(10, 0);
        assertThat(Forecast.of(young, new KeepTimes(100, 365, null), 1_000 * GIGABYTE))
                .isEqualTo(new Forecast(2 * GIGABYTE, (100 - 10 + 365 - 10) * (double) GIGABYTE, null));
        StoreSize old = size(400, 0);
        assertThat(Forecast.of(old, new KeepTimes(100, 365, null), GIGABYTE)).isEqualTo(new Forecast(0, 0, null));
        assertThat(Forecast.of(old, new KeepTimes(null, null, null), GIGABYTE).fullInDays()).isEqualTo(1);
    }

    @Test
    void diskIsFull_whenGrowthIsMoreThanTheRoomOnItAndInTheFile() {
        KeepTimes forEver = new KeepTimes(null, null, null);
        assertThat(Forecast.of(size(1, 0), forEver, 20 * GIGABYTE).fullInDays()).isEqualTo(11);
        assertThat(Forecast.of(size(1, 20 * GIGABYTE), forEver, 20 * GIGABYTE).fullInDays()).isEqualTo(21);
        assertThat(Forecast.of(size(1, 0), forEver, 100_000 * GIGABYTE).fullInDays()).isNull();
    }

    /** Windows and seconds, a gigabyte a day each. */
    private static StoreSize size(double days, long freeInFile) {
        return new StoreSize(Instant.EPOCH, freeInFile, List.of(
                new StoreSize.Part("windows", GIGABYTE, GIGABYTE, days),
                new StoreSize.Part("seconds", GIGABYTE, GIGABYTE, days)), List.of());
    }
}
