"""Bringing another project of the same institution into the open one: what is missing is added, doubts are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.garbage import held_back
from promueve_gui.application.ports import Recepcion
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.diferencias import Devolucion, Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.difusion import Evidencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import citar, mostrar
from promueve_gui.domain.formatos import Duda, EstadoDuda
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion, Membrete, PlantillaPresentacion
from promueve_gui.domain.merge import compare
from promueve_gui.domain.recepcion import settle
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.visto import Memoria, Visto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.merge import Comparacion, Conflicto, Parecido, Retiro
    from promueve_gui.domain.proyecto import Proyecto

# Fields that hold the SHA-256 of a file kept inside the project.
CON_ARCHIVO: Mapping[str, str] = {
    Evidencia.ENTIDAD: "sha256",
    Membrete.ENTIDAD: "archivo",
    PlantillaPresentacion.ENTIDAD: "archivo",
}

DE_PROYECTO = "promueve:"  # before the word by which the receptions of a project's copies are kept
_EN_USO = "retirado"


@frozen(kw_only=True)
class Consolidacion:
    """What became of it: counts of records by table, and what people have to look at.

    ``conflictos`` and ``retiros`` wait in the project as ``pendientes``; ``parecidos`` were added and look like
    something that was there; ``heredadas`` are doubts that the other project had left undecided.
    """

    nuevos: Mapping[str, int]
    cambiados: Mapping[str, int]
    iguales: Mapping[str, int]
    conflictos: tuple[str, ...]
    retiros: tuple[str, ...]
    parecidos: tuple[str, ...]
    pendientes: Sequence[Duda]
    heredadas: tuple[str, ...] = ()

    @property
    def dudas(self) -> tuple[str, ...]:
        """Return a sentence for each thing that people have to look at."""
        return (*self.conflictos, *self.retiros, *self.parecidos, *self.heredadas)


def consolidate(session: Session, otra: Session, fuente: str) -> Consolidacion:
    """Take into ``session`` what ``otra`` has and it lacks, as one edition, after a backup.

    Copies of one project are compared with what they were when they parted. What is not certain waits in the project as
    a doubt, and is told once. Raises ``UserError`` when the projects are of different institutions, or this one cannot
    be written; nothing has changed then.
    """
    if session.read_only:
        raise UserError("solo_lectura")
    with held_back():
        comun = shared_line(session, otra)
        base = session.past(POR_ENTIDAD.keys()).en(comun) if comun else None
        comparacion = compare(session.proyecto, otra.proyecto, base)
        clave = _key(session, otra, comun)
        memoria = Memoria((r.asiento, Visto.of_text(r.visto)) for r in session.receptions(clave))
        dudosas = list(_not_certain(comparacion, session.proyecto, otra.proyecto, memoria))
    libro = LibroDevuelto(archivo=fuente, huella="", sello=Sello(), hojas=())
    devolucion = Devolucion(
        libro=libro, area=None, diferencias=dudosas, iguales={}, conservados=0, problemas=(), posicion=session.position
    )
    resuelto = settle(devolucion, {}, session.proyecto, session.today)
    cambios = [*comparacion.cambios, *resuelto.cambios]
    if cambios:
        session.backup("consolidacion")
        _copy_files(session, otra, comparacion.cambios)
        recepcion = Recepcion(clave, fuente, "", resuelto.visto.to_text())
        session.edit(f"Consolidar «{fuente}»", cambios, "consolidar", recepcion)
    sabidas = {(d.entidad, d.id, d.campo) for d in dudosas}
    conflictos = [c for c in comparacion.conflictos if (c.entidad, c.id, c.campo) in sabidas]
    retiros = [r for r in comparacion.retiros if (r.entidad, r.id, _withdrawal_field(r)) in sabidas]
    return Consolidacion(
        nuevos=dict(comparacion.nuevos),
        cambiados=dict(comparacion.cambiados),
        iguales=dict(comparacion.iguales),
        conflictos=tuple(_conflicto(conflicto, session.proyecto) for conflicto in conflictos),
        retiros=tuple(_retiro(retiro, session.proyecto) for retiro in retiros),
        parecidos=tuple(map(_parecido, comparacion.parecidos)),
        pendientes=resuelto.dudas,
        heredadas=tuple(_inherited(comparacion.cambios, session.proyecto)),
    )


def shared_line(uno: Session, otro: Session) -> int:
    """Return the newest line of the bitácora that two projects share, since they are copies of one; 0 for none."""
    desde, hasta = 0, min(uno.position, otro.position)
    while desde < hasta:
        medio = (desde + hasta + 1) // 2
        if _is_shared(uno, otro, medio):
            desde = medio
        else:
            hasta = medio - 1
    return desde


def _is_shared(uno: Session, otro: Session, linea: int) -> bool:
    una, otra = uno.line(linea), otro.line(linea)
    return (
        una is not None
        and otra is not None
        and (una.momento, una.accion, una.edicion) == (otra.momento, otra.accion, otra.edicion)
    )


def _key(session: Session, otra: Session, comun: int) -> str:
    """Return the word by which the copies are known that parted from this project at one line; or of an institution."""
    linea = session.line(comun)
    if linea is not None:
        return f"{DE_PROYECTO}{linea.momento.isoformat()}"
    institucion = otra.proyecto.unico(Institucion)
    return f"{DE_PROYECTO}{institucion.id if institucion else ''}"


def _not_certain(comparacion: Comparacion, nuestro: Proyecto, otro: Proyecto, memoria: Memoria) -> Iterator[Diferencia]:
    """Yield what somebody has to decide about and was not told before."""
    for conflicto in comparacion.conflictos:
        entidad, campo = conflicto.entidad, conflicto.campo
        texto = mostrar(campos(POR_ENTIDAD[entidad])[campo], conflicto.suyo, otro)
        if not memoria.said(entidad, conflicto.id, campo, texto):
            yield Diferencia(
                clave=f"{entidad}:{conflicto.id}:{campo}",
                tipo=TipoDiferencia.CONFLICTO,
                entidad=entidad,
                id=conflicto.id,
                titulo=nuestro.titulo(entidad, conflicto.id),
                lugar=Lugar(hoja=""),
                campo=campo,
                nuestro=conflicto.nuestro,
                suyo=conflicto.suyo,
                texto=texto,
                valores={campo: conflicto.suyo},
                fila=conflicto.id,
                dichos={campo: texto},
            )
    for retiro in comparacion.retiros:
        sabido = memoria.said(retiro.entidad, retiro.id, _EN_USO, "") if retiro.aqui else False
        if not (sabido or memoria.missed(retiro.entidad, retiro.id)):
            yield _withdrawal(retiro, nuestro)


def _withdrawal(retiro: Retiro, nuestro: Proyecto) -> Diferencia:
    titulo = nuestro.titulo(retiro.entidad, retiro.id)
    return Diferencia(
        clave=f"{retiro.entidad}:{retiro.id}:{_withdrawal_field(retiro)}",
        tipo=TipoDiferencia.CONFLICTO if retiro.aqui else TipoDiferencia.FALTANTE,
        entidad=retiro.entidad,
        id=retiro.id,
        titulo=titulo,
        lugar=Lugar(hoja=""),
        campo=_withdrawal_field(retiro),
        nuestro=retiro.motivo if retiro.aqui else "",
        texto="" if retiro.aqui else retiro.motivo,
        valores={_EN_USO: "" if retiro.aqui else retiro.motivo},
        fila=retiro.id,
        dichos={_EN_USO: ""} if retiro.aqui else {},
    )


def _withdrawal_field(retiro: Retiro) -> str:
    """Return the field that a withdrawal is about: none when a record would be withdrawn here, as in workbooks."""
    return _EN_USO if retiro.aqui else ""


def _copy_files(session: Session, otra: Session, cambios: Iterable[Cambio]) -> None:
    for cambio in cambios:
        sha256 = (cambio.despues or {}).get(CON_ARCHIVO.get(cambio.entidad, ""))
        content = otra.get_file(str(sha256)) if sha256 else None
        if content is not None:
            session.put_file(content)


def _conflicto(conflicto: Conflicto, proyecto: Proyecto) -> str:
    tipo = POR_ENTIDAD[conflicto.entidad]
    campo = campos(tipo)[conflicto.campo]
    llamado = _llamado(proyecto, conflicto.entidad, conflicto.id)
    nuestro, suyo = (citar(mostrar(campo, valor, proyecto)) for valor in (conflicto.nuestro, conflicto.suyo))
    return (
        f"{llamado}, «{campo.etiqueta}»: aquí dice «{nuestro}» y en el otro «{suyo}»; quedó como estaba. "
        "Decida en «Dudas» cuál vale."
    )


def _retiro(retiro: Retiro, proyecto: Proyecto) -> str:
    llamado = _llamado(proyecto, retiro.entidad, retiro.id)
    donde = "se retiró aquí y sigue en uso en el otro" if retiro.aqui else "se retiró en el otro y aquí sigue en uso"
    return f"{llamado} {donde} (motivo: {retiro.motivo.rstrip('.')}); quedó como estaba. Decida en «Dudas» cuál vale."


def _parecido(parecido: Parecido) -> str:
    tipo = POR_ENTIDAD[parecido.entidad]
    if parecido.nombre == parecido.otro:
        return f"Se agregó «{parecido.nombre}» y ya había {tipo.uno()} con ese nombre; revise si se trata de lo mismo."
    return f"Se agregó «{parecido.nombre}» ({tipo.SINGULAR}), que se parece a «{parecido.otro}»; revise si es lo mismo."


def _inherited(cambios: Iterable[Cambio], proyecto: Proyecto) -> Iterator[str]:
    for traido in cambios:
        duda = proyecto.get(Duda, traido.id) if traido.entidad == Duda.ENTIDAD and traido.antes is None else None
        if duda is not None and duda.activo and duda.estado is EstadoDuda.PENDIENTE:
            yield f"El otro proyecto dejó una duda sin decidir, que ahora espera en «Dudas»: {duda.nombre}."


def _llamado(proyecto: Proyecto, entidad: str, identidad: str) -> str:
    singular = POR_ENTIDAD[entidad].SINGULAR
    return f"{singular[:1].upper()}{singular[1:]} «{proyecto.titulo(entidad, identidad)}»"
