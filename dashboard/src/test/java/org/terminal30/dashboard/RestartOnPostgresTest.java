package org.terminal30.dashboard;

import java.nio.file.Path;

import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;

/** The same with the registry in PostgreSQL. */
@NeedsProgram("postgres")
class RestartOnPostgresTest extends RestartTest {
    @Override
    TestDashboard open(Path folder) {
        return TestPostgres.fresh(folder);
    }
}
