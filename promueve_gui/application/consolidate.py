"""Bringing another project of the same institution into the open one: what is missing is added, doubts are listed."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from promueve_gui.domain.difusion import Evidencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.merge import compare
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.merge import Comparacion, Conflicto, Parecido, Retiro
    from promueve_gui.domain.proyecto import Proyecto

# Fields that hold the SHA-256 of a file kept inside the project.
CON_ARCHIVO: Mapping[str, str] = {Evidencia.ENTIDAD: "sha256", Institucion.ENTIDAD: "membrete"}

LARGO_CITADO = 80  # characters of a value that a sentence repeats


@frozen(kw_only=True)
class Consolidacion:
    """What became of it: counts of records by table, and what people have to look at, one sentence each."""

    nuevos: Mapping[str, int]
    cambiados: Mapping[str, int]
    iguales: Mapping[str, int]
    dudas: tuple[str, ...]


def consolidate(session: Session, otra: Session, fuente: str) -> Consolidacion:
    """Take into ``session`` what ``otra`` has and it lacks, as one edition, after a backup.

    Raises ``UserError`` when the projects are of different institutions, or this one cannot be written; nothing has
    changed then.
    """
    if session.read_only:
        raise UserError("solo_lectura")
    comparacion = compare(session.proyecto, otra.proyecto)
    if comparacion.cambios:
        session.backup("consolidacion")
        _copy_files(session, otra, comparacion.cambios)
        session.edit(f"Consolidar «{fuente}»", comparacion.cambios, "consolidar")
    return Consolidacion(
        nuevos=dict(comparacion.nuevos),
        cambiados=dict(comparacion.cambiados),
        iguales=dict(comparacion.iguales),
        dudas=tuple(_dudas(comparacion, session.proyecto)),
    )


def _copy_files(session: Session, otra: Session, cambios: Iterable[Cambio]) -> None:
    for cambio in cambios:
        sha256 = (cambio.despues or {}).get(CON_ARCHIVO.get(cambio.entidad, ""))
        content = otra.get_file(str(sha256)) if sha256 else None
        if content is not None:
            session.put_file(content)


def _dudas(comparacion: Comparacion, proyecto: Proyecto) -> list[str]:
    return [
        *(_conflicto(conflicto, proyecto) for conflicto in comparacion.conflictos),
        *(_retiro(retiro, proyecto) for retiro in comparacion.retiros),
        *(_parecido(parecido) for parecido in comparacion.parecidos),
    ]


def _conflicto(conflicto: Conflicto, proyecto: Proyecto) -> str:
    tipo = POR_ENTIDAD[conflicto.entidad]
    campo = campos(tipo)[conflicto.campo]
    llamado = _llamado(proyecto, conflicto.entidad, conflicto.id)
    nuestro, suyo = (_breve(mostrar(campo, valor, proyecto)) for valor in (conflicto.nuestro, conflicto.suyo))
    return (
        f"{llamado}, «{campo.etiqueta}»: aquí dice «{nuestro}» y en el otro «{suyo}»; quedó como estaba. "
        "Si el otro es el correcto, cámbielo."
    )


def _breve(texto: str) -> str:
    return shorten(texto, width=LARGO_CITADO, placeholder="…")


def _retiro(retiro: Retiro, proyecto: Proyecto) -> str:
    llamado = _llamado(proyecto, retiro.entidad, retiro.id)
    donde = "se retiró aquí y sigue en uso en el otro" if retiro.aqui else "se retiró en el otro y aquí sigue en uso"
    return f"{llamado} {donde} (motivo: {retiro.motivo.rstrip('.')}); quedó como estaba. Decida cuál vale."


def _parecido(parecido: Parecido) -> str:
    singular = POR_ENTIDAD[parecido.entidad].SINGULAR
    if parecido.nombre == parecido.otro:
        return f"Se agregó «{parecido.nombre}» y ya había {singular} con ese nombre; revise si se trata de lo mismo."
    return f"Se agregó «{parecido.nombre}» ({singular}), que se parece a «{parecido.otro}»; revise si es lo mismo."


def _llamado(proyecto: Proyecto, entidad: str, identidad: str) -> str:
    singular = POR_ENTIDAD[entidad].SINGULAR
    return f"{singular[:1].upper()}{singular[1:]} «{proyecto.titulo(entidad, identidad)}»"
