"""What the application asks of the outside world, as small protocols that adapters fulfil and tests fake."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from promueve_gui.application.traces import Borrado
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.olvido import Olvido
    from promueve_gui.domain.pasado import Paso
    from promueve_gui.domain.proyecto import Proyecto


GRANDE = 100_000  # characters of changes: about a thousand new records, a tenth of a second


class Progress(Protocol):
    """Told how far a long piece of work has come; may raise ``Cancelled`` to stop it."""

    def __call__(self, done: int, total: int) -> None:
        """Take ``done`` of ``total`` steps; ``total`` is 0 while unknown."""


class AtomicFiles(Protocol):
    """Files that appear under their name complete, or not at all."""

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        """Let ``writer`` fill a temporary file beside ``path`` and put it in its place; on any error leave no trace."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, where missing."""


class Cancelled(Exception):  # noqa: N818  # not an error: the user asked for it
    """The user cancelled a long piece of work."""


@frozen(kw_only=True)
class Asiento:
    """One line of the bitácora: what was done, when and by whom."""

    secuencia: int
    momento: datetime
    autor: str
    accion: str
    detalle: str
    edicion: Id | None


@frozen(kw_only=True)
class Pendiente:
    """An edition that can be undone or redone, without its changes; ``tamano`` is how many characters they take."""

    id: Id
    motivo: str
    tamano: int = 0

    @property
    def grande(self) -> bool:
        """Tell whether taking it back keeps a window waiting, so that it belongs on a worker, with progress."""
        return self.tamano > GRANDE


@frozen
class Salida:
    """A document that left the program, by its identity, in the state after line ``asiento`` of the bitácora.

    ``detalle`` is what the bitácora says of it; ``id`` what a workbook carries, to be recognised when it comes back.
    """

    id: Id
    documento: str
    archivo: str
    asiento: int
    detalle: str


@frozen
class Exportacion:
    """A document that left, as the project remembers it: see ``Salida``."""

    id: Id
    documento: str
    momento: datetime
    archivo: str
    asiento: int


@frozen
class Recepcion:
    """A returned file: of which export (or another word by which its copies are known), and what was seen in it.

    ``huella`` is the SHA-256 of the file (hexadecimal); ``visto`` what ``domain.visto`` writes; ``momento``
    and its line of the bitácora are known once it is kept.
    """

    exportacion: str
    archivo: str
    huella: str
    visto: str
    momento: datetime | None = None
    asiento: int = 0


class Almacen(Protocol):
    """The open project file. Every method is one transaction: it happens whole or not at all.

    Those that write raise ``UserError`` when the file refuses, and can be called again when the reason is gone.
    """

    @property
    def path(self) -> Path:
        """Return where the project is kept."""

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""

    @property
    def position(self) -> int:
        """Return the number of the newest line of the bitácora, 0 when it has none."""

    def save(self, edicion: Edicion, recepcion: Recepcion | None = None) -> None:
        """Write an edition, its rows and its line of the bitácora; and the reception that it comes from, if any."""

    def undo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write the inverse of an edition and mark it as undone."""

    def redo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write an undone edition again."""

    def next_undo(self) -> Pendiente | None:
        """Return the edition that undo would take back."""

    def next_redo(self) -> Pendiente | None:
        """Return the edition that redo would bring back."""

    def read_edicion(self, identidad: Id) -> Edicion:
        """Return an edition with its changes. Raises ``KeyError`` when there is none, ``UserError`` when unreadable."""

    def in_force(self, identidad: Id) -> bool:
        """Tell whether an edition counts: neither undone, nor discarded, nor taken back by another that counts."""

    def history(self, limit: int, accion: str = "") -> list[Asiento]:
        """Return the newest lines of the bitácora, newest first; those of one action, if it is given."""

    def line(self, secuencia: int) -> Asiento | None:
        """Return one line of the bitácora, ``None`` when there is none of that number."""

    def steps_back(self, newest: int, oldest: int, tables: Container[str]) -> Iterator[Paso]:
        """Yield how to go back over the lines of the bitácora from ``newest`` to the one after ``oldest``.

        Only records of ``tables`` are told of. Raises ``UserError`` for an edition that cannot be read.
        """

    def note(self, accion: str, detalle: str, momento: datetime, autor: str) -> None:
        """Add a line to the bitácora that is not an edition, such as an export."""

    def record_export(self, salida: Salida, momento: datetime, autor: str) -> None:
        """Note that a document left the program."""

    def exports(self) -> dict[str, datetime]:
        """Return when each document last left, by its identity."""

    def departures(self, clave: str) -> list[tuple[str, int]]:
        """Return each document of a kind that left, by its identity, and the line of the bitácora that it left at."""

    def find_export(self, identidad: Id) -> Exportacion | None:
        """Return an export by its identity."""

    def note_reception(self, recepcion: Recepcion, detalle: str, momento: datetime, autor: str) -> None:
        """Note a returned file that changed nothing."""

    def receptions(self, exportacion: str) -> list[Recepcion]:
        """Return the receptions of an export that count, oldest first: those whose edition does, or that have none."""

    def put_file(self, content: bytes) -> str:
        """Keep a file inside the project and return its SHA-256 (hexadecimal)."""

    def get_file(self, sha256: str) -> bytes | None:
        """Return a file kept inside the project."""

    def backup(self, motivo: str) -> None:
        """Copy the whole file to the folder of backups."""

    def save_copy(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        """Write a copy of the project at ``path``; from ``proyecto`` when its own file can no longer be read."""

    def forget(self, olvido: Olvido, momento: datetime, autor: str) -> Borrado:
        """Erase what the file says of a person, past editions included, and note that something was erased."""

    def close(self) -> None:
        """Let go of the file and of its lock."""


class Feriados(Protocol):
    """The official holidays of Mexico."""

    def __call__(self, year: int) -> frozenset[date]:
        """Return the holidays of a year."""


class EstadoArchivo(Enum):
    """What a file turned out to be when it was looked at before opening."""

    LISTO = "listo"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"
    AJENO = "ajeno"
    DANADO = "danado"
    EN_USO = "en_uso"
    SOLO_LECTURA = "solo_lectura"
    ILEGIBLE = "ilegible"
    NO_EXISTE = "no_existe"


@frozen(kw_only=True)
class Inspeccion:
    """The state of a file, with what its sentence needs: schema and program that wrote it, or who has it open."""

    estado: EstadoArchivo
    esquema: int = 0
    programa: str = ""
    equipo: str = ""
    usuario: str = ""
    desde: str = ""


@frozen(kw_only=True)
class Respaldo:
    """One backup: where, of when (local time of the computer) and made before what."""

    path: Path
    momento: datetime
    motivo: str


class Archivos(Protocol):
    """Project files before and after they are open."""

    def inspect(self, path: Path) -> Inspeccion:
        """Look at a file without changing it."""

    def create(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        """Write a new project file, whole or not at all, and never over another file."""

    def open(self, path: Path, *, read_only: bool) -> tuple[Almacen, Proyecto]:
        """Open a file of today's schema, for reading an earlier one too. Raises ``UserError`` when that fails."""

    def migrate(self, path: Path) -> Path:
        """Bring an older file to today's schema and return where the original is kept."""

    def unlock(self, path: Path) -> None:
        """Clear a lock that the user knows to be stale."""

    def backups(self, path: Path) -> list[Respaldo]:
        """Return the good backups of a project, newest first."""

    def restore(self, path: Path, respaldo: Path) -> None:
        """Put a backup in the place of the project, keeping what stood there as a backup too."""

    def recover(self, path: Path, target: Path, momento: datetime, autor: str) -> int:
        """Save what can be read of a damaged file into a new one; returns how many records."""


class Ortografia(Protocol):
    """The spelling of Spanish. Both questions may take a second: they are for a worker, and safe on any thread.

    They raise ``UserError`` when the dictionary cannot be asked.
    """

    def desconocidas(self, palabras: Sequence[str]) -> frozenset[str]:
        """Return which words the dictionary does not know."""

    def sugerencias(self, palabra: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first; a few, and none when it would take too long."""

    def close(self) -> None:
        """Let go of the dictionary; it may be asked again."""


class DiccionarioPersonal(Protocol):
    """The words that whoever uses this computer added: theirs, in every project."""

    def palabras(self) -> frozenset[str]:
        """Return the words; none when there is no file of them, or it cannot be read."""

    def agregar(self, palabra: str) -> None:
        """Keep a word. Raises ``UserError``."""

    def quitar(self, palabras: Collection[str]) -> None:
        """Forget words. Raises ``UserError``."""


@frozen
class Lengua:
    """What helps to write Spanish. ``ortografia`` is ``None`` on a computer without a dictionary of it.

    ``propias`` are the words of open data that ship with the program because dictionaries lack them.
    """

    ortografia: Ortografia | None
    silabas: Callable[[str], int]
    personal: DiccionarioPersonal
    propias: frozenset[str] = frozenset()
