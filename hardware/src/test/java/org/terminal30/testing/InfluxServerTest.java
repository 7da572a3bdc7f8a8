package org.terminal30.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsProgram({"influxd", "nginx"})
class InfluxServerTest {
    @Test
    void pointWrittenWithTheApiOfVersion2_isReadBackAndSurvivesAnOutage() throws Exception {
        try (var influx = new InfluxServer(); var http = HttpClient.newHttpClient()) {
            influx.createDatabase("terminal30");
            assertThat(influx.queryCsv("terminal30", "SELECT min FROM voltage")).isEmpty();

            assertThat(write(http, influx, "voltage,channel=onboard min=12.69 1763683200000000000")).isEqualTo(204);
            assertThat(write(http, influx, "voltage,channel=onboard")).isEqualTo(400);

            influx.stop();
            assertThatThrownBy(() -> influx.queryCsv("terminal30", "SELECT min FROM voltage"))
                    .hasMessageContaining("does not answer");

            influx.start();
            assertThat(influx.queryCsv("terminal30", "SELECT min FROM voltage")).isEqualToIgnoringNewLines("""
                    name,tags,time,min
                    voltage,,1763683200000000000,12.69
                    """);
        }
    }

    private static int write(HttpClient http, InfluxServer influx, String line) throws Exception {
        var request = HttpRequest.newBuilder(
                URI.create(influx.url() + "/api/v2/write?org=-&bucket=terminal30&precision=ns"))
                .header("Authorization", "Token any").POST(HttpRequest.BodyPublishers.ofString(line)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
