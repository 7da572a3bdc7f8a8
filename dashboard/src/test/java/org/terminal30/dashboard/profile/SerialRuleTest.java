package org.terminal30.dashboard.profile;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SerialRuleTest {
    @Test
    void prefixesAndLength_areReadTogetherOrAlone() {
        assertThat(SerialRule.parse("starts with CM, PN or CL; 16 to 18 characters"))
                .isEqualTo(new SerialRule(List.of("CM", "PN", "CL"), 16, 18));
        assertThat(SerialRule.parse("starts with C")).isEqualTo(new SerialRule(List.of("C"), 0, 0));
        assertThat(SerialRule.parse("16 characters")).isEqualTo(new SerialRule(List.of(), 16, 16));
    }

    @Test
    void numberThatDoesNotFit_isDoubtedWithWhatWasExpected() {
        SerialRule rule = new SerialRule(List.of("CM", "PN"), 4, 5);
        assertThat(rule.doubts("CM21")).isEmpty();
        assertThat(rule.doubts("pn215")).isEmpty();
        assertThat(rule.doubts("XX2158")).containsExactly("does not start with CM or PN",
                "has 6 characters, not 4 to 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "starts with", "starts with c", "some characters", "18 to 16 characters",
            "16 characters; 17 characters", "starts with C; starts with D"})
    void whatIsNoRule_isToldHowToWriteOne(String text) {
        assertThat(FactKind.SERIAL.fault(text)).hasValueSatisfying(fault -> assertThat(fault).contains(
                "starts with CM, PN or CL"));
    }
}
