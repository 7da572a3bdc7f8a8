package org.terminal30.agent.job.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.job.Step.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The supply before and while a code is typed in (rule B7). */
class EntryGuardTest {
    @Test
    void halfAMinuteOfSteadySupply_isReady() {
        CodeRig rig = CodeRig.known().play(29);
        assertThat(rig.shown()).isEqualTo("entry:measuring");
        rig.play(2);
        assertThat(rig.shown()).isEqualTo("entry:ready");
        assertThat(rig.why("entry")).isEqualTo("level:high-enough steady:steady sag:none-seen attempts:more");
        assertThat(rig.step("supply").state()).isEqualTo(State.DONE);
    }

    @ParameterizedTest
    @CsvSource({"12.5, ready, level:high-enough", "12.45, charge-first, level:low", "11.5, charge-first, level:low",
            "11.45, too-weak, level:too-low", "13.3, ready, level:charging", "15.0, ready, level:charging",
            "15.1, too-high, level:too-high"})
    void level_decides(double volts, String word, String why) {
        CodeRig rig = CodeRig.known().set(volts).play(32);
        assertThat(rig.shown()).isEqualTo("entry:" + word);
        assertThat(rig.why("entry")).startsWith(why);
    }

    @Test
    void supplyThatSwings_isNotReady() {
        CodeRig rig = CodeRig.known();
        for (int i = 0; i < 40; i++) {
            rig.set(i % 2 == 0 ? 12.55 : 12.80).play(1);
        }
        assertThat(rig.shown()).isEqualTo("entry:unsteady");
        assertThat(rig.evidence("entry", "steady").value()).isCloseTo(0.125, within(0.01));
    }

    @Test
    void sagOf20Milliseconds_saysStopUntilSteadyAgain() {
        CodeRig rig = CodeRig.known().play(31).samples(50, i -> 12.65).samples(21, i -> 12.20);
        assertThat(rig.shown()).isEqualTo("entry:stop");
        assertThat(rig.why("entry")).contains("sag:sagged");
        assertThat(rig.step("supply").state()).isEqualTo(State.WAITING);
        rig.play(29);
        assertThat(rig.shown()).isEqualTo("entry:stop");
        rig.play(3);
        assertThat(rig.shown()).isEqualTo("entry:ready");
    }

    @Test
    void shorterOrShallowerFall_isNoSag() {
        CodeRig rig = CodeRig.known().play(31).samples(50, i -> 12.65).samples(15, i -> 12.0)
                .samples(100, i -> 12.65);
        assertThat(rig.shown()).as("15 ms of 0.65 V is 0.49 V over 20 ms").isEqualTo("entry:stop");
        CodeRig shorter = CodeRig.known().play(31).samples(50, i -> 12.65).samples(10, i -> 12.0)
                .samples(100, i -> 12.65);
        assertThat(shorter.shown()).isEqualTo("entry:ready");
        CodeRig shallower = CodeRig.known().play(31).samples(50, i -> 12.65).samples(200, i -> 12.30);
        assertThat(shallower.shown()).isEqualTo("entry:ready");
    }

    @Test
    void deepFall_saysStopEvenWhereTheMeterIsSlow() {
        CodeRig rig = new CodeRig(CodeRig.threeThenAnHour(), 10).play(31);
        assertThat(rig.why("entry")).contains("sag:slow-meter");
        rig.set(12.0).play(0.1);
        assertThat(rig.shown()).isEqualTo("entry:stop");
    }

    @Test
    void secondsThatAreMissing_beginTheHalfMinuteAnew() {
        CodeRig rig = CodeRig.known().play(25);
        rig.nanos += 5_000_000_000L;
        rig.play(10);
        assertThat(rig.shown()).isEqualTo("entry:measuring");
        rig.play(22);
        assertThat(rig.shown()).isEqualTo("entry:ready");
    }

    @Test
    void neverReady_whileASecondOfTheLastThirtyLiesOutside() {
        long seed = 30;
        var chance = new SplittableRandom(seed);
        int ready = 0;
        int judged = 0;
        for (int run = 0; run < 200; run++) {
            CodeRig rig = CodeRig.known();
            Deque<Double> seconds = new ArrayDeque<>();
            double level = chance.nextDouble(11.2, 15.3);
            double swing = chance.nextDouble(0, 0.2);
            for (int second = 0; second < 90; second++) {
                level += chance.nextInt(20) == 0 ? chance.nextDouble(-0.5, 0.5) : 0;
                double mean = level + chance.nextDouble(-swing, swing);
                rig.set(mean).play(1).set(mean);
                seconds.addLast(mean);
                if (seconds.size() > SteadySupply.SECONDS + 1) {
                    seconds.removeFirst();
                }
                judged++;
                if (rig.entry.progress().says("entry", "ready")) {
                    ready++;
                    // The newest second is over when the next one begins: it may be one behind.
                    assertThat(withinBand(seconds, 1) || withinBand(seconds, 0)).as("seed %d, run %d", seed, run)
                            .isTrue();
                }
            }
        }
        System.getLogger("steady").log(System.Logger.Level.INFO, "seed {0}: ready in {1} of {2} seconds", seed, ready,
                judged);
        assertThat(ready).isGreaterThan(200);
    }

    private static boolean withinBand(Deque<Double> seconds, int skipNewest) {
        double[] means = seconds.stream().limit(seconds.size() - skipNewest).mapToDouble(mean -> mean).toArray();
        int from = Math.max(0, means.length - SteadySupply.SECONDS);
        double sum = 0;
        for (int i = from; i < means.length; i++) {
            sum += means[i];
        }
        double middle = sum / (means.length - from);
        for (int i = from; i < means.length; i++) {
            if (Math.abs(means[i] - middle) > SteadySupply.BAND_VOLTS + 1e-9) {
                return false;
            }
        }
        return means.length - from == SteadySupply.SECONDS;
    }
}
