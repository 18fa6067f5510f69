"""Pictures of one colour, as bytes of a PNG, so that no drawing library is needed."""

from __future__ import annotations

import io
import struct
import zlib


def png(width: int, height: int, color: tuple[int, int, int]) -> io.BytesIO:
    """Return a picture of one colour; sizes in pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes(color) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)
