package org.terminal30.dashboard.diagnosis;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.battery.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What an alternator check speaks for and against. */
class CheckedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNDERCHARGING | raised | 12.71 | 13.2 | undercharging: 12.71 V at raised revs | >= 13.20 V
            OVERCHARGING  | idle   | 15.62 | 15.0 | overcharging: 15.62 V at idle         | <= 15.00 V
            RIPPLE        | ripple | 1.24  | 0.5  | ripple: 1.24 V peak to peak           | <= 0.50 V
            """)
    void badAlternator_isTheSupplyWithFigureAndTimeAndLimit(Verdict verdict, String part, double volts, double limit,
            String words, String against) {
        assertThat(arguments(new ScriptedCar().checked(10, verdict, 12.6, part, volts, limit))).containsExactly(
                new Argument(Cause.SUPPLY, Strength.STRONG, "The alternator check says " + words,
                        ScriptedCar.hour(10.5), against, "B7"));
    }

    @Test
    void batteryThatIsWeakThoughCharged_isTheSupply() {
        assertThat(arguments(weak(12.6))).containsExactly(new Argument(Cause.SUPPLY, Strength.STRONG,
                "The alternator check says weak battery: 7.20 V under the starter", ScriptedCar.hour(10.5),
                ">= 8.50 V", "B7"));
    }

    @Test
    void batteryThatIsWeakAndEmpty_isTheDrainsWhereTheCarWasSeenEmptyingIt() {
        assertThat(arguments(weak(11.9))).extracting(Argument::cause, Argument::strength).containsExactly(
                tuple(Cause.SUPPLY, Strength.WEAK), tuple(Cause.DRAIN, Strength.WEAK));
        assertThat(arguments(weak(null))).hasSize(2);
        assertThat(arguments(weak(11.9).stood(2, 9.5, 12.4, 12.1))).extracting(Argument::cause)
                .containsExactly(Cause.DRAIN);
        assertThat(arguments(weak(11.9).stood(2, 9.5, 12.1, 12.1))).extracting(Argument::strength)
                .containsExactly(Strength.STRONG);
    }

    @Test
    void poorConnection_isAWeakArgumentForAContact() {
        ScriptedCar car = new ScriptedCar().checked(10, Verdict.POOR_CONNECTION, 12.6, "connection", 1.1, 0.7);
        assertThat(arguments(car)).singleElement().satisfies(argument -> {
            assertThat(argument.cause()).isEqualTo(Cause.CONTACT);
            assertThat(argument.strength()).isEqualTo(Strength.WEAK);
            assertThat(argument.words()).endsWith("poor connection: 1.10 V lost between the battery's posts and the car"
                    + " under the starter");
            assertThat(argument.limit()).isEqualTo("<= 0.70 V");
        });
    }

    @Test
    void passInEveryPart_speaksAgainstTheSupplyUntilSomethingGoesWrong() {
        assertThat(arguments(passed())).containsExactly(new Argument(Cause.SUPPLY, Strength.AGAINST,
                "The alternator check passed in every part: 14.21 V at raised revs", ScriptedCar.hour(10.5),
                ">= 13.20 V", "B7"));
        assertThat(arguments(passed().start(9, 12.6, 7, Verdict.PASS))).hasSize(1);
        assertThat(arguments(passed().start(12, 12.6, 7, Verdict.PASS))).isEmpty();
        assertThat(arguments(passed().start(12, 12.6, 10, Verdict.UNDERCHARGING))).isEmpty();
        assertThat(arguments(passed().fault(Point.ONBOARD, Fault.Kind.SURGE, 12, 300, 17))).isEmpty();
    }

    @Test
    void checkThatCouldNotTell_andNoCheck_sayNothing() {
        assertThat(arguments(new ScriptedCar().checked(10, Verdict.INSUFFICIENT_DATA, 12.6, "rest", 12.6, 12.5)))
                .isEmpty();
        assertThat(arguments(new ScriptedCar())).isEmpty();
    }

    @Test
    void batterySwapSinceTheCheck_leavesOnlyWhatItSaysOfTheAlternator() {
        assertThat(arguments(weak(12.6).swappedAt(20))).isEmpty();
        assertThat(arguments(passed().swappedAt(20))).isEmpty();
        assertThat(arguments(passed().swappedAt(5))).hasSize(1);
        assertThat(arguments(new ScriptedCar().checked(10, Verdict.RIPPLE, 12.6, "ripple", 1.2, 0.5).swappedAt(20)))
                .hasSize(1);
    }

    @Test
    void startOfACheckWithAFault_isNotCountedTwice() {
        assertThat(supply(weak(12.6).start(10.1, 12.6, 7.2, Verdict.PASS).lockedAt(20).lockedAt(30)))
                .containsExactly(Strength.STRONG);
        assertThat(supply(weak(12.6).start(10.1, 12.6, 7.2, Verdict.PASS).start(40, 12.6, 7.1, Verdict.PASS)))
                .containsExactly(Strength.STRONG, Strength.WEAK);
    }

    @Test
    void goodStartsAndALongWatch_doNotSpeakAgainstAFaultThatTheCheckFoundUnderLoad() {
        ScriptedCar car = new ScriptedCar().watched(Point.ONBOARD, 0, 100).start(20, 12.6, 10, Verdict.PASS)
                .start(40, 12.6, 10, Verdict.PASS);
        assertThat(supply(car)).containsExactly(Strength.AGAINST);
        assertThat(supply(car.checked(10, Verdict.UNDERCHARGING, 12.6, "raised", 12.7, 13.2)))
                .containsExactly(Strength.STRONG);
    }

    private static ScriptedCar weak(@Nullable Double restVolts) {
        return new ScriptedCar().checked(10, Verdict.WEAK_BATTERY, restVolts, "start", 7.2, 8.5);
    }

    private static ScriptedCar passed() {
        return new ScriptedCar().checked(10, Verdict.PASS, 12.6, "raised", 14.21, 13.2);
    }

    private static List<Argument> arguments(ScriptedCar car) {
        return new Checked().arguments(car.history());
    }

    private static List<Strength> supply(ScriptedCar car) {
        return new Judge().judge(car.history()).standings().stream()
                .filter(standing -> standing.cause() == Cause.SUPPLY)
                .flatMap(standing -> standing.arguments().stream()).map(Argument::strength).toList();
    }
}
