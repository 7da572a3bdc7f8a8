package org.terminal30.dashboard.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.wire.BayId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportNumberTest {
    private static final BayId BAY = new BayId("main", "1");

    @Test
    void sameJob_hasTheSameNumberForEver() {
        // Stands on paper: a change of the derivation would part a restored registry from the reports it made.
        assertThat(ReportNumber.of(BAY, "main-1-7-3", 1_772_629_500_000_000_000L, 2026))
                .isEqualTo(ReportNumber.of(new BayId("main", "1"), "main-1-7-3", 1_772_629_500_000_000_000L, 2026))
                .matches("T30-2026(-[2-9A-HJKMNP-Z]{4}){3}");
    }

    @Test
    void jobsOfTheSameNameInBaysOfTheSameName_haveOtherNumbers() {
        Random random = new Random(30);
        Set<String> numbers = new HashSet<>();
        int jobs = 100_000;
        for (int i = 0; i < jobs; i++) {
            numbers.add(ReportNumber.of(BAY, "main-1-1-1",
                    random.nextLong(1_772_000_000_000_000_000L, 1_800_000_000_000_000_000L),
                    2026));
        }
        assertThat(numbers).hasSize(jobs);
        assertThat(ReportNumber.of(BAY, "a", 1, 2026)).isNotEqualTo(ReportNumber.of(BAY, "b", 1, 2026));
        assertThat(ReportNumber.of(BAY, "a", 1, 2026))
                .isNotEqualTo(ReportNumber.of(new BayId("main", "2"), "a", 1, 2026));
    }

    @Test
    void numberAsPeopleTypeIt_isRead() {
        String number = ReportNumber.of(BAY, "j", 5, 2026);
        assertThat(ReportNumber.read(" " + number.toLowerCase(Locale.ROOT).replace('-', ' ') + " ")).isEqualTo(number);
        assertThat(ReportNumber.read(number.replace("-", ""))).isEqualTo(number);
        assertThat(ReportNumber.isMeant(number.substring(0, 14))).isTrue();
        assertThat(ReportNumber.isMeant("A417KH")).isFalse();
        assertThat(ReportNumber.isMeant("T30 5")).isFalse();
    }

    @Test
    void everyWrongCharacterAndEveryTwoThatChangedPlaces_areFound() {
        String number = ReportNumber.of(BAY, "main-1-7-3", 1_772_629_500_000_000_000L, 2026);
        for (int i = 4; i < number.length(); i++) {
            if (number.charAt(i) == '-') {
                continue;
            }
            for (char other : ("01" + ReportNumber.ALPHABET).toCharArray()) {
                if (other != number.charAt(i)) {
                    assertRefused(number.substring(0, i) + other + number.substring(i + 1));
                }
            }
            for (int j = i + 1; j < number.length(); j++) {
                if (number.charAt(j) != '-' && number.charAt(j) != number.charAt(i)) {
                    StringBuilder swapped = new StringBuilder(number);
                    swapped.setCharAt(i, number.charAt(j));
                    swapped.setCharAt(j, number.charAt(i));
                    assertRefused(swapped.toString());
                }
            }
        }
    }

    private static void assertRefused(String number) {
        assertThat(ReportNumber.find(number)).as(number).isEmpty();
    }

    @Test
    void whatIsNoNumber_saysHowOneLooks() {
        assertThatThrownBy(() -> ReportNumber.read("T30-26-1")).hasMessageContaining("looks like T30-2026-");
        assertThatThrownBy(() -> ReportNumber.read("T30-2026-2222-2222-2224")).hasMessageContaining("typing error");
    }
}
