package org.terminal30.dashboard.registry;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What both registries do alike. */
abstract class RegistryContract {
    private static final String PERSON = """
            insert into person (name, role, password_hash, created_at) values (:name, 'manager', '', 0)""";

    abstract Registry registry();

    /** Name and columns of a table, and the tables it refers to. */
    abstract List<String> tables();

    abstract List<String> tablesReferredToBy(String table);

    private static long enter(Handle handle, String name) {
        return handle.createUpdate(PERSON).bind("name", name).executeAndReturnGeneratedKeys("id").mapTo(Long.class)
                .one();
    }

    @Test
    void listOfTables_isWholeAndEachComesAfterWhatItRefersTo() {
        assertThat(Registry.TABLES).containsExactlyInAnyOrderElementsOf(tables());
        for (String table : Registry.TABLES) {
            assertThat(Registry.TABLES.subList(0, Registry.TABLES.indexOf(table))).as(table)
                    .containsAll(tablesReferredToBy(table));
        }
    }

    @Test
    void afterIdsWerePutIn_newOnesAreHigher() {
        registry().jdbi().useHandle(handle -> {
            enter(handle, "First");
            handle.execute("insert into person (id, name, role, password_hash, created_at)"
                    + " values (41, 'Copied', 'manager', '', 0)");
        });
        registry().idsWerePutIn();
        assertThat(registry().jdbi().<Long, RuntimeException>withHandle(handle -> enter(handle, "Later")))
                .isEqualTo(42);
        registry().jdbi().useHandle(handle -> handle.execute("delete from person"));
        registry().idsWerePutIn();
        assertThat(registry().jdbi().<Long, RuntimeException>withHandle(handle -> enter(handle, "Again"))).isEqualTo(1);
    }

    @Test
    void nameThatDiffersInCase_isTaken() {
        registry().jdbi().useHandle(handle -> enter(handle, "Olga"));
        assertThatThrownBy(() -> registry().jdbi().useHandle(handle -> enter(handle, "oLGA")))
                .isInstanceOf(UnableToExecuteStatementException.class);
    }

    @Test
    void texts_areOrderedAndComparedByteByByte() {
        registry().jdbi().useHandle(handle -> {
            for (String bay : List.of("b", "a-1", "a1", "a", "B")) {
                handle.execute("insert into bay (site, bay, first_seen_at) values ('main', ?, 0)", bay);
            }
            assertThat(handle.createQuery("select bay from bay order by bay").mapTo(String.class).list())
                    .containsExactly("B", "a", "a-1", "a1", "b");
        });
    }

    /** What {@code People} needs so that the last manager stays, and {@code Vehicles} so that a plate is one car's. */
    @Test
    void transactionThatLooksAndThenWrites_isAloneUntilItEnds() throws Exception {
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            CountDownLatch looked = new CountDownLatch(1);
            Future<Integer> other = registry().jdbi().inTransaction(first -> {
                assertThat(managers(first)).isZero();
                Future<Integer> second = others.submit(() -> registry().jdbi().inTransaction(handle -> {
                    int seen = managers(handle);
                    looked.countDown();
                    return seen;
                }));
                assertThat(looked.await(300, TimeUnit.MILLISECONDS)).as("the other has looked").isFalse();
                enter(first, "Anna");
                return second;
            });
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    private static int managers(Handle handle) {
        return handle.createQuery("select count(*) from person").mapTo(Integer.class).one();
    }
}
