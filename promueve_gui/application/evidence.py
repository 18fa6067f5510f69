"""Evidence of a publication: files copied into the project and known by their SHA-256. Opens no file by itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from promueve_gui.application.nombres_archivo import nombre_de_archivo
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.difusion import Evidencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Opcion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

MAXIMO_MB = 25
MAXIMO_BYTES = MAXIMO_MB * 1024 * 1024  # so that the project still travels by e-mail or memory stick


class Integridad(Opcion):
    """What verifying a piece of evidence says."""

    INTACTA = "intacta", "La huella coincide: el archivo es el mismo que se agregó."
    DISTINTA = "distinta", "La huella no coincide: el archivo cambió desde que se agregó."
    AUSENTE = "ausente", "El archivo no está dentro del proyecto; agréguelo otra vez."


def check_size(nombre: str, size: int) -> None:
    """Raise ``UserError`` when a file of ``size`` bytes cannot be kept as evidence."""
    if size > MAXIMO_BYTES:
        raise UserError("evidencia_grande", archivo=nombre, maximo=MAXIMO_MB)
    if not size:
        raise UserError("evidencia_vacia", archivo=nombre)


def keep_evidence(session: Session, publicacion: Id, nombre: str, content: bytes, hoy: date) -> Evidencia:
    """Copy a file into the project and return its record, still to be saved in an edition.

    Raises ``UserError`` when the file is too large or empty, or the project refuses it.
    """
    check_size(nombre, len(content))
    sha256 = session.put_file(content)
    limpio = nombre_de_archivo(nombre)
    return Evidencia(
        id=nuevo_id(), nombre=limpio, publicacion=publicacion, sha256=sha256, bytes=len(content), fecha=hoy
    )


def add_evidence(session: Session, publicacion: Id, files: Sequence[tuple[str, bytes]], hoy: date) -> list[Evidencia]:
    """Copy files, each with its name, into the project as evidence of a publication: one edition for all of them.

    Raises ``UserError`` when one of them is too large or empty, or the project refuses.
    """
    for nombre, content in files:
        check_size(nombre, len(content))
    nuevas = [keep_evidence(session, publicacion, nombre, content, hoy) for nombre, content in files]
    if nuevas:
        what = f"«{nuevas[0].nombre}»" if len(nuevas) == 1 else f"{len(nuevas)} archivos"
        session.edit(f"Agregar evidencia: {what}", [alta(evidencia) for evidencia in nuevas])
    return nuevas


def evidencias_de(proyecto: Proyecto, publicacion: Id) -> list[Evidencia]:
    """Return the evidence of a publication, in the order it came."""
    return [evidencia for evidencia in proyecto.activos(Evidencia) if evidencia.publicacion == publicacion]


def verify(evidencia: Evidencia, content: bytes | None) -> Integridad:
    """Tell whether a file kept inside the project is still the one that was added."""
    if content is None or not evidencia.sha256:
        return Integridad.AUSENTE
    same = hashlib.sha256(content).hexdigest() == evidencia.sha256.lower()
    return Integridad.INTACTA if same else Integridad.DISTINTA
