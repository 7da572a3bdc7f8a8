package org.terminal30.dashboard.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/** A bay as the wire knows it: writes lines with its token and reads its orders. */
public final class FakeBay {
    private final TestClient client;
    private final String token;

    FakeBay(TestClient client, String token) {
        this.client = client;
        this.token = token;
    }

    public HttpResponse<String> write(WireRecord... records) {
        return write(List.of(records).stream().map(RecordCodec::line).collect(Collectors.joining("\n")));
    }

    public HttpResponse<String> write(String lines) {
        return write("?bucket=terminal30&precision=ns", lines);
    }

    public HttpResponse<String> write(String query, String lines) {
        return client.send(request(query).POST(BodyPublishers.ofString(lines)));
    }

    public HttpResponse<String> writeCompressed(String lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return writeBytes(body.toByteArray());
    }

    /** Sends bytes that say they are compressed. */
    public HttpResponse<String> writeBytes(byte[] compressed) {
        return client.send(request("?bucket=terminal30").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed)));
    }

    private HttpRequest.Builder request(String query) {
        return client.to("/api/v2/write" + query).header("Authorization", "Token " + token)
                .header("Content-Type", "text/plain; charset=utf-8");
    }

    /** The orders for a bay, from now on. */
    public EventStream orders(String bay) {
        return client.stream(URI.create("/api/bays/" + bay + "/orders"), "Token " + token);
    }
}
