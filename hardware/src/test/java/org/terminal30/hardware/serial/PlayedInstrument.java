package org.terminal30.hardware.serial;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A simulated instrument at the other end of a cable, in a thread that ends when the cable is pulled. */
public final class PlayedInstrument {
    private PlayedInstrument() {
    }

    /** Answers what it is asked until the cable is pulled. */
    public static void answering(TalkingInstrument instrument, Path end) {
        play(end, (in, out) -> {
            byte[] buffer = new byte[256];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                out.write(instrument.answer(new String(buffer, 0, count, StandardCharsets.US_ASCII)));
            }
        });
    }

    /** Says the same again and again until the cable is pulled. */
    static void repeating(byte[] block, int everyMillis, Path end) {
        saying(() -> block, everyMillis, end);
    }

    /** Says something again and again until the cable is pulled. */
    public static void saying(Supplier<byte[]> what, int everyMillis, Path end) {
        play(end, (in, out) -> {
            while (true) {
                out.write(what.get());
                Thread.sleep(everyMillis);
            }
        });
    }

    private interface Part {
        void play(FileInputStream in, FileOutputStream out) throws IOException, InterruptedException;
    }

    private static void play(Path end, Part part) {
        FileInputStream in;
        FileOutputStream out;
        try {
            in = new FileInputStream(end.toFile());
            out = new FileOutputStream(end.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("no cable at " + end, e);
        }
        Thread.ofPlatform().daemon().name("instrument").start(() -> {
            try (in; out) {
                part.play(in, out);
            } catch (IOException cableWasPulled) {
                // The end of this instrument; whoever puts the cable back plays another.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
