"""Texts as a cell of a spreadsheet can hold them (SpreadsheetML), and how two of them are compared."""

from __future__ import annotations

import re
import unicodedata

LARGO_MAXIMO = 32_767  # UTF-16 units that a cell may hold (Excel)
RECORTADO = " […] (texto recortado: no cabe completo en una celda)"
# What XML 1.0 cannot hold, whatever the way it is written.
_ILEGALES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SALTOS = re.compile(r"\r\n?")
_PERDIDAS = "?\ufffd"  # what programs put in the place of letters that they cannot write


def clean(texto: str) -> str:
    """Return ``texto`` as a cell can hold it: no control characters, one kind of line break, not too long."""
    limpio = _ILEGALES.sub("", _SALTOS.sub("\n", texto))
    # Only letters outside the basic plane take two units, so half the limit is always short enough.
    if len(limpio) <= LARGO_MAXIMO // 2:
        return limpio
    unidades = limpio.encode("utf-16-le")
    if len(unidades) <= 2 * LARGO_MAXIMO:
        return limpio
    return unidades[: 2 * (LARGO_MAXIMO - len(RECORTADO))].decode("utf-16-le", "ignore") + RECORTADO


def canonical(texto: str) -> str:
    """Return what a text says, apart from what programs and copying change: composed letters (NFC), single spaces.

    Lines stay apart; blank ones at the beginning and the end do not count.
    """
    if texto.isprintable() and len(texto) <= LARGO_MAXIMO // 2:  # nearly always: one line, and nothing odd in it
        compuesto = texto if texto.isascii() else unicodedata.normalize("NFC", texto)
        return " ".join(compuesto.split()) if "  " in compuesto or compuesto != compuesto.strip() else compuesto
    if "\n" in texto or "\r" in texto:
        lineas = unicodedata.normalize("NFC", clean(texto)).split("\n")
        return "\n".join(" ".join(linea.split()) for linea in lineas).strip("\n")
    return " ".join(unicodedata.normalize("NFC", clean(texto)).split())


def is_spoilt(texto: str, escrito: str) -> bool:
    """Tell whether ``texto`` is what is left of ``escrito`` once a program has lost its accents.

    Letters without them («Direccion»), «?» in their place («Direcci?n»), or bytes read in another code («DirecciÃ³n»).
    Both texts are ``canonical``.
    """
    if escrito.isascii() or not texto:
        return False
    if len(texto) == len(escrito):
        return all(map(_is_left_of, texto, escrito))
    bytes_ = escrito.encode()
    return any(texto == canonical(bytes_.decode(codigo, "ignore")) for codigo in ("cp1252", "latin-1"))


def _is_left_of(letra: str, escrita: str) -> bool:
    return (
        letra == escrita
        or letra == unicodedata.normalize("NFKD", escrita)[0]
        or (letra in _PERDIDAS and not escrita.isascii())
    )
