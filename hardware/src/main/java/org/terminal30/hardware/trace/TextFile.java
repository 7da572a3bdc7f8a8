package org.terminal30.hardware.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The text of a file, unpacked and decoded by what stands in it, never by its name.
 *
 * @param reader at its first character, after a byte-order mark
 * @param encoding of the characters
 * @param gzip whether it was compressed
 */
record TextFile(Reader reader, Charset encoding, boolean gzip) {
    /** So much is looked at to tell UTF-8 from Latin-1. */
    private static final int PROBE_BYTES = 65_536;
    private static final int BUFFER_BYTES = 262_144;

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE_MARK = {(byte) 0xFE, (byte) 0xFF};

    /** @throws TraceException when there is no such file, or no text in it */
    static TextFile open(Path file) throws TraceException {
        try {
            InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
            return opened(file, packed);
        } catch (NoSuchFileException e) {
            throw new TraceException(file, "there is no such file");
        } catch (IOException e) {
            throw new TraceException(file, "cannot be opened: " + e.getMessage());
        }
    }

    private static TextFile opened(Path file, InputStream packed) throws IOException, TraceException {
        try {
            boolean gzip = startsWith(probe(packed, GZIP.length), GZIP);
            InputStream bytes = gzip
                    ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER_BYTES), BUFFER_BYTES)
                    : packed;
            byte[] first = probe(bytes, PROBE_BYTES);
            Charset encoding = encoding(file, first);
            bytes.skipNBytes(markLength(first));
            return new TextFile(new InputStreamReader(bytes, encoding), encoding, gzip);
        } catch (IOException | TraceException e) {
            packed.close();
            throw e;
        }
    }

    private static byte[] probe(InputStream bytes, int length) throws IOException {
        bytes.mark(length);
        byte[] first = bytes.readNBytes(length);
        bytes.reset();
        return first;
    }

    private static Charset encoding(Path file, byte[] first) throws TraceException {
        if (startsWith(first, UTF_16_LE_MARK)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(first, UTF_16_BE_MARK)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(first, ZIP)) {
            throw new TraceException(file, "is a ZIP archive or a spreadsheet; save it as CSV");
        }
        if (contains(first, (byte) 0)) {
            throw new TraceException(file, "is not text, should be CSV, plain or compressed with gzip");
        }
        return isUtf8(first) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static int markLength(byte[] first) {
        if (startsWith(first, UTF_8_MARK)) {
            return UTF_8_MARK.length;
        }
        return startsWith(first, UTF_16_LE_MARK) || startsWith(first, UTF_16_BE_MARK) ? UTF_16_LE_MARK.length : 0;
    }

    /** Not asked for the end of its input, the decoder forgives a character that the probe has cut in two. */
    private static boolean isUtf8(byte[] first) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(first), CharBuffer.allocate(first.length), false).isError();
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
