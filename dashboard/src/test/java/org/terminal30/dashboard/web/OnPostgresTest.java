package org.terminal30.dashboard.web;

import java.nio.file.Path;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;

/** Everything that the REST interface does with the registry, with the registry in PostgreSQL. */
@NeedsProgram("postgres")
class OnPostgresTest {
    @Nested
    class WorkshopDay extends WorkshopDayTest {
        WorkshopDay(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class HeadUnits extends HeadUnitsTest {
        HeadUnits(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Savers extends SaversTest {
        Savers(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Procedure extends ProcedureTest {
        Procedure(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class CodeEntry extends CodeEntryTest {
        CodeEntry(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Reports extends ReportsTest {
        Reports(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Diagnosis extends DiagnosisTest {
        Diagnosis(@TempDir Path folder) {
            super(folder);
        }

        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Shelving extends ShelvingTest {
        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }
    }

    @Nested
    class Codes extends CodesTest {
        @Override
        TestDashboard open(Path folder) {
            return TestPostgres.fresh(folder);
        }

        @Override
        String kept(Path folder) {
            return String.join("\n", TestPostgres.server().psql(TestPostgres.database(folder), """
                    select * from site_main.kept_code, site_main.code_reveal, site_main.audit"""));
        }
    }
}
