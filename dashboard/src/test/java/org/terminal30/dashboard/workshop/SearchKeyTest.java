package org.terminal30.dashboard.workshop;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchKeyTest {
    @Test
    void spacesDashesAndCase_doNotCount() {
        assertThat(SearchKey.of("cm 2158-7740.11")).isEqualTo("CM2158774011");
    }

    @Test
    void whatLooksAlike_isTheSame() {
        assertThat(SearchKey.of("CLO1Q")).isEqualTo(SearchKey.of("cl0io"));
        assertThat(SearchKey.of("А417КН")).isEqualTo(SearchKey.of("A417KH"));
    }

    @Test
    void exactKey_keepsWhatLooksAlikeApart() {
        assertThat(SearchKey.exact("cl-O1")).isEqualTo("CLO1").isNotEqualTo(SearchKey.exact("CL01"));
    }
}
