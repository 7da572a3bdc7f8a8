package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InfluxSettingsTest {
    private static final String URL = "terminal30.history.influx.url";
    private static final URI ADDRESS = URI.create("http://influx.example:8086");

    @TempDir
    private Path folder = Path.of(".");

    private static InfluxSettings read(Map<String, String> properties) {
        return InfluxSettings.read(key -> Optional.ofNullable(properties.get(key)));
    }

    @Test
    void addressAlone_isEnough() {
        assertThat(read(Map.of(URL, ADDRESS.toString()))).isEqualTo(new InfluxSettings(
                new InfluxLogin(ADDRESS, "", ""), new Layout("terminal30"), 2L << 30, 250_000));
    }

    @Test
    void everyKey_isRead() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        InfluxSettings settings = read(Map.of(URL, ADDRESS.toString(), "terminal30.history.influx.org", "workshop",
                "terminal30.history.influx.token-file", token.toString(), "terminal30.history.influx.database", "t30",
                "terminal30.history.spool.limit", "500MB"));
        assertThat(settings).isEqualTo(new InfluxSettings(new InfluxLogin(ADDRESS, "workshop", "secret"),
                new Layout("t30"), 500L << 20, 250_000));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void userAndPassword_areAToken() {
        assertThat(read(Map.of(URL, ADDRESS.toString(), "terminal30.history.influx.user", "admin",
                "terminal30.history.influx.password", "secret")).login().token()).isEqualTo("admin:secret");
    }

    @Test
    void whatIsMissingOrWrong_isNamed() {
        refused("terminal30.history.influx.url is missing", Map.of());
        refused("terminal30.history.influx.url is \"influx:8086\", must be an address", Map.of(URL, "influx:8086"));
        refused("terminal30.history.influx.database is \"My base\"", Map.of(URL, ADDRESS.toString(),
                "terminal30.history.influx.database", "My base"));
        refused("terminal30.history.spool.limit is \"much\", must be a size such as 500MB or 2GB", Map.of(URL,
                ADDRESS.toString(), "terminal30.history.spool.limit", "much"));
        refused("terminal30.history.spool.limit is 0 bytes, must be at least 1MB", Map.of(URL, ADDRESS.toString(),
                "terminal30.history.spool.limit", "0MB"));
        refused("terminal30.history.influx.password-file is missing", Map.of(URL, ADDRESS.toString(),
                "terminal30.history.influx.user", "admin"));
        refused("are both there", Map.of(URL, ADDRESS.toString(), "terminal30.history.influx.user", "admin",
                "terminal30.history.influx.token", "t"));
        refused("terminal30.history.influx.token-file is \"/nowhere/token\", which cannot be read", Map.of(URL,
                ADDRESS.toString(), "terminal30.history.influx.token-file", "/nowhere/token"));
    }

    private static void refused(String why, Map<String, String> properties) {
        assertThatThrownBy(() -> read(properties)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
