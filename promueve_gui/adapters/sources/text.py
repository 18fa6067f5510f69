"""Bytes into text, whatever program saved them, and UTF-8 that some program took for another encoding, mended.

Files come in UTF-8, UTF-16 and Windows-1252, and in what Excel calls MS-DOS and Macintosh.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING

from promueve_gui.adapters.intake import utf16_without_bom
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIN_CARACTER = {0x81, 0x8D, 0x8F, 0x90, 0x9D}  # bytes that Windows-1252 leaves without a character
_A_ESPACIO = bytes(ord(" ") if numero in _SIN_CARACTER else numero for numero in range(256))
# Accented letters as Windows-1252 has them; where there are none after a letter, what the other two have may be meant:
# «é», «ó» and «ñ», or «á» and «é», which to Windows-1252 are signs that never follow one.
_DE_WINDOWS = re.compile(rb"[a-z][\xe1\xe9\xed\xf3\xfa\xf1]")
_DE_OTROS = (
    (re.compile(rb"[A-Za-z](?:\x82|[\xa2\xa4][a-z])"), "cp850"),
    (re.compile(rb"[A-Za-z](?:\x8e|\x87[a-z])"), "mac_roman"),
)
_NO_SON_FINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # ends of lines for ``splitlines``, but not for a table
_VECES = 2  # some files went through that mistake twice
_CONTROLES = range(0x80, 0xA0)  # what Latin-1 has where others have characters
_SIGUEN = range(0x80, 0xC0)  # bytes after the first of a sign in UTF-8
# The bytes in UTF-8 of what texts in Spanish hold: Latin letters and signs, loose accents, typographic signs, the mark
# of order, joined letters, and emoji.
_BYTES: tuple[tuple[Iterable[int], ...], ...] = (
    ((0xC2, 0xC3), _SIGUEN),
    ((0xC5,), (0x92, 0x93, 0xA0, 0xA1, 0xB8, 0xBD, 0xBE)),
    ((0xCC,), (0x80, 0x81, 0x83, 0x88, 0xA7)),
    ((0xE2,), _SIGUEN, _SIGUEN),
    ((0xEF,), (0xBB,), (0xBF,)),
    ((0xEF,), (0xAC,), range(0x80, 0x85)),
    ((0xF0,), (0x9F,), _SIGUEN, _SIGUEN),
)


@frozen
class Confusion:
    """An encoding for which UTF-8 was taken: what signs look like then, how they begin, and the byte that each was."""

    estropeado: re.Pattern[str]
    arranques: str
    a_byte: Mapping[int, int]

    def mend(self, texto: str) -> str:
        """Return ``texto`` with the signs that it shows as several read again."""
        for _ in range(_VECES):
            if any(arranque in texto for arranque in self.arranques):
                texto = self.estropeado.sub(self._sign, texto)
        return texto

    def _sign(self, hallado: re.Match[str]) -> str:
        """Return the sign that these bytes are; every combination that the pattern takes is one."""
        return hallado[0].translate(self.a_byte).encode("latin-1").decode()


def _confusion(codificacion: str) -> Confusion:
    """Return what UTF-8 looks like in ``codificacion``; a byte without a character stays as the control that it is."""
    por_byte = {n: bytes([n]).decode(codificacion, "ignore") for n in range(0x80, 0x100)}
    estropeado = "|".join("".join(_class(bytes_, por_byte) for bytes_ in signo) for signo in _BYTES)
    arranques = "".join(por_byte[byte] for byte in dict.fromkeys(byte for signo in _BYTES for byte in signo[0]))
    return Confusion(re.compile(estropeado), arranques, {ord(c): n for n, c in por_byte.items() if c})


def _class(bytes_: Iterable[int], por_byte: Mapping[int, str]) -> str:
    """Return the pattern for one of ``bytes_``: as its character or, as Latin-1 has it, as a control."""
    return "[" + "".join(re.escape(por_byte[n]) + (chr(n) if n in _CONTROLES else "") for n in bytes_) + "]"


_CONFUSIONES = tuple(map(_confusion, ("cp1252", "mac_roman", "cp850", "cp437")))


def decode(data: bytes) -> str:
    """Return the text of ``data``, mended and without null characters. Never fails."""
    for bom, nombre in _BOMS:
        if data.startswith(bom):
            return mend(data[len(bom) :].decode(nombre, "replace").replace("\x00", ""))
    sin_bom = utf16_without_bom(data)
    if sin_bom:
        return mend(data.decode(sin_bom, "replace"))
    try:
        texto = data.decode()
    except UnicodeDecodeError:
        texto = _decode_lines(data)
    return mend(texto.replace("\x00", ""))


def _decode_lines(data: bytes) -> str:
    """Decode each line by itself: files put together from two sources mix encodings."""
    otra = "" if _DE_WINDOWS.search(data) else next((nombre for sena, nombre in _DE_OTROS if sena.search(data)), "")
    return "".join(_decode_line(linea, otra) for linea in data.splitlines(keepends=True))


def _decode_line(linea: bytes, otra: str) -> str:
    try:
        return linea.decode()
    except UnicodeDecodeError:
        return linea.decode(otra) if otra else linea.translate(_A_ESPACIO).decode("cp1252")


def mend(texto: str) -> str:
    """Return ``texto`` with ``Â¿De quÃ© es?`` read again as «¿De qué es?»; what was right stays as it is."""
    if not texto.isascii():
        for confusion in _CONFUSIONES:
            texto = confusion.mend(texto)
    return texto


def split_lines(texto: str) -> list[str]:
    """Return the physical lines of ``texto`` with their ends, whichever system wrote them."""
    if any(fin in texto for fin in _NO_SON_FINES):
        return list(io.StringIO(texto, newline=""))
    return texto.splitlines(keepends=True)  # four times as fast
