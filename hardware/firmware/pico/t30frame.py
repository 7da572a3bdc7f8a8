"""Frames of docs/stream.md: packing only, no hardware. Runs on MicroPython and on Python 3."""

import struct

try:
    import micropython
except ImportError:
    ptr8 = int

    class micropython:
        """Python 3 runs what the viper of MicroPython compiles."""

        @staticmethod
        def viper(function):
            return function


SAMPLES = 0x11
DESCRIPTION = 0x12
HEADER_BYTES = 16
CRC_BYTES = 2
MAX_FRAME_BYTES = 1024


def _table():
    table = bytearray(512)
    for value in range(256):
        crc = value << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        struct.pack_into("<H", table, 2 * value, crc & 0xFFFF)
    return table


TABLE = _table()


@micropython.viper
def crc16(data: ptr8, length: int, table: ptr8) -> int:
    """CRC-16/IBM-3740 of the first bytes of a buffer. The table is given, because viper reads globals slowly."""
    crc = 0xFFFF
    i = 0
    while i < length:
        at = ((crc >> 8) ^ data[i]) << 1
        crc = ((crc << 8) & 0xFF00) ^ (table[at] | (table[at + 1] << 8))
        i += 1
    return crc


@micropython.viper
def stuff(plain: ptr8, length: int, out: ptr8) -> int:
    """COBS and the zero after it; bytes written, at most length + length // 254 + 2."""
    code_at = 0
    code = 1
    o = 1
    i = 0
    while i < length:
        b = plain[i]
        if b:
            out[o] = b
            o += 1
            code += 1
        if b == 0 or code == 255:
            out[code_at] = code
            code_at = o
            o += 1
            code = 1
        i += 1
    out[code_at] = code
    out[o] = 0
    return o + 1


class Framer:
    """Makes the frames of one run, in buffers that are used again: nothing is allocated for a frame of samples."""

    def __init__(self, run, interval_nanos, channels, firmware):
        """channels: (name, volts per count, offset in volts) in the order of a row's counts."""
        self.run = run
        self.interval_nanos = interval_nanos
        self.channels = channels
        self.firmware = firmware
        self.plain = bytearray(MAX_FRAME_BYTES)
        self.out = bytearray(MAX_FRAME_BYTES + MAX_FRAME_BYTES // 254 + 2)
        self.view = memoryview(self.out)
        self.counts = memoryview(self.plain)[HEADER_BYTES:]

    def samples(self, row, micros, rows):
        """The frame of as many rows as the caller has put into self.counts, two bytes each count, the lower first."""
        n = len(self.channels)
        struct.pack_into("<BHIIIB", self.plain, 0, SAMPLES, self.run, row & 0xFFFFFFFF, micros & 0xFFFFFFFF,
                         self.interval_nanos, n)
        return self._finish(HEADER_BYTES + 2 * n * rows)

    def description(self):
        struct.pack_into("<BHIB", self.plain, 0, DESCRIPTION, self.run, self.interval_nanos, len(self.channels))
        at = 8
        for name, volts_per_count, offset_volts in self.channels:
            struct.pack_into("<ff", self.plain, at, volts_per_count, offset_volts)
            at = self._text(at + 8, name)
        return self._finish(self._text(at, self.firmware))

    def _text(self, at, text):
        data = text.encode()
        self.plain[at] = len(data)
        self.plain[at + 1:at + 1 + len(data)] = data
        return at + 1 + len(data)

    def _finish(self, length):
        struct.pack_into("<H", self.plain, length, crc16(self.plain, length, TABLE))
        return self.view[:stuff(self.plain, length + CRC_BYTES, self.out)]
