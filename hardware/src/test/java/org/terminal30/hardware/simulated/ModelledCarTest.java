package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Timed;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The whole chain from the model through chips and drivers to volts, on a clock that jumps. */
class ModelledCarTest {
    private static final List<Channel> ALL = List.of(Channel.values());
    private static final List<Timed> SWAP = List.of(Timed.at(2, new Action.Connect(Contact.SAVER, false)),
            Timed.at(4, new Action.Disconnect(Contact.BATTERY)), Timed.at(6, new Action.Slip(Contact.SAVER, 0.5)),
            Timed.at(8, new Action.Connect(Contact.BATTERY, false)));

    private interface Opener {
        VoltageSource open(VoltageModel model, NanoClock clock);
    }

    private static Map<Channel, List<Double>> played(Opener opener, long seed, long seconds)
            throws InterruptedException {
        var clock = new VirtualClock();
        var car = new ModelledCar(new CarModel(Parts.TYPICAL, Beginning.PARKED, SWAP, seed), clock.nanoTime(), seed);
        Map<Channel, List<Double>> values = new EnumMap<>(Channel.class);
        try (VoltageSource source = opener.open(car, clock)) {
            while (clock.nanoTime() < seconds * 1_000_000_000) {
                source.poll(block -> {
                    for (int i = 0; i < block.size(); i++) {
                        values.computeIfAbsent(block.channel(), any -> new ArrayList<>()).add(block.valueAt(i));
                    }
                });
            }
        }
        return values;
    }

    private static Map<Channel, List<Double>> throughChips(long seed) throws InterruptedException {
        return played((model, clock) -> SimulatedFrontEnd.measuring(model, ALL, clock), seed, 10);
    }

    @Test
    void driversOnAVirtualClock_readEveryChannelOfTheModel() throws InterruptedException {
        Map<Channel, List<Double>> values = throughChips(3);

        assertThat(values).containsOnlyKeys(ALL);
        assertThat(values.get(Channel.ONBOARD)).hasSizeBetween(7_500, 9_000);
        assertThat(values.get(Channel.RADIO)).as("two on one chip").hasSizeBetween(2_000, 5_000);
        assertThat(values.get(Channel.BACKUP_CURRENT)).hasSizeBetween(7_500, 9_500);
        assertThat(of(values, Channel.ONBOARD).getFirst()).isCloseTo(12.55, within(0.02));
        assertThat(values.get(Channel.BACKUP_CURRENT)).anyMatch(amperes -> amperes > 0.5);
        assertThat(of(values, Channel.BATTERY).getLast()).isCloseTo(12.55, within(0.15));
    }

    @Test
    void sameSeed_givesTheSameSamples() throws InterruptedException {
        assertThat(throughChips(5)).isEqualTo(throughChips(5));
        assertThat(throughChips(5)).isNotEqualTo(throughChips(6));
    }

    @Test
    void directSource_readsWhatTheChipsRead() throws InterruptedException {
        Map<Channel, List<Double>> chips = throughChips(3);
        Map<Channel, List<Double>> direct = played((model, clock) -> new DirectSource(model, ALL, 860, clock), 3, 10);

        assertThat(lowest(direct, Channel.ONBOARD)).isCloseTo(lowest(chips, Channel.ONBOARD), within(0.1));
        for (Channel channel : ALL) {
            assertThat(mean(direct, channel)).as(channel.wireName()).isCloseTo(mean(chips, channel), within(0.02));
        }
    }

    private static List<Double> of(Map<Channel, List<Double>> values, Channel channel) {
        return values.getOrDefault(channel, List.of());
    }

    private static double lowest(Map<Channel, List<Double>> values, Channel channel) {
        return of(values, channel).stream().mapToDouble(value -> value).min().orElseThrow();
    }

    private static double mean(Map<Channel, List<Double>> values, Channel channel) {
        return of(values, channel).stream().mapToDouble(value -> value).average().orElseThrow();
    }
}
