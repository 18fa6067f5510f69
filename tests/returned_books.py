"""Workbooks as the program sends them and people return them, without files: sheets of rows, edited as one likes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.alcance import sent
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.derivadas import CALCULADAS, calculadas
from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta, LibroDevuelto, Sello
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

    Renglon = dict[str, Any]

GRUPOS = ("nombre", "siglas", "clase", "ejes", "descripcion", "poder", "interes", "notas")
MAPA = ("nombre", "siglas", "clase", "area", "ejes", "prioritario", "descripcion", "poder", "interes", "notas")
DATOS = ("conjunto", "grupo", "tipo", "uso")
_PLANOS = frozenset({Tipo.ENTERO, Tipo.ESCALA, Tipo.FECHA})  # written as numbers and dates, not as text


@dataclass
class Tabla:
    """One sheet: its columns and its rows, each by field and with its identity; «tachada» where struck through."""

    nombre: str
    entidad: str
    columnas: tuple[str, ...]
    filas: list[Renglon] = field(default_factory=list)
    calculadas: tuple[str, ...] = ()

    def fila(self, nombre: str) -> Renglon:
        """Return the row whose first column says this."""
        return next(fila for fila in self.filas if fila[self.columnas[0]] == nombre)

    def copy(self) -> Tabla:
        """Return another sheet that says the same."""
        return replace(self, filas=[dict(fila) for fila in self.filas])

    def sheet(self) -> HojaDevuelta:
        """Return the sheet as a reader gives it."""
        letras = [chr(ord("B") + lugar) for lugar in range(len(self.columnas) + len(self.calculadas))]
        return HojaDevuelta(
            nombre=self.nombre,
            entidad=self.entidad,
            campos=self.columnas,
            letras=tuple(letras[: len(self.columnas)]),
            filas=[
                FilaDevuelta(
                    renglon,
                    fila.get("id", ""),
                    [fila.get(campo) for campo in self.columnas],
                    [fila.get(clave) for clave in self.calculadas],
                    bool(fila.get("tachada")),
                )
                for renglon, fila in enumerate(self.filas, start=2)
            ],
            calculadas=tuple(zip(self.calculadas, letras[len(self.columnas) :], strict=True)),
        )


@dataclass
class Libro:
    """A workbook in somebody's hands."""

    sello: Sello
    grupos: Tabla
    datos: Tabla | None = None
    archivo: str = "Museos.xlsx"

    def returned(self, *problemas: Any) -> LibroDevuelto:
        """Return the workbook as a reader gives it."""
        tablas = [tabla for tabla in (self.grupos, self.datos) if tabla is not None]
        huella = hashlib.sha256(repr((self.sello, tablas)).encode()).hexdigest()
        hojas = [tabla.sheet() for tabla in tablas]
        return LibroDevuelto(archivo=self.archivo, huella=huella, sello=self.sello, hojas=hojas, problemas=problemas)

    def copy(self) -> Libro:
        """Return another copy, as people make them."""
        datos = None if self.datos is None else self.datos.copy()
        return Libro(self.sello, self.grupos.copy(), datos, self.archivo)


def format_of(session: Session, area: str) -> Libro:
    """Send the workbook of an area: note the export and return what it holds."""
    documento = f"formato:{area}"
    sello = _record(session, documento, area)
    proyecto = session.proyecto
    grupos = _table("Grupos", GRUPOS, sent(proyecto, "grupo_usuarios", documento, area), proyecto)
    usos = sent(proyecto, "uso_datos", documento, area)
    datos = _table("Datos", DATOS, usos, proyecto, "uso_datos")
    usados = {getattr(uso, "conjunto", None) for uso in usos}
    datos.filas += [
        {"conjunto": conjunto.nombre}
        for conjunto in proyecto.activos(ConjuntoDatos)
        if conjunto.area == area and conjunto.id not in usados
    ]
    return Libro(sello, grupos, datos)


def map_of(session: Session) -> Libro:
    """Export the map: note the export and return what it holds."""
    sello = _record(session, "mapa", "")
    proyecto = session.proyecto
    grupos = _table("Consolidado", MAPA, proyecto.activos(GrupoUsuarios), proyecto)
    grupos.calculadas = tuple(CALCULADAS)
    formulas = calculadas(proyecto)
    for fila, grupo in zip(grupos.filas, proyecto.activos(GrupoUsuarios), strict=True):
        fila.update({clave: formulas[clave](grupo) for clave in CALCULADAS})
    return Libro(sello, grupos, archivo="Mapa.xlsx")


def unsealed(libro: Libro) -> Libro:
    """Return a copy that does not say what it is, nor which record each row is."""
    copia = libro.copy()
    copia.sello = Sello()
    for tabla in (copia.grupos, copia.datos):
        for fila in tabla.filas if tabla else ():
            fila.pop("id", None)
    return copia


def _record(session: Session, documento: str, area: str) -> Sello:
    exportacion = f"{nuevo_id()}/{documento}"
    session.record_export(documento, "Museos.xlsx", exportacion=exportacion)
    institucion = session.proyecto.unico(Institucion)
    return Sello(
        proyecto=institucion.id if institucion else "",
        exportacion=exportacion,
        documento=documento,
        area=area,
        institucion=institucion.nombre if institucion else "",
        version=1,
    )


def _table(
    nombre: str,
    columnas: tuple[str, ...],
    registros: Sequence[Registro],
    proyecto: Proyecto,
    entidad: str = "grupo_usuarios",
) -> Tabla:
    filas = [{"id": r.id, **{c: _cell(r, c, proyecto) for c in columnas}} for r in registros]
    return Tabla(nombre, entidad, columnas, filas)


def _cell(registro: Registro, campo: str, proyecto: Proyecto) -> Any:  # noqa: ANN401  # what a cell holds
    valor, descrito = getattr(registro, campo), campos(type(registro))[campo]
    return valor if descrito.tipo in _PLANOS else mostrar(descrito, valor, proyecto) or None
