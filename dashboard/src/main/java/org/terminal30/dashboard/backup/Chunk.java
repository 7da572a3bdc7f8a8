package org.terminal30.dashboard.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A piece of a backup. */
final class Chunk {
    private final Kind kind;
    private final String place;
    private final long entries;
    private final byte[] content;

    /**
     * A piece.
     *
     * @param place what it is a piece of, for people and to be found by: {@code main/1/onboard/2026-11-21T10:00:00Z}
     * @param entries rows, cells, events or waveforms in it
     * @param content as its kind writes it; not changed by anybody
     */
    Chunk(Kind kind, String place, long entries, byte[] content) {
        this.kind = kind;
        this.place = place;
        this.entries = entries;
        this.content = content;
    }

    /** What is in a chunk, in the order in which it is put back. */
    enum Kind {
        /** Rows of a table of the registry, as JSON. */
        REGISTRY,
        /** An hour of a series, or coarser cells of hours that are gone. */
        CELLS,
        /** Lines of the wire. */
        WAVEFORMS,
        /** Lines of the wire. */
        EVENTS
    }

    Kind kind() {
        return kind;
    }

    String place() {
        return place;
    }

    long entries() {
        return entries;
    }

    byte[] content() {
        return content;
    }

    /** SHA-256 of everything in it. */
    byte[] checksum() {
        MessageDigest digest = sha256();
        digest.update("%s\n%s\n%d\n".formatted(kind, place, entries).getBytes(StandardCharsets.UTF_8));
        digest.update(content);
        return digest.digest();
    }

    /** As errors name it. */
    String name() {
        return switch (kind) {
            case REGISTRY -> "rows of " + place;
            case CELLS -> "windows of " + place;
            case WAVEFORMS -> "waveforms of " + place;
            case EVENTS -> "events from " + place;
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One checksum over several, in order. */
    static void add(MessageDigest all, byte[] checksum) {
        all.update(ByteBuffer.wrap(checksum));
    }
}
