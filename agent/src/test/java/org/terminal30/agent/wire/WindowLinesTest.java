package org.terminal30.agent.wire;

import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class WindowLinesTest {
    private static final long SEED = 30;
    private static final int ROUNDS = 20_000;
    private static final BayId BAY = new BayId("main", "1");

    @Test
    void windowsAsBaysWriteThem_areReadAsTheLongWayReadsThem() throws MalformedLineException {
        Random random = new Random(SEED);
        WindowLines lines = new WindowLines(BAY, 1);
        for (int round = 0; round < ROUNDS; round++) {
            String line = RecordCodec.line(window(random));

            // Below a thousandth there is an exponent, which is left to the long way.
            if (!line.contains("E")) {
                assertThat(lines.read(line)).as("seed %d: %s", SEED, line).isNotNull().isEqualTo(longWay(line));
            }
        }
    }

    /** A line that somebody changed may be left to the long way, but is never read otherwise. */
    @Test
    void changedLine_isLeftAloneOrReadAsTheLongWayReadsIt() {
        Random random = new Random(SEED);
        WindowLines lines = new WindowLines(BAY, 1);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder changed = new StringBuilder(RecordCodec.line(window(random)));
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(changed.length());
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(at, "0123456789.-+eEi,= \\\"x".charAt(random.nextInt(22)));
                    case 1 -> changed.deleteCharAt(at);
                    default -> changed.insert(at, "0123456789.-+eEi,= ".charAt(random.nextInt(19)));
                }
            }
            WireRecord.Window read = lines.read(changed.toString());
            if (read != null) {
                assertThat(read).as("seed %d: %s", SEED, changed).isEqualTo(orNull(changed.toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agent,bay=1,site=main version=\"1\" 5",
            "voltage,bay=2,channel=onboard,site=main min=1,max=1,sum=1,n=1i 5",
            "voltage,channel=onboard,bay=1,site=main min=1,max=1,sum=1,n=1i 5",
            "voltage,bay=1,channel=onboard,site=main min=1e1,max=10,sum=10,n=1i 5",
            "voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=0i 5",
            "voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1i 99999999999999999999",
            "voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1i 5 ",
            "voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1i"})
    void anythingElse_isLeftToTheLongWay(String line) {
        assertThat(new WindowLines(BAY, 1).read(line)).isNull();
    }

    private static WireRecord.Window window(Random random) {
        double lowest = WindowLimits.rounded(random.nextDouble(-20, 30));
        double highest = WindowLimits.rounded(lowest + random.nextDouble());
        long count = random.nextInt(1, 100);
        return new WireRecord.Window(BAY, List.of(Channel.values()).get(random.nextInt(Channel.values().length)),
                random.nextLong(7_000_000_000_000_000_000L), lowest, highest,
                WindowLimits.rounded(random.nextDouble(lowest, highest + 0.1) * count), count);
    }

    private static WireRecord longWay(String line) throws MalformedLineException {
        return RecordCodec.record(LineProtocol.parse(line, 1, 0));
    }

    private static @Nullable WireRecord orNull(String line) {
        try {
            return longWay(line);
        } catch (MalformedLineException refused) {
            return null;
        }
    }
}
