package org.terminal30.dashboard.headunit;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.profile.Facts;
import org.terminal30.dashboard.profile.Profiles;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class SerialDoubtsTest {
    private final TestDashboard dashboard;
    private final Profiles profiles;

    SerialDoubtsTest(@TempDir Path folder) {
        dashboard = TestDashboard.fresh(folder);
        profiles = dashboard.server().part(Profiles.class);
    }

    @AfterAll
    void close() {
        dashboard.close();
    }

    private Facts facts(String profile) {
        return profiles.of(profile, 0);
    }

    @Test
    void numberThatOneOfTheSourcesDescribes_isNotDoubted() {
        assertThat(SerialDoubts.of("CM 2158 7740 11 63", facts("almera-n16"))).isEmpty();
        assertThat(SerialDoubts.of("24N-2158774011632", facts("almera-n16"))).isEmpty();
    }

    @Test
    void letterAmongDigits_isQuestioned() {
        assertThat(SerialDoubts.of("CM21O87740I163", facts("almera-n16"))).containsExactly(
                "The letter O at place 5 stands among digits: is it not a 0?",
                "The letter I at place 11 stands among digits: is it not a 1?");
    }

    @Test
    void digitAmongLetters_isQuestioned() {
        assertThat(SerialDoubts.of("C0M2158", facts("other"))).containsExactly(
                "The digit 0 at place 2 stands among letters: is it not the letter O?");
    }

    @Test
    void numberThatNoSourceDescribes_isDoubtedByNameOfTheSource() {
        assertThat(SerialDoubts.of("XY9", facts("teana"))).containsExactly(
                "It does not start with 20, as S2 says of this kind: compare with the sticker.");
    }

    @Test
    void kindWithoutARule_doubtsNothing() {
        assertThat(SerialDoubts.of("XY9", facts("other"))).isEmpty();
    }
}
