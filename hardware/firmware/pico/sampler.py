"""The converter of the RP2040, paced by its own divider and read by DMA into a ring: no interrupt, no row taken late.

Registers: RP2040 datasheet, 4.9.6 (ADC) and 4.6.5 (timer). Only for the RP2040: other chips have them elsewhere.
"""

from machine import ADC, mem32
from rp2 import DMA
from uctypes import addressof

ADC_BASE = 0x4004C000
CS, FCS, FIFO, DIV = ADC_BASE, ADC_BASE + 8, ADC_BASE + 12, ADC_BASE + 16
CS_ENABLE, CS_START_MANY = 1 << 0, 1 << 3
FCS_ENABLE, FCS_REQUEST, FCS_EMPTY, FCS_CLEAR = 1 << 0, 1 << 3, 1 << 8, 3 << 10
ADC_HERTZ = 48_000_000
DREQ_ADC = 36
TIMER_LOW = 0x40054028
RING_BITS = 14
RING_BYTES = 1 << RING_BITS
TRANSFERS = 0xFFFFFFFF


class Sampler:
    """Converts the first inputs, GP26 on, in turn: one conversion of each is a row."""

    def __init__(self, inputs, rows_per_second):
        self.row_bytes = 2 * inputs
        self.inputs = inputs
        self.cycles = ADC_HERTZ // (inputs * rows_per_second)
        if self.cycles < 96:
            raise ValueError("%d rows/s of %d inputs: the converter does 500000 conversions/s" % (rows_per_second, inputs))
        self.interval_nanos = self.cycles * inputs * 1000 // 48
        # The DMA wraps at a power of two, which the buffer must begin at.
        self._memory = bytearray(2 * RING_BYTES)
        at = -addressof(self._memory) % RING_BYTES
        self.ring = memoryview(self._memory)[at:at + RING_BYTES]
        self._dma = DMA()

    def start(self):
        """Begins with row 0; the time of that row in microseconds."""
        for pin in range(26, 26 + self.inputs):
            ADC(pin)
        mem32[CS] = CS_ENABLE
        mem32[FCS] = FCS_CLEAR
        while not mem32[FCS] & FCS_EMPTY:
            mem32[FIFO]
        mem32[FCS] = FCS_ENABLE | FCS_REQUEST | 1 << 24
        mem32[DIV] = self.cycles - 1 << 8
        control = self._dma.pack_ctrl(size=1, inc_read=False, inc_write=True, ring_sel=1, ring_size=RING_BITS,
                                      treq_sel=DREQ_ADC, irq_quiet=True)
        self._dma.config(read=FIFO, write=self.ring, count=TRANSFERS, ctrl=control, trigger=True)
        mem32[CS] = CS_ENABLE | CS_START_MANY | (1 << self.inputs) - 1 << 16
        return mem32[TIMER_LOW]

    def rows(self):
        """Rows converted so far; never more than half of 2^32."""
        return (TRANSFERS - self._dma.count) // self.inputs

    def ring_rows(self):
        return RING_BYTES // self.row_bytes
