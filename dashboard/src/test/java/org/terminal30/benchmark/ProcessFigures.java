package org.terminal30.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel says of a process.
 *
 * @param cpuSeconds user and system time since its start
 * @param residentMegabytes memory in RAM now
 * @param peakMegabytes the most it ever had in RAM
 */
record ProcessFigures(double cpuSeconds, double residentMegabytes, double peakMegabytes) {
    /** Linux reports CPU time in ticks of this many a second, whatever the machine. */
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIBIBYTES_PER_MEGABYTE = 1_000_000.0 / 1024;
    /** Fields 14 and 15 of {@code /proc/PID/stat}, counted behind the name in brackets, which is the second. */
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    static ProcessFigures of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(") ") + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[USER_TICKS]) + Double.parseDouble(fields[SYSTEM_TICKS]);
        return new ProcessFigures(ticks / TICKS_PER_SECOND, megabytes(process, "VmRSS:"), megabytes(process, "VmHWM:"));
    }

    private static double megabytes(Path process, String name) throws IOException {
        String line = Files.readAllLines(process.resolve("status")).stream().filter(l -> l.startsWith(name)).findFirst()
                .orElseThrow();
        return Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEGABYTE;
    }
}
