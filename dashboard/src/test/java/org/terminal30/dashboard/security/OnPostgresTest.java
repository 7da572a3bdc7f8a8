package org.terminal30.dashboard.security;

import java.nio.file.Path;

import org.junit.jupiter.api.Nested;

import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;

/** Who may come in, with the registry in PostgreSQL. */
@NeedsProgram("postgres")
class OnPostgresTest {
    @Nested
    class People extends PeopleTest {
        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class SetUp extends SetUpTest {
        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class LogIn extends LogInTest {
        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }
}
