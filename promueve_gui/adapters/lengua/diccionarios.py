"""Where a Spanish dictionary for Hunspell stands on this computer: ours first, then those of the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

OWN = "diccionarios"  # inside ``recursos``, where the installer puts one
# Mexican Spanish, then Spanish without a country, then that of Spain: the same words, nearly all of them.
NAMES = ("es_MX", "es-MX", "es", "es_ES", "es-ES")
_LINUX = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
_MAC = ("/Library/Spelling", "/opt/homebrew/share/hunspell", "/usr/local/share/hunspell")
# Inside the folder of an office suite; the glob is for the versions of it.
_OFFICE = "share/extensions/dict-es"


def find_dictionary(folders: Iterable[Path]) -> Path | None:
    """Return the best dictionary of ``folders`` without its ending («…/es_MX»), or ``None``.

    The first folder that has any wins; both halves, ``.aff`` and ``.dic``, have to be there.
    """
    for folder in folders:
        for name in NAMES:
            if all((folder / f"{name}{ending}").is_file() for ending in (".aff", ".dic")):
                return folder / name
    return None


def dictionary_folders(recursos: Path) -> list[Path]:
    """Return where to look on this computer, in order."""
    return [recursos / OWN, *system_folders(sys.platform, Path.home(), os.environ)]


def system_folders(platform: str, home: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield where dictionaries are kept on a platform: by the system, by the user, by an office suite."""
    if platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if environment.get(name):
                yield Path(environment[name]) / "LibreOffice" / _OFFICE
        yield home / "AppData/Local/hunspell"
    elif platform == "darwin":
        yield home / "Library/Spelling"
        yield from map(Path, _MAC)
        yield Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-es")
    else:
        yield Path(environment.get("XDG_DATA_HOME") or home / ".local/share") / "hunspell"
        yield from map(Path, _LINUX)
        yield Path("/usr/lib/libreoffice") / _OFFICE
