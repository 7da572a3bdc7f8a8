package org.terminal30.dashboard.workshop;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VinCheckDigitTest {
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    /** The example of 49 CFR 565.15, table IV. */
    private static final String OF_THE_RULE = "1G4AH59H45G118341";

    @ParameterizedTest
    @ValueSource(strings = {OF_THE_RULE, "11111111111111111", "1M8GDM9AXKP042788", "LJCPCBLCX11000237"})
    void numberThatAddsUp_isNotDoubted(String vin) {
        assertThat(VinCheckDigit.fault(vin)).isEmpty();
    }

    @Test
    void slipOfOneLookAlike_isExplained() {
        assertThat(VinCheckDigit.fault("1M8GDM9AXKPO42788".replace('O', 'D'))).hasValueSatisfying(fault -> assertThat(
                fault).contains("place 9 is a check digit", "0 instead of D at place 12"));
    }

    @Test
    void neighboursTheOtherWayRound_areExplained() {
        assertThat(VinCheckDigit.fault("1M8GDM9AXKP047288")).hasValueSatisfying(fault -> assertThat(fault).contains(
                "places 14 and 15 the other way round"));
    }

    @Test
    void carsOfOtherRegions_haveNoCheckDigit() {
        assertThat(VinCheckDigit.fault("Z8NBAABC5E0012345")).isEmpty();
        assertThat(VinCheckDigit.fault("SJNFAAJ10U1234567")).isEmpty();
    }

    @Test
    void anySingleOtherDigit_isFound() {
        long seed = System.identityHashCode(this);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder vin = new StringBuilder("1");
            while (vin.length() < 17) {
                vin.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            vin.setCharAt(8, VinCheckDigit.of(vin.toString()));
            assertThat(VinCheckDigit.fault(vin.toString())).as("seed %d: %s", seed, vin).isEmpty();
            int place = 9 + random.nextInt(8);
            char digit = vin.charAt(place);
            vin.setCharAt(place, Character.isDigit(digit) ? (char) ('0' + (digit - '0' + 1) % 10) : '0');
            if (Character.isDigit(digit)) {
                assertThat(VinCheckDigit.fault(vin.toString())).as("seed %d: %s", seed, vin).isPresent();
            }
        }
    }
}
