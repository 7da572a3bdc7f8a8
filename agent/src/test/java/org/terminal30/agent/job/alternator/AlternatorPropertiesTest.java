package org.terminal30.agent.job.alternator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.State;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens in whatever order: green only when every part of the check was measured. */
class AlternatorPropertiesTest {
    private static final long CHECKS = 200;
    private static final List<String> STEPS = List.of("rest", "start", "idle", "loads-on", "loaded", "rpm-held",
            "raised");
    private static final List<String> MEASURED = List.of("rest", "start", "idle", "loaded", "raised");
    private static final double[] VOLTS = {0, 11.9, 12.4, 12.7, 13.0, 13.3, 14.2, 14.9, 15.6};

    @Test
    void randomCheck_isGreenOnlyWhenEveryStepWasMeasured() {
        long green = LongStream.range(0, CHECKS).filter(AlternatorPropertiesTest::endsGreen).count();

        assertThat(green).as("greens of %d checks", CHECKS).isBetween(CHECKS / 50, CHECKS * 3 / 4);
    }

    private static boolean endsGreen(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        boolean complete = chance.nextInt(4) > 0;
        CheckRig rig = complete ? CheckRig.complete() : CheckRig.slow();
        for (int stage = 0; stage < 6; stage++) {
            if (chance.nextInt(3) == 0) {
                mishap(rig, chance);
                promise(rig, complete, seed);
            }
            asItShould(rig, stage);
            promise(rig, complete, seed);
        }
        rig.end();
        promise(rig, complete, seed);
        return isGreen(rig);
    }

    private static void asItShould(CheckRig rig, int stage) {
        switch (stage) {
            case 0 -> rig.rested();
            case 1 -> rig.starts();
            case 2 -> rig.play(16);
            case 3 -> rig.loaded();
            case 4 -> rig.raised();
            default -> rig.play(3);
        }
    }

    private static void mishap(CheckRig rig, SplittableRandom chance) {
        String step = STEPS.get(chance.nextInt(STEPS.size()));
        switch (chance.nextInt(9)) {
            case 0 -> rig.tap(step);
            case 1 -> rig.skip(step);
            case 2 -> rig.enter(step, "12");
            case 3 -> rig.restart(chance.nextInt(60));
            case 4 -> rig.blind(chance.nextInt(60));
            case 5 -> rig.volts(VOLTS[chance.nextInt(VOLTS.length)]);
            case 6 -> rig.set(Channel.BATTERY, VOLTS[chance.nextInt(VOLTS.length)]);
            case 7 -> rig.crank(7 + 4 * chance.nextDouble(), 7 + 4 * chance.nextDouble(), chance.nextBoolean());
            default -> rig.play(chance.nextInt(40));
        }
    }

    private static boolean isGreen(CheckRig rig) {
        return rig.check.progress().shown().orElseThrow().tint() == Tint.GREEN;
    }

    private static void promise(CheckRig rig, boolean complete, long seed) {
        if (!isGreen(rig)) {
            return;
        }
        assertThat(complete).as("seed %d: a slow source on one channel shows neither ripple nor connection", seed)
                .isTrue();
        for (String id : STEPS) {
            Step step = rig.check.progress().step(id).orElseThrow();
            assertThat(step.state()).as("seed %d: %s", seed, id).isEqualTo(State.DONE);
            if (MEASURED.contains(id)) {
                assertThat(step.who()).as("seed %d: nobody's word stands for %s", seed, id).isNull();
                assertThat(step.figures()).as("seed %d: %s", seed, id).isNotEmpty();
            }
        }
        for (Part part : Part.values()) {
            assertThat(rig.says(part.wireName())).as("seed %d", seed).isEqualTo("pass");
        }
    }
}
