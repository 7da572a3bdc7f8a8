package org.terminal30.dashboard.history.sqlite;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.terminal30.dashboard.history.cells.Cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackingTest {
    private static final long SEED = 30;
    private static final int ROUNDS = 300;

    @Test
    void anyCells_comeBackAsTheyWere() throws DamagedException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Cells cells = cells(random, random.nextInt(400));

            assertThat(Packing.unpacked(Packing.packed(cells))).as("seed %d, round %d", SEED, round).isEqualTo(cells);
            var in = new NumberReader(CellsCodec.bytes(cells), 0);
            assertThat(CellsCodec.read(in)).as("seed %d, round %d", SEED, round).isEqualTo(cells);
            assertThat(in.more()).isFalse();
        }
    }

    /** A few bits before the checksum fill up the last byte and mean nothing. */
    @Test
    void anyChangedOrMissingByte_isNoticed_orMadeNoDifference() {
        Random random = new Random(SEED);
        int noticed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Cells cells = cells(random, 1 + random.nextInt(200));
            byte[] packed = Packing.packed(cells);
            byte[] damaged = packed.clone();
            damaged[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));

            try {
                assertThat(Packing.unpacked(damaged)).as("seed %d, round %d", SEED, round).isEqualTo(cells);
            } catch (DamagedException expected) {
                noticed++;
            }
            assertThatThrownBy(() -> Packing.unpacked(cut)).as("seed %d, round %d", SEED, round)
                    .isInstanceOf(DamagedException.class);
        }
        assertThat(noticed).isGreaterThan(ROUNDS * 9 / 10);
    }

    @Test
    void bytesThatNobodyWrote_areRefusedWithoutHarm() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS * 10; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                Cells cells = CellsCodec.read(new NumberReader(bytes, 0));
                assertThat(cells.size()).isLessThanOrEqualTo(bytes.length);
            } catch (DamagedException expected) {
                assertThat(expected).hasMessageMatching("(ends|has|says|goes) .*");
            }
        }
    }

    private static Cells cells(Random random, int size) {
        Cells cells = new Cells();
        long start = random.nextLong(7_000_000_000_000_000_000L);
        for (int i = 0; i < size; i++) {
            start += random.nextInt(10) == 0 ? 1 + random.nextLong(1_000_000_000_000L) : 100_000_000;
            long count = random.nextInt(1, random.nextInt(10) == 0 ? 1_000_000 : 90);
            long lowest = random.nextInt(10) == 0
                    ? random.nextLong(-10_000_000_000L, 10_000_000_000L)
                    : 12_000_000 + random.nextInt(10_000);
            long height = random.nextInt(20) == 0 ? random.nextLong(10_000_000_000L) : random.nextInt(10_000);
            cells.append(start, lowest, lowest + height, count * lowest + random.nextLong(count * height + 1), count);
        }
        return cells;
    }
}
