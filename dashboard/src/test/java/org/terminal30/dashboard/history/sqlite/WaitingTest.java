package org.terminal30.dashboard.history.sqlite;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.sqlite.Waiting.Due;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingTest {
    private static final Span SPAN = new Span(1, 0);
    private static final int MANY = 1_000;

    private final Waiting waiting = new Waiting(MANY);

    @Test
    void whatArrivesWhileItsSpanIsSealed_isSeenWithTheRestAndStays() {
        waiting.add(1, List.of(part(0, 12)));
        Due due = waiting.nextDue(true).orElseThrow();
        waiting.add(2, List.of(part(5, 13), part(0, 11)));

        assertThat(waiting.of(SPAN)).hasValueSatisfying(cells -> {
            assertThat(cells.size()).isEqualTo(2);
            assertThat(cells.minimum(0)).as("the later value").isEqualTo(11);
        });
        assertThat(waiting.oldestJournal()).isEqualTo(1);

        waiting.sealed(due);

        assertThat(waiting.of(SPAN)).hasValueSatisfying(cells -> assertThat(cells.size()).isEqualTo(2));
        assertThat(waiting.oldestJournal()).isEqualTo(2);
    }

    @Test
    void spanThatCouldNotBeSealed_isDueAgainWithEverything() {
        waiting.add(1, List.of(part(0, 12)));
        Due due = waiting.nextDue(true).orElseThrow();
        waiting.add(2, List.of(part(5, 13)));
        waiting.failed(due);

        Due again = waiting.nextDue(true).orElseThrow();
        assertThat(again.windows().size()).isEqualTo(2);
        assertThat(again.firstJournal()).isEqualTo(1);
        assertThat(again.lastJournal()).isEqualTo(2);
        waiting.sealed(again);
        assertThat(waiting.nextDue(true)).isEmpty();
        assertThat(waiting.oldestJournal()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void span_isDueWhenItIsLeftAlone_orOld_orTooMuch() {
        waiting.add(1, List.of(part(0, 12)));
        waiting.nextRound();
        assertThat(waiting.nextDue(false)).as("just written").isEmpty();
        waiting.nextRound();
        waiting.sealed(waiting.nextDue(false).orElseThrow());

        for (int round = 0; round < 90; round++) {
            waiting.add(2 + round, List.of(part(round, 12)));
            assertThat(waiting.nextDue(false)).as("round %d", round).isEmpty();
            waiting.nextRound();
        }
        waiting.sealed(waiting.nextDue(false).orElseThrow());

        for (int i = 0; i <= MANY; i++) {
            assertThat(waiting.isTooMuch()).isFalse();
            waiting.add(100 + i, List.of(part(i, 12)));
        }
        assertThat(waiting.isTooMuch()).isTrue();
        assertThat(waiting.nextDue(false)).isPresent();
    }

    @Test
    void oldestSpan_hasItsTurnThoughItIsTheEmptiest() {
        Span other = new Span(SPAN.series(), SPAN.number() + 1);
        waiting.add(1, List.of(part(0, 12)));
        waiting.add(2, List.of(new Part(other, part(0, 12).windows()), new Part(other, part(5, 13).windows())));

        assertThat(waiting.nextOldest()).hasValueSatisfying(due -> assertThat(due.span()).isEqualTo(SPAN));
    }

    private static Part part(long start, long value) {
        Cells cells = new Cells();
        cells.append(start, value, value, value, 1);
        return new Part(SPAN, cells);
    }
}
