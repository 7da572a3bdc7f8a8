package org.terminal30.agent.job.swap;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.swap.CriterionFinding.Reason;
import org.terminal30.agent.job.swap.DisconnectGate.Verdict;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The first gate, on the evidence of each wiring (rule B6). */
class DisconnectGateTest {
    private static final long WINDOW_NANOS = 100_000_000;
    private static final Set<Channel> BOX = EnumSet.of(Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD,
            Channel.BACKUP_CURRENT);
    private static final double CAR = 12.6;

    private static SaverProfile saver(double noLoadVolts) {
        return new SaverProfile("saver", noLoadVolts, 3.0, 0.35, 10.5);
    }

    /** Plays voltages and currents, all channels of the wiring in step. */
    private static final class Rig {
        final DisconnectGate gate;
        final Set<Channel> wired;
        double onboard = CAR;
        double backup = 13.2;
        double lead = 12.85;
        double current;
        double drawn = 0.4;
        long nanos;

        Rig(double noLoadVolts, Set<Channel> wired, @Nullable Double testedAmperes) {
            this.wired = wired;
            this.gate = new DisconnectGate(saver(noLoadVolts), wired, testedAmperes);
        }

        Rig play(double seconds) {
            for (int i = 0; i < seconds * 10; i++) {
                nanos += WINDOW_NANOS;
                for (Channel channel : wired) {
                    gate.window(channel, switch (channel) {
                        case BACKUP -> backup;
                        case BACKUP_LEAD -> lead;
                        case BACKUP_CURRENT -> current;
                        case BATTERY_CURRENT -> drawn - current;
                        default -> onboard;
                    }, nanos);
                }
            }
            return this;
        }

        Rig connect() {
            lead = onboard;
            current = 0.5;
            gate.connected();
            return this;
        }

        Reason reason(Criterion criterion) {
            return gate.findings().stream().filter(finding -> finding.criterion() == criterion).findFirst()
                    .orElseThrow().reason();
        }

        List<Outcome> outcomes() {
            return gate.findings().stream().map(CriterionFinding::outcome).toList();
        }
    }

    private static Rig box() {
        return new Rig(13.2, BOX, null);
    }

    @Test
    void everythingMeasuredAndGood_isSafe() {
        Rig rig = box();
        rig.gate.loadEntered(0.4);
        rig.play(5).connect().play(9);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.WAITING);
        rig.play(2);
        assertThat(rig.outcomes()).containsOnly(Outcome.PROVEN);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.SAFE_TO_DISCONNECT);
    }

    @Test
    void beforeTheSaverIsConnected_theGateWaits() {
        Rig rig = box().play(30);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.WAITING);
    }

    @Test
    void deadSocket_isNotSafe() {
        Rig rig = box();
        rig.backup = 0.1;
        rig.lead = 0.1;
        rig.play(5);
        assertThat(rig.reason(Criterion.ALIVE)).isEqualTo(Reason.DEAD);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.DO_NOT_DISCONNECT);
    }

    @Test
    void saverBehindABlownFuse_isNotSafe() {
        Rig rig = box();
        rig.onboard = 12.5;
        rig.gate.loadEntered(0.4);
        rig.play(5).connect();
        rig.current = 0;
        rig.play(12);
        assertThat(rig.reason(Criterion.DELIVERS)).isEqualTo(Reason.FEEDS_NOTHING);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.DO_NOT_DISCONNECT);
    }

    @Test
    void leadThatIsSaidToBeOnAndIsNot_isNotSafe() {
        Rig rig = box().play(5);
        rig.gate.connected();
        rig.play(11);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.LEAD_NOT_ON_CAR);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.DO_NOT_DISCONNECT);
    }

    @Test
    void reversedLead_isNotSafe() {
        Rig rig = box();
        rig.lead = -12.6;
        rig.play(2);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.LEAD_REVERSED);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.DO_NOT_DISCONNECT);
    }

    @Test
    void carThatDrawsMoreThanFourFifthsOfTheRating_isNotSafe() {
        Rig rig = box();
        rig.gate.loadEntered(2.5);
        rig.play(5).connect();
        rig.current = 2.6;
        rig.play(12);
        assertThat(rig.reason(Criterion.ENOUGH)).isEqualTo(Reason.OVERLOAD);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.DO_NOT_DISCONNECT);
    }

    @Test
    void twelveVoltSaverBehindADiode_isNeitherFailedNorProven() {
        Rig rig = new Rig(12.0, BOX, null);
        rig.backup = 12.0;
        rig.lead = 11.65;
        rig.gate.loadEntered(0.4);
        rig.play(5).connect();
        rig.current = 0;
        rig.play(12);
        assertThat(rig.reason(Criterion.DELIVERS)).isEqualTo(Reason.CAR_ABOVE_SAVER);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void saverProvenUnderLoadToday_needsNoCurrentNow() {
        Rig rig = new Rig(12.0, BOX, 0.5);
        rig.backup = 12.0;
        rig.lead = 11.65;
        rig.gate.loadEntered(0.4);
        rig.play(5).connect();
        rig.current = 0;
        rig.play(12);
        assertThat(rig.reason(Criterion.DELIVERS)).isEqualTo(Reason.LOAD_TESTED);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.SAFE_TO_DISCONNECT);
    }

    @Test
    void saverTestedWithLessThanTheCarDraws_isNotProvenByIt() {
        Rig rig = new Rig(12.0, BOX, 0.3);
        rig.backup = 12.0;
        rig.lead = 11.65;
        rig.gate.loadEntered(0.4);
        rig.play(5).connect();
        rig.current = 0;
        rig.play(12);
        assertThat(rig.reason(Criterion.DELIVERS)).isEqualTo(Reason.CAR_ABOVE_SAVER);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void leadThatWasOnFromTheBeginning_isNotProven() {
        Rig rig = box();
        rig.gate.loadEntered(0.4);
        rig.connect().play(12);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.LEAD_NEVER_OFF);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void wiringThatShowsOnlyTheSource_isNeverSafe() {
        Rig rig = new Rig(13.2, EnumSet.of(Channel.ONBOARD, Channel.BACKUP), null);
        rig.gate.loadEntered(0.4);
        rig.play(5).connect().play(12);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.NO_LEAD_CHANNEL);
        assertThat(rig.reason(Criterion.DELIVERS)).isEqualTo(Reason.NO_CURRENT_CHANNEL);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void measuredLoad_goesBeforeTheEnteredOne() {
        Rig rig = new Rig(13.2, EnumSet.allOf(Channel.class), null);
        rig.gate.loadEntered(2.9);
        rig.play(6);
        assertThat(rig.gate.findings().get(2)).isEqualTo(
                new CriterionFinding(Criterion.ENOUGH, Outcome.PROVEN, Reason.MEASURED, 0.4, 2.4000000000000004));
    }

    @Test
    void saverThatDiesAfterTheVerdict_takesItBack() {
        Rig rig = box();
        rig.gate.loadEntered(0.4);
        rig.play(5).connect().play(12);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.SAFE_TO_DISCONNECT);
        rig.backup = 0;
        rig.play(0.1);
        assertThat(rig.gate.verdict()).isNotEqualTo(Verdict.SAFE_TO_DISCONNECT);
    }

    @Test
    void saverThatChargesTheBattery_isNotTakenForTheCarsLoad() {
        Rig rig = new Rig(13.2, EnumSet.of(Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD, Channel.BACKUP_CURRENT,
                Channel.BATTERY_CURRENT), null);
        rig.play(12).connect();
        rig.current = 2.6;
        rig.play(12);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.SAFE_TO_DISCONNECT);
        assertThat(rig.gate.measuredLoad().orElseThrow()).isCloseTo(0.4, within(0.01));

        rig.drawn = 2.5;
        rig.play(1);
        assertThat(rig.reason(Criterion.ENOUGH)).as("what was measured is not what is drawn").isEqualTo(
                Reason.SETTLING);
        assertThat(rig.gate.verdict()).isEqualTo(Verdict.WAITING);
        rig.play(11);
        assertThat(rig.reason(Criterion.ENOUGH)).as("a door was opened").isEqualTo(Reason.OVERLOAD);
    }

    @Test
    void carThatComesToTheVoltageOfALooseLead_provesNothing() {
        Rig rig = new Rig(13.0, EnumSet.of(Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD, Channel.BACKUP_CURRENT,
                Channel.BATTERY_CURRENT), 0.5);
        rig.lead = 12.65;
        rig.onboard = 0;
        rig.play(2);
        rig.onboard = 12.6;
        rig.play(12);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.LEAD_NEVER_OFF);
        assertThat(rig.gate.verdict()).isNotEqualTo(Verdict.SAFE_TO_DISCONNECT);
    }

    @Test
    void leadThatWasOnTheWrongWayRound_provesNothingWhenItIsOffAgain() {
        Rig rig = new Rig(13.0, EnumSet.of(Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD, Channel.BACKUP_CURRENT,
                Channel.BATTERY_CURRENT), 0.5);
        rig.lead = 12.65;
        rig.play(12);
        rig.lead = -12.4;
        rig.play(0.3);
        rig.lead = 3;
        rig.play(0.1);
        rig.lead = 12.65;
        rig.play(12);
        assertThat(rig.gate.verdict()).isNotEqualTo(Verdict.SAFE_TO_DISCONNECT);
        assertThat(rig.reason(Criterion.ON_THE_CAR)).isEqualTo(Reason.LEAD_NEVER_OFF);
    }

    @Test
    void loadWithoutTheSaversCurrent_staysAsItWasBeforeTheSaver() {
        Rig rig = new Rig(13.2, EnumSet.of(Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD,
                Channel.BATTERY_CURRENT), 0.5);
        rig.play(12).connect();
        rig.current = 2.6;
        rig.play(12);
        assertThat(rig.gate.measuredLoad().orElseThrow()).isCloseTo(0.4, within(0.01));
    }
}
