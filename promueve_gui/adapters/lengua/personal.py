"""The words that a user added (port ``DiccionarioPersonal``): a plain text in the folder of settings, a word a line."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING

from promueve_gui.adapters.files import DiskFiles
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

MAX_BYTES = 1_000_000  # a hundred thousand words; a larger file is none of ours


class PersonalWords:
    """Reads and writes the file; others may write in it too, by hand."""

    def __init__(self, path: Path) -> None:
        """Remember where it is; it need not exist."""
        self._path = path

    def palabras(self) -> frozenset[str]:
        """Return the words; none when there is no such file, or it cannot be read."""
        try:
            return read_words(self._path)
        except OSError:
            return frozenset()

    def agregar(self, palabra: str) -> None:
        """Keep a word, in alphabetical order. Raises ``UserError`` when it cannot be written."""
        nueva = unicodedata.normalize("NFC", palabra.strip())
        self._change(lambda words: words | {nueva})

    def quitar(self, palabras: Collection[str]) -> None:
        """Forget words. Raises ``UserError`` when the others cannot be written."""
        self._change(lambda words: words.difference(palabras))

    def _change(self, changed: Callable[[frozenset[str]], frozenset[str]]) -> None:
        files = DiskFiles()
        try:  # what cannot be read is not written over
            words = sorted(changed(read_words(self._path)), key=str.casefold)
            files.make_folder(self._path.parent)
            files.write_atomically(self._path, lambda path: _write(path, words))
        except OSError as error:
            raise UserError("diccionario_no_guardado", archivo=self._path.name) from error


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a file, one a line; none when there is no such file. Raises ``OSError``."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise OSError(path)
        text = _decoded(path.read_bytes())
    except FileNotFoundError:
        return frozenset()
    return frozenset(unicodedata.normalize("NFC", line.strip()) for line in text.splitlines() if line.strip())


def _decoded(data: bytes) -> str:
    """Return the text of a file that some editor saved: in UTF-8, in UTF-16 or in Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _write(path: Path, words: list[str]) -> None:
    path.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
