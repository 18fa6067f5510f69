"""Bytes into text, whatever program saved them: UTF-8, UTF-16, Windows-1252, or UTF-8 read once as Latin-1."""

from __future__ import annotations

import codecs
import io
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIN_CARACTER = {0x81, 0x8D, 0x8F, 0x90, 0x9D}  # bytes that Windows-1252 leaves without a character
_A_ESPACIO = bytes(ord(" ") if numero in _SIN_CARACTER else numero for numero in range(256))
# Windows-1252 shows the other bytes from 0x80 to 0x9f as these; undone, every character is again the byte that it was.
_A_BYTE = {ord(bytes([numero]).decode("cp1252")): numero for numero in set(range(0x80, 0xA0)) - _SIN_CARACTER}
_SIGUE = "[\x80-\xbf" + "".join(map(chr, sorted(_A_BYTE))) + "]"
# What accented letters, «¿» and curly quotes look like when their UTF-8 was read as Latin-1 or Windows-1252.
_ESTROPEADO = re.compile(f"[ÂÃ]{_SIGUE}|â{_SIGUE}{{2}}")
_NO_SON_FINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # ends of lines for ``splitlines``, but not for a table
_VECES = 2  # some files went through that mistake twice


def decode(data: bytes) -> str:
    """Return the text of ``data``, mended and without null characters. Never fails."""
    for bom, nombre in _BOMS:
        if data.startswith(bom):
            return mend(data[len(bom) :].decode(nombre, "replace").replace("\x00", ""))
    try:
        texto = data.decode()
    except UnicodeDecodeError:
        texto = "".join(map(_decode_line, data.splitlines(keepends=True)))
    return mend(texto.replace("\x00", ""))


def _decode_line(linea: bytes) -> str:
    """Decode a line by itself: files put together from two sources mix encodings."""
    try:
        return linea.decode()
    except UnicodeDecodeError:
        return linea.translate(_A_ESPACIO).decode("cp1252")


def mend(texto: str) -> str:
    """Return ``texto`` with ``Â¿De quÃ© es?`` read again as «¿De qué es?»; what was right stays as it is."""
    for _ in range(_VECES):
        if any(marca in texto for marca in "ÂÃâ"):
            texto = _ESTROPEADO.sub(_mend_sign, texto)
    return texto


def _mend_sign(hallado: re.Match[str]) -> str:
    """Return the sign that these bytes are; every combination that the pattern takes is one."""
    return hallado[0].translate(_A_BYTE).encode("latin-1").decode()


def split_lines(texto: str) -> list[str]:
    """Return the physical lines of ``texto`` with their ends, whichever system wrote them."""
    if any(fin in texto for fin in _NO_SON_FINES):
        return list(io.StringIO(texto, newline=""))
    return texto.splitlines(keepends=True)  # four times as fast
