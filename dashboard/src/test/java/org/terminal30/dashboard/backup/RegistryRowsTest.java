package org.terminal30.dashboard.backup;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryRowsTest {
    @Test
    void whatIsEnteredWhileSqliteIsRead_isNotSeen_andDoesNotWait(@TempDir Path folder) throws SQLException {
        isOfOneMoment(RegistryPlace.in(folder));
    }

    @Test
    @NeedsProgram("postgres")
    void whatIsEnteredWhilePostgresIsRead_isNotSeen_andDoesNotWait(@TempDir Path folder) throws SQLException {
        isOfOneMoment(TestPostgres.site(TestPostgres.database(folder), "main"));
    }

    private static void isOfOneMoment(RegistryPlace place) throws SQLException {
        try (Registry registry = Registry.open(place, Registry.Use.COMMAND); Handle reader = registry.jdbi().open()) {
            RegistryRows.beginReading(reader);
            assertThat(RegistryRows.version(reader)).isNotEmpty();
            registry.jdbi().useTransaction(writer -> writer.execute("insert into bay values ('main', '1', 0)"));
            assertThat(read(reader)).isEmpty();
            RegistryRows.endReading(reader);

            assertThat(read(reader)).singleElement().satisfies(chunk -> assertThat(chunk.entries()).isEqualTo(1));
            reader.useTransaction(writer -> writer.execute("insert into bay values ('main', '2', 0)"));
            assertThat(RegistryRows.count(reader, "bay")).as("it writes again").isEqualTo(2);
        }
    }

    private static List<Chunk> read(Handle reader) throws SQLException {
        List<Chunk> chunks = new ArrayList<>();
        RegistryRows.read(reader, "bay", chunks::add);
        return chunks;
    }
}
