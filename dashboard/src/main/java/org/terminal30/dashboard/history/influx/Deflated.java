package org.terminal30.dashboard.history.influx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Lines as bytes of the spool. A body of ours is at most 32 MiB, and so are its lines. */
final class Deflated {
    /** What lines look like: a batch of two windows takes 36 bytes each with it, and 63 without. Never to be changed. */
    private static final byte[] LIKELY = """
            event,bay=1,channel=backup_lead,id=,kind=,site=main rev=1i,open=true,duration=0i,min=0.0,max=0.0,\
            saturated=false,job="",clock="synchronised",fields="rev open duration min max saturated job clock" \
            voltage,bay=1,channel=onboard,site=main min=12.6,max=12.7,sum=1093.1,n=86i 17
            voltage,bay=1,channel=backup,site=main min=12.6,max=12.7,sum=1093.1,n=86i 17"""
            .getBytes(StandardCharsets.UTF_8);

    private Deflated() {
    }

    static byte[] of(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setDictionary(LIKELY);
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                for (String line : lines) {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The lines again.
     *
     * @throws IOException when the bytes are damaged
     */
    static List<String> lines(byte[] deflated) throws IOException {
        try (Inflater inflater = new Knowing();
                var in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Knows the dictionary when it is asked for. */
    private static final class Knowing extends Inflater {
        @Override
        public int inflate(byte[] output, int offset, int length) throws DataFormatException {
            int inflated = super.inflate(output, offset, length);
            if (inflated == 0 && needsDictionary()) {
                setDictionary(LIKELY);
                return super.inflate(output, offset, length);
            }
            return inflated;
        }
    }
}
