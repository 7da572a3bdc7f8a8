package org.terminal30.agent.detect;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class FirstFailureTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    @Test
    void secondChannelMoreThanTwoPeriodsLater_namesTheFirst() {
        List<FirstFailure> found = among(broken(EventKind.BACKUP_LOST, Channel.BACKUP, 5 * SECOND),
                broken(EventKind.INTERRUPTION, Channel.ONBOARD, 5 * SECOND + 21 * MILLI));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().first()).contains(Channel.BACKUP);
        assertThat(found.getFirst().delayNanos()).isEqualTo(21 * MILLI);
    }

    @Test
    void secondChannelWithinTwoPeriods_cannotBeTold() {
        List<FirstFailure> found = among(broken(EventKind.INTERRUPTION, Channel.ONBOARD, 5 * SECOND + 20 * MILLI),
                broken(EventKind.BACKUP_LOST, Channel.BACKUP, 5 * SECOND));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().first()).isEmpty();
        assertThat(found.getFirst().earlier().channel()).isEqualTo(Channel.BACKUP);
    }

    @Test
    void periodIsThatOfTheSlowerChannel() {
        List<SupplyEvent> both = List.of(broken(EventKind.INTERRUPTION, Channel.ONBOARD, 0),
                broken(EventKind.INTERRUPTION, Channel.RADIO, 50 * MILLI));

        assertThat(FirstFailure.among(both, channel -> channel == Channel.RADIO ? 30 * MILLI : MILLI))
                .singleElement().extracting(FirstFailure::certain).isEqualTo(false);
        assertThat(FirstFailure.among(both, channel -> MILLI)).singleElement().extracting(FirstFailure::certain)
                .isEqualTo(true);
    }

    @Test
    void failuresFurtherApartThanOneIncident_areNotCompared() {
        assertThat(among(broken(EventKind.INTERRUPTION, Channel.ONBOARD, 0), broken(EventKind.BACKUP_LOST,
                Channel.BACKUP, FirstFailure.ONE_INCIDENT_NANOS + 1))).isEmpty();
        assertThat(among(broken(EventKind.INTERRUPTION, Channel.ONBOARD, 0),
                broken(EventKind.BACKUP_LOST, Channel.BACKUP, FirstFailure.ONE_INCIDENT_NANOS))).hasSize(1);
    }

    @Test
    void otherRecordsAndOneChannelAlone_areNoIncident() {
        assertThat(
                among(broken(EventKind.DIP, Channel.ONBOARD, 0), broken(EventKind.BACKUP_LOST, Channel.BACKUP, SECOND),
                        broken(EventKind.INTERRUPTION, Channel.BATTERY, SECOND)))
                .isEmpty();
        assertThat(among(broken(EventKind.FEED_LOST, Channel.ONBOARD, 0),
                broken(EventKind.INTERRUPTION, Channel.ONBOARD, SECOND))).isEmpty();
    }

    @Test
    void channelThatBreaksAgainInTheSameIncident_isCountedOnce() {
        List<FirstFailure> found = among(broken(EventKind.FEED_LOST, Channel.ONBOARD, 0),
                broken(EventKind.INTERRUPTION, Channel.ONBOARD, SECOND),
                broken(EventKind.BACKUP_LOST, Channel.BACKUP, 2 * SECOND),
                broken(EventKind.INTERRUPTION, Channel.ONBOARD, 3 * SECOND),
                broken(EventKind.BACKUP_LOST, Channel.BACKUP, 60 * SECOND),
                broken(EventKind.INTERRUPTION, Channel.RADIO, 61 * SECOND));

        assertThat(found).extracting(each -> each.earlier().startNanos()).containsExactly(0L, 60 * SECOND);
        assertThat(found).extracting(FirstFailure::delayNanos).containsExactly(2 * SECOND, SECOND);
    }

    private static List<FirstFailure> among(SupplyEvent... records) {
        return FirstFailure.among(Stream.of(records).toList(), channel -> 10 * MILLI);
    }

    private static SupplyEvent broken(EventKind kind, Channel channel, long startNanos) {
        return new SupplyEvent(1, 1, kind, channel, startNanos, startNanos + 100 * MILLI, false, 0, 12, false, 0, null,
                null);
    }
}
