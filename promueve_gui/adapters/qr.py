"""QR codes (ISO/IEC 18004), by which a printed page leads to the data."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

_PUNTOS = 6  # pixels per module: sharp on paper at the sizes in which they are shown
_CLARO = 4  # modules of white around, which the standard asks for


@lru_cache(maxsize=512)
def qr_png(direccion: str) -> bytes:
    """Return a PNG with ``direccion``; level M of correction stands a crease or a stain (15 % of it).

    Raises:
        ValueError: it is longer than a QR code holds (2,331 bytes at that level).
    """
    try:
        codigo = segno.make_qr(direccion, error="m", boost_error=False)
    except segno.DataOverflowError as error:
        raise ValueError(direccion) from error
    destino = io.BytesIO()
    codigo.save(destino, kind="png", scale=_PUNTOS, border=_CLARO)
    return destino.getvalue()
