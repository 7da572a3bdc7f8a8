package org.terminal30.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsProgram("postgres")
class PostgresServerTest {
    @Test
    void serverThatWasStopped_hasItsDataAfterTheNextStart() {
        try (var server = new PostgresServer()) {
            server.createDatabase("workshop");
            server.psql("workshop", "create table car (plate text)");
            server.psql("workshop", "insert into car values ('A 417 KH')");

            server.stop();
            assertThatThrownBy(() -> server.psql("workshop", "select 1")).hasMessageContaining("psql ended with 2");

            server.start();
            assertThat(server.psql("workshop", "select plate from car")).containsExactly("A 417 KH");
        }
    }
}
