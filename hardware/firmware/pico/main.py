"""Streams two inputs of a Raspberry Pi Pico to a bay, in the frames of docs/stream.md."""

import os
import struct
import sys

import micropython
from machine import Pin, reset

from sampler import Sampler
from t30frame import Framer

FIRMWARE = "t30-pico 1"
ROWS_PER_SECOND = 10_000
# Two inputs: 512 bytes, so that a frame never lies across the end of the ring.
ROWS_PER_FRAME = 128
LAST_ROW = 2_000_000_000

# Input stage: the box of hardware/board in front of the pin.
TOP_OHMS, BOTTOM_OHMS, BIAS_OHMS, BIAS_VOLTS = 216_000, 22_600, 93_100, 3.0
REFERENCE_VOLTS = 3.3
FACTOR = 1 + TOP_OHMS / BOTTOM_OHMS + TOP_OHMS / BIAS_OHMS
VOLTS_PER_COUNT = REFERENCE_VOLTS / 4096 * FACTOR
OFFSET_VOLTS = -BIAS_VOLTS * TOP_OHMS / BIAS_OHMS
CHANNELS = (("onboard", VOLTS_PER_COUNT, OFFSET_VOLTS), ("backup", VOLTS_PER_COUNT, OFFSET_VOLTS))


def main():
    # Out of its power saving mode the regulator disturbs its 3.3 V, which is the reference, by far less.
    Pin(23, Pin.OUT, value=1)
    micropython.kbd_intr(-1)
    sampler = Sampler(len(CHANNELS), ROWS_PER_SECOND)
    run = struct.unpack("<H", os.urandom(2))[0]
    framer = Framer(run, sampler.interval_nanos, CHANNELS, FIRMWARE)
    stream(sampler, framer, sys.stdout.buffer.write)


def stream(sampler, framer, write):
    frame_bytes = ROWS_PER_FRAME * sampler.row_bytes
    # A frame is copied in no time, but the ring goes on meanwhile.
    kept_rows = sampler.ring_rows() - ROWS_PER_FRAME
    rows_per_description = ROWS_PER_SECOND // 2
    write(b"\0")
    start_micros = sampler.start()
    row = 0
    described = -rows_per_description
    while row < LAST_ROW:
        if row - described >= rows_per_description:
            write(framer.description())
            described = row
        taken = sampler.rows()
        if taken - row > kept_rows:
            # The host did not read: what was overwritten is missing in the numbers of the rows, and so known to it.
            row = taken // ROWS_PER_FRAME * ROWS_PER_FRAME
        if taken - row < ROWS_PER_FRAME:
            continue
        at = row * sampler.row_bytes % len(sampler.ring)
        framer.counts[:frame_bytes] = sampler.ring[at:at + frame_bytes]
        # Converter and timer run from one crystal: the row tells the time.
        write(framer.samples(row, start_micros + row * sampler.interval_nanos // 1000, ROWS_PER_FRAME))
        row += ROWS_PER_FRAME
    reset()


main()
