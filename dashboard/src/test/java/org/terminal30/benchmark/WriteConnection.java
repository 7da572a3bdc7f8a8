package org.terminal30.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that posts line protocol. It does next to nothing itself, because it shares the processor with what is measured.
 * Used by one thread.
 */
final class WriteConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    /** {@code headers}: each ended by a line break. */
    WriteConnection(URI write, String headers) throws IOException {
        this.socket = new Socket(write.getHost(), write.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.head = "POST %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain; charset=utf-8\r\n%s".formatted(
                write.getPath(), write.getQuery(), write.getAuthority(), headers);
    }

    /** A header with the token of a bay. */
    static String token(String token) {
        return "Authorization: Token " + token + "\r\n";
    }

    /**
     * Posts a body and waits for the answer.
     *
     * @throws IllegalStateException when it is not 204
     */
    void post(byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 256);
        request.writeBytes((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        request.writeTo(out);
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String said = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 204")) {
            throw new IllegalStateException("answered %s %s".formatted(status, said));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
