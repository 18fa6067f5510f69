"""A returned workbook compared three ways: what was sent, what came back, what the project says today. Pure.

Only theirs changed: certain. Only ours: kept. Both, differently: somebody decides. What cannot be read waits with the
nearest value that can; what no longer comes is asked about, never deleted by itself.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from promueve_gui.domain.alcance import FORMATO, sent
from promueve_gui.domain.altas_devueltas import Altas
from promueve_gui.domain.cambios import nuevos_ids
from promueve_gui.domain.celdas import canonical
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.consultas import written_in_copies
from promueve_gui.domain.cotejo import Cotejo, title_of, where
from promueve_gui.domain.derivadas import CALCULADAS, CALCULADAS_PLAN, calculadas, calculadas_plan
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.diferencias import Devolucion, Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.interpretacion import DECLINADO, Conocido, cell_text
from promueve_gui.domain.mes_primero import doubtful_dates
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.renglones import Emparejador
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from promueve_gui.domain.devueltos import HojaDevuelta, LibroDevuelto
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.interpretacion import Nombres
    from promueve_gui.domain.partes import Partes, Renglon
    from promueve_gui.domain.proyecto import Proyecto


def check_institution(nuestro: Proyecto, libro: LibroDevuelto) -> None:
    """Raise ``UserError`` («libro_de_otra_institucion») when a workbook was sent by another institution."""
    sello = libro.sello
    institucion = nuestro.unico(Institucion)
    if institucion is None or sello.proyecto in {"", institucion.id}:
        return
    if plegar(sello.institucion) != plegar(institucion.nombre):
        suya = sello.institucion or "otra institución"
        raise UserError("libro_de_otra_institucion", archivo=libro.archivo, nuestra=institucion.nombre, suya=suya)


def compare_book(libro: LibroDevuelto, partes: Partes, avisos: Sequence[str], posicion: int) -> Devolucion:
    """Return how ``libro`` differs, sheet by sheet; links are known before what they link."""
    comparacion = _Comparacion(partes)
    for tipo in TIPOS:
        hojas = [hoja for hoja in libro.hojas if hoja.entidad == tipo.ENTIDAD]
        if hojas:
            comparacion.compare(tipo.ENTIDAD, hojas)
    return Devolucion(
        libro=libro,
        area=partes.area,
        diferencias=comparacion.diferencias,
        iguales=comparacion.iguales,
        conservados=comparacion.conservados,
        problemas=[*libro.problemas, *comparacion.problemas, *_in_copies(libro, partes)],
        avisos=avisos,
        posicion=posicion,
        reconocidas=comparacion.reconocidas,
    )


class _Comparacion:
    """Goes through the kinds of record of a workbook."""

    def __init__(self, partes: Partes) -> None:
        self._partes = partes
        del_archivo: list[Conocido] = []  # what the file calls each group
        self._del_archivo = del_archivo
        # They hold the list and not this object, which would hold itself, and all that was compared, until collected.
        self._nombres: dict[str, Nombres] = {
            "conjunto": cache(partial(_datasets, partes)),
            "grupo": cache(lambda: {**_groups(partes), **_folded(del_archivo)}),
        }
        self.diferencias: list[Diferencia] = []
        self.problemas: list[Problema] = []
        self.iguales: dict[str, int] = {}
        self.conservados = 0
        self.reconocidas: dict[str, list[tuple[str, Id]]] = {}

    def compare(self, entidad: str, hojas: Sequence[HojaDevuelta]) -> None:
        """Compare the rows of one kind of record."""
        emparejador = Emparejador(self._partes, entidad, hojas, self._nombres)
        emparejador.pair()
        cotejo, altas = Cotejo(self._partes, entidad), Altas(self._partes, entidad)
        ids = iter(nuevos_ids(sum(renglon.nuestro is None for renglon in emparejador.renglones)))
        for renglon in emparejador.renglones:
            columnas = emparejador.columnas[id(renglon.hoja)]
            if renglon.nuestro is None:
                nuevo = next(ids) if renglon.base is None else renglon.base.id
                halladas = altas.read(renglon, columnas, nuevo)
            else:
                halladas = [*cotejo.compare(renglon, columnas), *cotejo.struck(renglon, renglon.nuestro)]
                nuevo = renglon.nuestro.id
                if renglon.llave:
                    self.reconocidas.setdefault(entidad, []).append((renglon.llave, nuevo))
            self.diferencias += halladas
            if entidad == GrupoUsuarios.ENTIDAD and not renglon.nombre_ajeno:
                self._note_name(renglon, nuevo, known=renglon.nuestro is not None or bool(halladas))
        self.iguales[entidad] = cotejo.iguales
        self.conservados += cotejo.conservados
        self.problemas += doubtful_dates(hojas, self.diferencias)
        self.diferencias += self._missing(emparejador, hojas[0])
        self.problemas += _repeated(emparejador)
        self.problemas += _worked_out(emparejador.renglones, self._partes)

    def _note_name(self, renglon: Renglon, identidad: Id, *, known: bool) -> None:
        """Note what the file calls a group, for the sheets that follow; one that was taken back here means nothing."""
        if known or renglon.base is None:
            self._del_archivo.append(Conocido(identidad if known else DECLINADO, _name(renglon)))

    def _missing(self, emparejador: Emparejador, hoja: HojaDevuelta) -> Iterator[Diferencia]:
        """Yield a question for each record that was sent, is in use, and no longer comes."""
        partes = self._partes
        for enviado in emparejador.faltan:
            actual = partes.nuestro.registro(enviado.ENTIDAD, enviado.id)
            if actual is None or not actual.activo or partes.memoria.missed(actual.ENTIDAD, actual.id):
                continue
            titulo = title_of(actual, partes)
            yield Diferencia(
                clave=f"{actual.ENTIDAD}:{actual.id}:",
                tipo=TipoDiferencia.FALTANTE,
                entidad=actual.ENTIDAD,
                id=actual.id,
                titulo=titulo,
                lugar=Lugar(hoja=hoja.nombre),
                nuestro=titulo,
                mensaje=f"Hoja «{hoja.nombre}»: ya no viene «{titulo}»; decida si se retira o se conserva.",
                valores={"retirado": f"Ya no viene en «{partes.archivo}»."},
                fila=actual.id,
            )


def _in_copies(libro: LibroDevuelto, partes: Partes) -> Iterator[Problema]:
    if partes.base is not None:
        yield from written_in_copies(libro.consultas, partes.base)


def _folded(conocidos: Sequence[Conocido]) -> dict[str, Conocido]:
    """Return them by name, folded; of several, the first."""
    return {plegar(conocido.nombre): conocido for conocido in reversed(conocidos)}


def _datasets(partes: Partes) -> dict[str, Conocido]:
    """Return the datasets of the area by name, as it was sent before as it is today."""
    return {
        plegar(conjunto.nombre): Conocido(conjunto.id, conjunto.nombre)
        for lado in _sides(partes)
        for conjunto in lado.referidos(ConjuntoDatos, "area", partes.area)
        if conjunto.activo and partes.nuestro.get(ConjuntoDatos, conjunto.id) is not None
    }


def _groups(partes: Partes) -> dict[str, Conocido]:
    """Return the groups of the area by name, as they were sent before as they are today."""
    return {
        plegar(grupo.titulo): Conocido(partes.standing(grupo.id), grupo.titulo)
        for lado in _sides(partes)
        for grupo in sent(lado, GrupoUsuarios.ENTIDAD, FORMATO, partes.area)
        if partes.nuestro.get(GrupoUsuarios, partes.standing(grupo.id)) is not None
    }


def _sides(partes: Partes) -> list[Proyecto]:
    return [partes.nuestro] if partes.base is None else [partes.nuestro, partes.base]


def _name(renglon: Renglon) -> str:
    """Return what the file calls a group; empty when it does not say."""
    presentes = renglon.hoja.campos
    return cell_text(renglon.fila.celdas[presentes.index("nombre")]) if "nombre" in presentes else ""


def _repeated(emparejador: Emparejador) -> Iterator[Problema]:
    """Yield the rows that only repeat another, as copying brings about."""
    for (hoja, renglon), (otra, otro) in emparejador.repetidas:
        lugar = Lugar(hoja=hoja.nombre, renglon=renglon)
        cual = "" if otra is hoja else f" de la hoja «{otra.nombre}»"
        mensaje = f"{where(lugar)}: repite el renglón {otro}{cual}; se tomó una sola vez."
        yield Problema(hoja.nombre, renglon, "", "", mensaje)


def _worked_out(renglones: Sequence[Renglon], partes: Partes) -> Iterator[Problema]:
    """Yield the cells in which somebody wrote what the program works out, which is not taken in."""
    escritos = [renglon for renglon in renglones if renglon.hoja.calculadas]
    sabidos = _known(partes) if escritos else lambda _clave, _registro: ""
    for renglon in escritos:
        base, hoja = renglon.base, renglon.hoja
        for (clave, letra), celda in zip(hoja.calculadas, renglon.fila.calculadas, strict=True):
            dicho = cell_text(celda)
            if celda is ILEGIBLE or dicho == sabidos(clave, base) or (base is None and partes.base is None):
                continue
            lugar = Lugar(hoja=hoja.nombre, renglon=renglon.fila.renglon, columna=letra)
            mensaje = (
                f"{where(lugar)}: «{_TITULOS[clave]}» se calcula y lo escrito ahí no se tomó; cambie los datos de "
            )
            yield Problema(hoja.nombre, renglon.fila.renglon, letra, dicho, f"{mensaje}los que sale.")


_TITULOS = {**CALCULADAS, **CALCULADAS_PLAN}


def _known(partes: Partes) -> Callable[[str, Registro | None], str]:
    """Return what tells what the export wrote in a column that is worked out, for a record as it was sent."""
    proyecto = partes.base or partes.nuestro
    de_grupos, del_plan = calculadas(proyecto), calculadas_plan(proyecto)

    def known(clave: str, registro: Registro | None) -> str:
        match registro:
            case GrupoUsuarios():
                return canonical(de_grupos[clave](registro))
            case LineaPlan():
                return canonical(del_plan[clave](registro))
            case _:
                return ""

    return known
