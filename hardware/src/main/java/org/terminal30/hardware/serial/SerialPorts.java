package org.terminal30.hardware.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fazecast.jSerialComm.SerialPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The serial ports of this machine, each by the name that survives plugging when it has one. */
public final class SerialPorts {
    private static final Path BY_ID = Path.of("/dev/serial/by-id");
    private static final Logger LOG = LoggerFactory.getLogger(SerialPorts.class);

    private SerialPorts() {
    }

    public static List<String> list() {
        Map<String, String> links = links();
        List<String> ports = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            String path = port.getSystemPortPath();
            ports.add(links.getOrDefault(path, path));
        }
        return ports.stream().distinct().sorted().toList();
    }

    private static Map<String, String> links() {
        Map<String, String> links = new HashMap<>();
        if (Files.isDirectory(BY_ID)) {
            try (Stream<Path> all = Files.list(BY_ID)) {
                for (Path link : all.toList()) {
                    links.put(link.toRealPath().toString(), link.toString());
                }
            } catch (IOException unreadable) {
                LOG.warn("{} cannot be read: {}", BY_ID, unreadable.toString());
            }
        }
        return links;
    }
}
