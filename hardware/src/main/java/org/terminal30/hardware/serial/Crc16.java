package org.terminal30.hardware.serial;

/**
 * CRC-16/IBM-3740, also called CCITT-FALSE: polynomial 0x1021, begun with 0xFFFF, not reflected, nothing added at the end;
 * "123456789" gives 0x29B1. In a frame of ours it finds every error of up to three bits and every burst of up to 16.
 */
final class Crc16 {
    static final int POLYNOMIAL = 0x1021;
    static final int BEGIN = 0xFFFF;
    private static final char[] TABLE = table();

    private Crc16() {
    }

    static int of(byte[] bytes, int from, int to) {
        int crc = BEGIN;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 & 0xFF00) ^ TABLE[(crc >> 8) ^ (bytes[i] & 0xFF)];
        }
        return crc;
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int value = 0; value < table.length; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[value] = (char) crc;
        }
        return table;
    }
}
