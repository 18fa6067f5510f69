"""What no finished bundle may hold: parts of Qt that are GPL only, test code, the network, paths of this computer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.commands import PackagingError
from bundle.contents import QT_BINDINGS, QT_LIBRARIES, QT_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# By name: GPL-only parts of Qt (Charts, Graphs, virtual keyboard…), the network, tests, stand-ins for trials.
FORBIDDEN = re.compile(
    r"(virtualkeyboard|waylandcompositor|qt6?(charts|graphs|quick)|datavis|qml|lottie|network|websockets|httpserver|qtest"
    r"|(bcryptprimitives|icuuc|mscms)\.dll$"
    r"|opengl32sw|libssl|libcrypto|_ssl\.|(^|/)(_?pytest|hypothesis|unittest|mypy|ruff)(/|\b)"
    r"|(^|/)tests?/|(^|/)test_|conftest|\.pdb$|\.debug$)",
    re.IGNORECASE,
)
# By content: folders where somebody develops, and code that only tests need.
PATHS = re.compile(rb"(/home/[a-z][\w-]*/|/root/|[A-Z]:\\+Users\\+[A-Za-z])[\w./\\-]*")
TEST_CODE = re.compile(rb"(import pytest|from hypothesis|tests/conftest|tests\.fakes)")
# Wheels are built by their makers in such folders, and say so in their binaries; of this computer they tell nothing.
# The last is a folder that every Windows has.
OF_MAKERS = (
    b"/home/qt/",
    b"/home/runner/",
    b"/root/rustc",
    b"/root/.cargo",
    b"C:\\Users\\qt",
    b"C:\\Users\\runneradmin",
    b"C:\\Users\\Public",
)


def inspect(folder: Path, root: Path) -> None:
    """Raise ``PackagingError`` with what ``folder``, built from the sources in ``root``, holds and should not."""
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    found = [*forbidden_names(names), *forbidden_texts(folder, root)]
    if found:
        listed = "\n".join(f"  {line}" for line in found[:20])
        raise PackagingError(f"El paquete contiene lo que no debe ({len(found)}):\n{listed}")


def forbidden_names(names: Iterable[str]) -> Iterator[str]:
    """Yield those of the ``names`` of files that may not be in a bundle, and why."""
    for name in names:
        qt = QT_LIBRARY.fullmatch(Path(name).name)
        if qt and qt[1] not in QT_LIBRARIES:
            yield f"{name}: parte de Qt que no se usa"
        elif (
            name.endswith((".abi3.so", ".pyd"))
            and "PySide6/Qt" in name
            and Path(name).stem.split(".")[0] not in QT_BINDINGS
        ):
            yield f"{name}: parte de PySide que no se usa"
        elif FORBIDDEN.search(name):
            yield f"{name}: no debe estar"


def forbidden_texts(folder: Path, root: Path) -> Iterator[str]:
    """Yield the files in ``folder`` that name folders of developers, ``root`` first of all, or hold test code."""
    own = str(root).encode()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
        data, name = path.read_bytes(), path.relative_to(folder).as_posix()
        told = [match[0] for match in PATHS.finditer(data) if not match[0].startswith(OF_MAKERS)]
        if own in data:
            yield f"{name}: nombra la carpeta de las fuentes"
        elif told:
            yield f"{name}: nombra «{told[0][:80].decode('utf-8', 'replace')}»"
        if TEST_CODE.search(data):
            yield f"{name}: contiene código de pruebas"
