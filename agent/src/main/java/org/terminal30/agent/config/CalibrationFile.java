package org.terminal30.agent.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;

/**
 * The file of a bay's calibrations, for people too: what stands in it stays, a new record is written after it.
 *
 * @param path need not exist: then nothing was ever compared
 * @param history what stood in it when it was read
 */
public record CalibrationFile(Path path, CalibrationHistory history) {
    /** More than anybody calibrates in the life of a bay. */
    static final int MAX_RECORDS = 10_000;
    private static final String HEAD = """
            # Calibrations of a bay, oldest first; written by terminal30-agent calibrate.
            # Of each channel and device the latest counts. reading: without calibration; meter_shows: the reference.
            """;

    /**
     * The file as it is now.
     *
     * @throws BayConfigException with every fault of the file
     */
    public static CalibrationFile read(Path file) throws BayConfigException {
        try {
            return new CalibrationFile(file,
                    Files.exists(file) ? parsed(file, Files.readString(file)) : CalibrationHistory.NONE);
        } catch (IOException unreadable) {
            throw new BayConfigException(file, List.of("%s cannot be read: %s".formatted(file, unreadable)));
        }
    }

    /**
     * Writes a record after those of the file, all or nothing: a reader sees the old file or the new one, and so does whoever
     * starts after a loss of power.
     *
     * @throws BayConfigException when what stands in the file cannot be read; it is left as it is
     * @throws IOException when the new file cannot be written; the old one is left as it is
     */
    public void append(CalibrationRecord record) throws BayConfigException, IOException {
        String before = Files.exists(path) ? Files.readString(path) : HEAD;
        List<CalibrationRecord> expected = new ArrayList<>(parsed(path, before).records());
        expected.add(record);
        String after = before + (before.endsWith("\n") ? "\n" : "\n\n") + text(record);
        if (!parsed(path, after).records().equals(expected)) {
            throw new IOException("%s would not be read back as it was written, it is left as it is".formatted(path));
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(after.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static CalibrationHistory parsed(Path file, String text) throws BayConfigException {
        List<String> faults = new ArrayList<>();
        List<CalibrationRecord> records = new ArrayList<>();
        try {
            var root = new Section("", new TomlMapper().readTree(text), faults);
            for (Section in : root.sections("calibration")) {
                CalibrationSection.record(in).ifPresent(records::add);
            }
            root.done();
        } catch (JsonProcessingException notToml) {
            faults.add("not TOML at line %d, column %d: %s".formatted(notToml.getLocation().getLineNr(),
                    notToml.getLocation().getColumnNr(), notToml.getOriginalMessage()));
        }
        if (records.size() > MAX_RECORDS) {
            faults.add("there are %d calibrations, at most %d are kept in one file".formatted(records.size(),
                    MAX_RECORDS));
        }
        if (!faults.isEmpty()) {
            throw new BayConfigException(file, faults);
        }
        return new CalibrationHistory(records);
    }

    private static String text(CalibrationRecord record) {
        var text = new StringBuilder("[[calibration]]\n");
        line(text, "channel", quoted(record.channel().wireName()));
        line(text, "device", quoted(record.device()));
        line(text, "date", record.date().toString());
        line(text, "who", quoted(record.who()));
        line(text, "meter", quoted(record.meter()));
        line(text, "low", text(record.low()));
        line(text, "high", text(record.high()));
        Point check = record.check();
        Double residual = record.residual();
        if (check != null && residual != null) {
            line(text, "check", text(check));
            line(text, "residual", String.format(Locale.ROOT, "%.4f", residual));
        }
        if (record.celsius() != null) {
            line(text, "celsius", record.celsius().toString());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private static String text(Point point) {
        return "{ reading = %s, meter_shows = %s }".formatted(point.reading(), point.reference());
    }

    /** A basic string of TOML. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append("\\u%04X".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
