#!/usr/bin/python3
"""Draws the logo of Åhøj, a municipality that does not exist: a mound, and a brook before it.

usage: draw_logo.py FILE.png

examples/aahoej.png was made by it; the same program gives the same picture.
"""

import math
import struct
import sys
import zlib

SIDE = 240  # pixels
FINER = 4  # samples per pixel in each direction
GREEN, BLUE, PAPER = (0x2A, 0x6B, 0x45), (0x1F, 0x5F, 0x8B), (0xFF, 0xFF, 0xFF)


def color_at(x, y):
    """The colour at a point; both from 0 to 1, y downwards."""
    wave = 0.03 * math.sin(4 * math.pi * x)
    if math.hypot(x - 0.5, y - 0.5) > 0.5:
        return PAPER
    if abs(y - 0.72 - wave) < 0.055:
        return BLUE
    if abs(y - 0.88 - wave) < 0.045:
        return BLUE
    if y < 0.6 and math.hypot((x - 0.5) / 1.1, y - 0.62) < 0.34:
        return GREEN
    if 0.47 < math.hypot(x - 0.5, y - 0.5):
        return GREEN
    return PAPER


def pixel(column, row):
    """The middle of the samples within a pixel."""
    samples = [
        color_at((column + (i + 0.5) / FINER) / SIDE, (row + (j + 0.5) / FINER) / SIDE)
        for i in range(FINER)
        for j in range(FINER)
    ]
    return bytes(round(sum(part) / len(samples)) for part in zip(*samples))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def main():
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIDE)) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    with open(sys.argv[1], "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header))
        file.write(chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
