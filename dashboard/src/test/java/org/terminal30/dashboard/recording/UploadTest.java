package org.terminal30.dashboard.recording;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

class UploadTest {
    @Test
    void recordingThatIsUploaded_isOfTheDashboardsSite(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder, RegistryPlace.in(folder, "riga"))) {
            TestClient anna = dashboard.manager();
            assertThat(anna.post("/api/vehicles", """
                    {"plate":"A 417 KH","make":"Nissan","model":"Terrano"}""").statusCode()).isEqualTo(201);

            var answer = anna.send(anna.to("/api/vehicles/1/recordings?name=drive.csv&start=2026-03-04T10:00:00Z")
                    .header("Content-Type", "application/octet-stream").header("X-CSRF-TOKEN", anna.csrfToken())
                    .POST(BodyPublishers.ofString("time_s,onboard\n0,12.5\n0.1,12.5\n0.2,12.5\n")));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            try (HistorySnapshot snapshot = dashboard.server().part(History.class).snapshot()) {
                assertThat(snapshot.extents()).isNotEmpty().allMatch(extent -> extent.series().bay().site().equals(
                        "riga"));
            }
        }
    }
}
