package org.terminal30.agent.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The list as it is printed. */
public record DeviceList(List<Device> devices) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public DeviceList {
        devices = List.copyOf(devices);
    }

    /** For people: one paragraph for each, with what to paste. */
    public String text() {
        if (devices.isEmpty()) {
            return "Nothing found: no I2C bus, no SPI device, no serial port.\n";
        }
        var text = new StringBuilder();
        for (Device device : devices) {
            var line = new StringJoiner(" · ");
            line.add(device.place());
            add(line, device.what());
            add(line, device.reading());
            add(line, device.note());
            text.append(line).append('\n');
            if (device.snippet() != null) {
                device.snippet().strip().lines().forEach(one -> text.append("    ").append(one).append('\n'));
            }
        }
        return text.toString();
    }

    private static void add(StringJoiner line, @Nullable String part) {
        if (part != null) {
            line.add(part);
        }
    }

    /** For programs: one object a line; what is not known is left out. */
    public String json() {
        var text = new StringBuilder();
        for (Device device : devices) {
            Map<String, String> fields = new LinkedHashMap<>();
            put(fields, "place", device.place());
            put(fields, "what", device.what());
            put(fields, "reading", device.reading());
            put(fields, "note", device.note());
            put(fields, "snippet", device.snippet());
            try {
                text.append(JSON.writeValueAsString(fields)).append('\n');
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("texts cannot be written as JSON", impossible);
            }
        }
        return text.toString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
