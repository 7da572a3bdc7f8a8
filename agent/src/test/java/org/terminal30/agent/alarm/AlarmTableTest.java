package org.terminal30.agent.alarm;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of B4, cell by cell, on a board that is driven through it. */
class AlarmTableTest {
    private static final List<EventKind> COLUMNS = List.of(EventKind.LOW, EventKind.CRITICAL, EventKind.INTERRUPTION,
            EventKind.REVERSED, EventKind.BACKUP_LOST, EventKind.FEED_LOST, EventKind.NOT_WATCHING, EventKind.SURGE,
            EventKind.DIP, EventKind.CRANKING);

    /** A dash where nothing is alarmed; a circle is status only, ! a warning, !! critical, L latched. */
    private static final String TABLE = """
            phase             | circumstances | low | critical | interruption | reversed | backup-lost | feed-lost | not-watching | surge | dip | cranking
            NO_JOB_NO_VEHICLE |               | -   | -        | -            | -        | -           | -         | -            | -     | -   | -
            NO_JOB_VEHICLE    |               | o   | !        | !!           | !!       | -           | -         | -            | -     | -   | -
            PREPARING         |               | o   | !        | !!           | !!       | !           | -         | !            | !     | -   | -
            ARMED             |               | o   | !        | !!L          | !!L      | !!L         | !!L       | !!           | !     | -   | -
            ARMED             | 12.59 V       | o   | !        | !!L          | !!L      | !!L         | !!L       | !!           | !     | -   | -
            ARMED             | 12.60 V       | !   | !        | !!L          | !!L      | !!L         | !!L       | !!           | !     | -   | -
            REMOVING_BACKUP   |               | o   | !!       | !!L          | !!L      | -           | -         | !            | !     | -   | -
            ENGINE            |               | o   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            ENGINE            | running       | o   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            ENGINE            | off 59 s      | o   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            ENGINE            | off 60 s      | !   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            ENGINE            | saver seen    | o   | !!       | !!L          | !!L      | !           | -         | !            | !     | -   | -
            WATCH             |               | o   | !!       | !!L          | !!L      | !           | -         | !            | !     | -   | -
            WATCH             | off 59 s      | o   | !!       | !!L          | !!L      | !           | -         | !            | !     | -   | -
            WATCH             | off 60 s      | !   | !!       | !!L          | !!L      | !           | -         | !            | !     | -   | -
            UNATTENDED        |               | o   | !        | !!           | !!       | -           | -         | !            | !     | -   | -
            CODE_ENTRY        |               | !   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            CODE_ENTRY        | saver seen    | !   | !!       | !!L          | !!L      | o           | -         | !            | !     | -   | -
            CODE_ENTRY        | saver used    | !   | !!       | !!L          | !!L      | !!L         | -         | !            | !     | -   | -
            """;
    private static final double NOW_SECONDS = 100;

    static Stream<Arguments> cells() {
        return TABLE.lines().skip(1).flatMap(line -> {
            List<String> row = Stream.of(line.split("\\|")).map(String::strip).toList();
            return Stream.iterate(0, column -> column < COLUMNS.size(), column -> column + 1).map(column -> Arguments
                    .of(Phase.valueOf(row.get(0)), row.get(1), COLUMNS.get(column), row.get(column + 2)));
        });
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @MethodSource("cells")
    void event_isAlarmedAsThePhaseAndTheCircumstancesSay(Phase phase, String circumstances, EventKind kind,
            String cell) {
        AlarmBench bench = AlarmBench.in(phase).at(NOW_SECONDS - 3).circumstances(known(circumstances)).begin(kind)
                .at(NOW_SECONDS);
        assertThat(shown(bench)).isEqualTo(cell);
    }

    private static Circumstances known(String text) {
        return switch (text) {
            case "12.59 V" -> new Circumstances(null, 12.59, Saver.NONE);
            case "12.60 V" -> new Circumstances(null, 12.60, Saver.NONE);
            case "running" -> new Circumstances(Long.MAX_VALUE, null, Saver.NONE);
            case "off 59 s" -> new Circumstances(41_000_000_000L, null, Saver.NONE);
            case "off 60 s" -> new Circumstances(40_000_000_000L, null, Saver.NONE);
            case "saver seen" -> new Circumstances(null, null, Saver.SEEN);
            case "saver used" -> new Circumstances(null, null, Saver.USED);
            default -> Circumstances.UNKNOWN;
        };
    }

    private static String shown(AlarmBench bench) {
        if (bench.board().alarms().isEmpty()) {
            return "-";
        }
        Alarm alarm = bench.alarm();
        assertThat(alarm.sounds()).isEqualTo(alarm.cause().priority() != Priority.STATUS);
        assertThat(alarm.state() == AlarmState.SUPPRESSED).isEqualTo(alarm.cause().priority() == Priority.STATUS);
        String sign = switch (alarm.cause().priority()) {
            case STATUS -> "o";
            case WARNING -> "!";
            case CRITICAL -> "!!";
        };
        return alarm.cause().latching() ? sign + "L" : sign;
    }

    @Test
    void table_namesEveryPhase() {
        assertThat(TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(' '))).distinct())
                .containsExactly(Stream.of(Phase.values()).map(Phase::name).toArray(String[]::new));
    }

    @Test
    void severeSurge_isCriticalWhereASurgeSounds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.SURGE);
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.WARNING);
        bench.acknowledge().end(EventKind.SURGE).at(9).begin(EventKind.SURGE, SupplyEvent.SEVERE);
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void lowWhileTheEngineRuns_soundsAMinuteAfterItWentOff() {
        AlarmBench bench = AlarmBench.in(Phase.ENGINE).at(10)
                .circumstances(new Circumstances(Long.MAX_VALUE, null, Saver.NONE)).begin(EventKind.LOW).at(300)
                .circumstances(new Circumstances(300_000_000_000L, null, Saver.NONE)).at(359.9);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(bench.at(360).alarm().sounds()).isTrue();
    }

    @Test
    void lowOfAnEngineNobodyKnowsOf_soundsAfterAMinute() {
        AlarmBench bench = AlarmBench.in(Phase.ENGINE).circumstances(Circumstances.UNKNOWN).at(10)
                .begin(EventKind.LOW).at(69.9);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(bench.at(70).alarm().sounds()).isTrue();
    }

    @Test
    void circumstanceThatNoLongerHolds_suppressesTheAlarm() {
        AlarmBench bench = AlarmBench.in(Phase.ENGINE).circumstances(new Circumstances(null, null, Saver.SEEN))
                .begin(EventKind.BACKUP_LOST);
        assertThat(bench.alarm().sounds()).isTrue();
        bench.circumstances(Circumstances.UNKNOWN);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
    }

    @ParameterizedTest
    @CsvSource({"LOW, ONBOARD", "BACKUP_LOST, BACKUP"})
    void channel_isThatOfTheEvent(EventKind kind, String channel) {
        assertThat(AlarmBench.in(Phase.WATCH).begin(kind).alarm().channel().name()).isEqualTo(channel);
    }
}
