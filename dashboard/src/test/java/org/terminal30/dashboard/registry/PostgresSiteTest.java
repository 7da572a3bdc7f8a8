package org.terminal30.dashboard.registry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresSiteTest {
    private static PostgresSite site(String url) {
        return new PostgresSite(url, "terminal30", new Password("secret"), 4, "riga-2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"postgresql://db.example/workshop, db.example:5432, workshop",
            "jdbc:postgresql://db.example:6432/workshop?sslmode=verify-full, db.example:6432, workshop",
            "postgresql://[::1]:5433/w, [::1]:5433, w"})
    void address_saysServerAndDatabase(String url, String server, String database) {
        assertThat(site(url).server()).isEqualTo(server);
        assertThat(site(url).database()).isEqualTo(database);
        assertThat(site(url).jdbcUrl()).startsWith("jdbc:postgresql://");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            mysql://db/workshop                        , --registry is "mysql://db/workshop"
            postgresql://db                            , must be postgresql://HOST[:PORT]/DATABASE
            postgresql://db/                           , must be postgresql://HOST[:PORT]/DATABASE
            postgresql://db/a/b                        , must be postgresql://HOST[:PORT]/DATABASE
            workshop                                   , must be postgresql://HOST[:PORT]/DATABASE
            postgresql://db/work shop                  , --registry is no address
            postgresql://db/workshop?user=me           , --registry must not set user
            postgresql://db/w?sslmode=require&Password=x, --registry must not set Password
            postgresql://db/workshop?currentSchema=a   , --registry must not set currentSchema
            """)
    void addressThatCannotBe_isRefused(String url, String fault) {
        assertThatThrownBy(() -> site(url)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(fault);
    }

    @Test
    void passwordInTheAddress_isRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> site("postgresql://me:hunter2@db/workshop")).hasMessageContaining("password file")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void otherFaults_areNamedByTheirOption() {
        assertThatThrownBy(() -> new PostgresSite("postgresql://db/w", " ", Password.NONE, 4, "main"))
                .hasMessage("--registry-user is empty, must be a user of the database");
        assertThatThrownBy(() -> new PostgresSite("postgresql://db/w", "me", Password.NONE, 0, "main"))
                .hasMessage("--registry-connections is 0, must be 1 to 64");
        assertThatThrownBy(() -> new PostgresSite("postgresql://db/w", "me", Password.NONE, 65, "main"))
                .hasMessageContaining("is 65");
        assertThatThrownBy(() -> new PostgresSite("postgresql://db/w", "me", Password.NONE, 4, "Riga"))
                .hasMessageContaining("--site is \"Riga\", must be 1 to 32 of a-z, 0-9 and -");
    }

    @Test
    void whatIsPrinted_hasNoPassword() {
        assertThat(site("postgresql://db/w")).hasToString("site riga-2 in database w at db:5432");
        assertThat(new Password("secret")).hasToString("(hidden)");
    }

    @Test
    void siteHasASchemaOfItsOwn() {
        assertThat(site("postgresql://db/w").schema()).isEqualTo("site_riga_2");
    }

    @Test
    void serverThatIsTooOldOrCannotHoldEveryText_isRefused() {
        assertThatThrownBy(() -> OpeningFault.refuseOld(13, site("postgresql://db/w")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("the server is PostgreSQL 13, must be 14 or newer");
        OpeningFault.refuseOld(14, site("postgresql://db/w"));
        assertThatThrownBy(() -> OpeningFault.refuseEncoding("LATIN1", site("postgresql://db/w")))
                .hasMessageContaining("encoding is LATIN1, must be UTF8");
    }
}
