"""One person's data: found, handed over and erased (dominio §8). ``PersonalStore`` knows what is kept where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.olvido import Olvido
from promueve_gui.domain.personas import Busqueda
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado, plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.application.traces import Borrado, Rastreo, Rastro
    from promueve_gui.domain.proyecto import Clave

MOTIVO_RETIRO = "Se borraron sus datos personales"
AFUERA = (
    "Los documentos que ya exportó, los correos, las evidencias guardadas y otras copias del proyecto no cambian: "
    "revíselos aparte."
)
OLVIDAR = "Retirar a una persona cuyos datos se borraron"


class PersonalStore(Protocol):
    """Project files and their backups, as they are on disk."""

    def copies(self, path: Path) -> list[Path]:
        """Return the backups of a project, also those of earlier schemas."""

    def trace(self, path: Path, busqueda: Busqueda) -> Rastreo:
        """Return all that a file says of a person. Raises ``UserError`` when it cannot be read."""

    def forget(self, path: Path, olvido: Olvido) -> Borrado:
        """Erase a person from a copy that nobody has open, whole or not at all. Raises ``UserError``."""


@frozen(kw_only=True)
class Expediente:
    """All that was found of a person: in the project, in its backups, and those that could not be read.

    ``varias`` tells that more than one person answers to what was looked for, so that the user has to say which.
    """

    busqueda: Busqueda
    proyecto: Rastreo
    copias: Mapping[Path, Rastreo]
    ilegibles: tuple[str, ...]
    varias: bool

    @property
    def rastros(self) -> list[Rastro]:
        """Return the records that speak of the person, also those that only a backup knows."""
        todos = (rastro for rastreo in (self.proyecto, *self.copias.values()) for rastro in rastreo.rastros)
        found: dict[Clave, Rastro] = {}
        for rastro in todos:
            found.setdefault(rastro.clave, rastro)
        return sorted(found.values(), key=lambda rastro: not rastro.es_persona)

    @property
    def vacio(self) -> bool:
        """Tell whether nothing was found."""
        return self.proyecto.vacio and not self.copias

    def olvido(self, elegidos: Iterable[Clave]) -> Olvido:
        """Return what erases the person from the records chosen, and from everything that is no record."""
        elegidas = frozenset(elegidos)
        propios = frozenset(rastro.clave for rastro in self.rastros if rastro.es_persona)
        todos = frozenset(rastro.clave for rastro in self.rastros)
        return Olvido(self.busqueda, propios & elegidas, todos - elegidas)


@frozen(kw_only=True)
class Olvidado:
    """What was erased: from the project, from how many of its backups, and the backups that could not be changed."""

    proyecto: Borrado
    copias: int
    fallidas: tuple[str, ...]


def find_person(store: PersonalStore, path: Path, texto: str, progress: Progress = ignore_progress) -> Expediente:
    """Look for the person called ``texto`` in a project and its backups.

    When the records found are all of one person, her other names and addresses are looked for too. Raises
    ``UserError`` («persona_sin_nombre», «no_se_leyo») and ``Cancelled``.
    """
    busqueda = Busqueda.de(texto)
    copias = store.copies(path)
    total = len(copias) + 1
    progress(0, total)
    rastreo = store.trace(path, busqueda)
    varias = len({plegar(rastro.titulo) for rastro in rastreo.rastros if rastro.es_persona}) > 1
    completa = busqueda if varias else busqueda.con(_names(rastreo))
    if completa != busqueda:
        rastreo = store.trace(path, completa)
    found: dict[Path, Rastreo] = {}
    ilegibles: list[str] = []
    for hechas, copia in enumerate(copias, start=1):
        progress(hechas, total)
        try:
            found[copia] = store.trace(copia, completa)
        except UserError:
            ilegibles.append(copia.name)
    return Expediente(
        busqueda=completa,
        proyecto=rastreo,
        copias={copia: rastreo for copia, rastreo in found.items() if not rastreo.vacio},
        ilegibles=tuple(ilegibles),
        varias=varias,
    )


def forget_person(
    session: Session,
    store: PersonalStore,
    expediente: Expediente,
    elegidos: Iterable[Clave],
    progress: Progress = ignore_progress,
) -> Olvidado:
    """Erase a person from the records chosen, from the bitácora and from the backups; her own records are withdrawn.

    Nothing takes this back. Raises ``UserError`` when the project cannot be written; nothing was erased then.
    """
    olvido = expediente.olvido(elegidos)
    total = len(expediente.copias) + 1
    progress(0, total)
    borrado = session.forget(olvido)
    propios = (session.proyecto.registro(*clave) for clave in sorted(olvido.propios))
    session.edit(OLVIDAR, [retiro(propio, MOTIVO_RETIRO) for propio in propios if propio is not None and propio.activo])
    copias, fallidas = 0, []
    for hechas, copia in enumerate(expediente.copias, start=1):
        progress(hechas, total)
        try:
            copias += bool(store.forget(copia, olvido).total)
        except UserError:
            fallidas.append(copia.name)
    return Olvidado(proyecto=borrado, copias=copias, fallidas=(*expediente.ilegibles, *fallidas))


def _names(rastreo: Rastreo) -> list[str]:
    """Return by what else the person is known: the names and addresses that her own records give, or gave."""
    found = []
    for rastro in rastreo.rastros:
        tipo = POR_ENTIDAD[rastro.clave[0]]
        for dicho in rastro.dichos if rastro.es_persona else ():
            campo = campos(tipo)[dicho.campo]
            if campo.personal and (dicho.campo == tipo.TITULO or campo.tipo is Tipo.CORREO):
                found.append(dicho.texto)
    return found


def told(olvidado: Olvidado) -> str:
    """Say in words what was erased, what could not be, and what no program can reach."""
    copias = f", y de {contado(olvidado.copias, 'respaldo', 'respaldos')}" if olvidado.copias else ""
    partes = [f"Se borraron sus datos de {olvidado.proyecto.lugares}{copias}."]
    if olvidado.fallidas:
        nombres = ", ".join(f"«{nombre}»" for nombre in olvidado.fallidas)
        partes.append(f"No se pudo revisar o cambiar {nombres}. Borre usted los respaldos que ya no necesite.")
    if not olvidado.proyecto.limpio:
        partes.append("Falta espacio en el disco para limpiar el archivo: libere espacio y repita el borrado.")
    partes.append(AFUERA)
    return " ".join(partes)
