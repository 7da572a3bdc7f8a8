"""Writes the frames of a test to standard output: python3 try_frames.py FRAMES ROWS. No hardware is needed."""

import struct
import sys

from t30frame import Framer

frames, rows = int(sys.argv[1]), int(sys.argv[2])
framer = Framer(4711, 100000, (("onboard", 33 / 4096, -5.0), ("backup", 33 / 4096, 0.0)), "t30-pico 1")
out = getattr(sys.stdout, "buffer", sys.stdout)
out.write(framer.description())
for frame in range(frames):
    for i in range(rows):
        n = frame * rows + i
        struct.pack_into("<HH", framer.counts, 4 * i, n % 4096, n * 7 % 4096)
    out.write(framer.samples(frame * rows, frame * rows * 100, rows))
