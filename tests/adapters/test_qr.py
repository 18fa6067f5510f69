"""QR codes: a picture that holds the address, the same one each time."""

from __future__ import annotations

import struct
import zlib

import pytest
import segno

from promueve_gui.adapters.qr import qr_png

URL = "https://datos.example.org/dataset/puentes-rurales/recurso/inventario-2026.csv"


def modules(png: bytes) -> list[list[bool]]:
    """Return the dark modules of a code with its white frame, read from the middle of each of them."""
    width, height = struct.unpack(">II", png[16:24])
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    raw = zlib.decompress(png[start + 4 : start + 4 + length])
    stride = (width + 7) // 8 + 1
    rows: list[bytes] = []
    for row in range(height):
        kind, line = raw[row * stride], raw[row * stride + 1 : (row + 1) * stride]
        above = rows[-1] if kind == 2 else bytes(len(line))  # the filter «up»: what changed since the row above
        rows.append(bytes((one + other) % 256 for one, other in zip(line, above, strict=True)))
    return [[not rows[y][x // 8] >> (7 - x % 8) & 1 for x in range(3, width, 6)] for y in range(3, height, 6)]


def test_the_picture_is_the_code_of_the_address_with_its_white_frame() -> None:
    expected = [[bool(cell) for cell in row] for row in segno.make_qr(URL, error="m", boost_error=False).matrix]
    found = modules(qr_png(URL))
    side = len(expected)
    assert [row[4:-4] for row in found[4:-4]] == expected
    assert len(found) == side + 8
    assert not any(any(row) for row in found[:4])


def test_the_same_address_gives_the_same_picture_and_another_one_another() -> None:
    assert qr_png(URL) == qr_png(URL) != qr_png(f"{URL}?a=1")


def test_an_address_that_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="a" * 20):
        qr_png("a" * 3000)
