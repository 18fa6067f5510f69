"""Formats B and C: the Inventario Institucional, alone or with the plan's frequency; a row per resource.

Rows of one dataset need not be together; a row with the same names as another is still another resource.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from promueve_gui.adapters.reporte import column_letter
from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.layouts import normalize_title
from promueve_gui.adapters.sources.rows import useful_blocks
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.formato import citar
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, RecursoLeido
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Acceso

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Avance, Fila, Tabla
    from promueve_gui.domain.ficha import Valor

    Columna = tuple[int, str, cells.LectorCelda]
    LectorColumna = Callable[[Sequence[str]], list[str]]

_EJEMPLO = re.compile(r"\s*ej\s?\.?\s?\d{1,2}\s?[.:)-]", re.IGNORECASE)
_SOLO_EN_B = "en caso de ser datos publicos"  # part of the date's title that the shorter layout leaves out
_DE_MAS_A_MENOS = (Acceso.PUBLICO, Acceso.RESTRINGIDO, Acceso.PRIVADO)
# Column, field of the resource, and how its cells are read: those that tell one resource from another, of which
# nothing is ever complained, many at once; and those that say the same in many rows.
_PROPIAS: tuple[tuple[str, str, LectorColumna], ...] = (
    ("recurso", "nombre", cells.nombres),
    ("descripcion", "descripcion", cells.parrafos),
)
_REPETIDAS: tuple[tuple[str, str, cells.LectorCelda], ...] = (
    ("acceso", "acceso", cells.acceso),
    ("razon", "razon", cells.linea_repetida),
    ("plataforma", "plataforma", cells.linea_repetida),
    ("fecha", "fecha", cells.fecha),
    ("frecuencia", "frecuencia", cells.frecuencia),
    ("responsable", "responsable", cells.nombre_repetido),
)


class _Columnas:
    """Where a table has each column, and what was read already of those that repeat themselves, by their cells."""

    __slots__ = ("leidos", "propias", "repetidas", "repetido")

    def __init__(self, indices: Mapping[str, int]) -> None:
        self.propias = [(indices[c], campo, leer) for c, campo, leer in _PROPIAS if c in indices]
        self.repetidas: list[Columna] = [(indices[c], campo, leer) for c, campo, leer in _REPETIDAS if c in indices]
        # The empty cell at the end of every row, so that there always is one to get.
        self.repetido = itemgetter(-1, *(indice for indice, _, _ in self.repetidas))
        self.leidos: dict[Hashable, dict[str, Valor]] = {}

    def own(self, filas: Sequence[Fila]) -> list[dict[str, Valor]]:
        """Return what each row says of its resource alone, read column by column."""
        propios: list[dict[str, Valor]] = [{} for _ in filas]
        for indice, campo, leer in self.propias:
            for propio, valor in zip(propios, leer([celdas[indice] for _, celdas in filas]), strict=True):
                if valor:
                    propio[campo] = valor
        return propios


class LectorInventario:
    """Reads one or more sheets with this layout into the same datasets."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        self._lectura = lectura
        self._reporte = reporte
        self._por_escrito: dict[tuple[str, str], ConjuntoLeido] = {}  # by dataset and area, as written
        self._de_varias: set[int] = set()  # datasets of several areas, told of once each
        self._por_nombre: dict[str, ConjuntoLeido] = {}
        self._indices: dict[str, int] = {}
        self._columnas: _Columnas = _Columnas({})
        self._callada = False  # something about the row in hand was not said, because it was said before

    @staticmethod
    def formato(encabezado: Encabezado) -> Formato:
        """Tell the inventory alone from the one that is a plan too, by what only one of them has."""
        titulo = (
            normalize_title(encabezado.celdas[encabezado.indices["fecha"]]) if "fecha" in encabezado.indices else ""
        )
        solo_inventario = "frecuencia" not in encabezado.indices and _SOLO_EN_B in titulo
        return Formato.INVENTARIO if solo_inventario else Formato.INVENTARIO_PLAN

    def read(self, tabla: Tabla, encabezado: Encabezado, avance: Avance) -> None:
        """Read the rows of a table; may be called again for another sheet of the same file."""
        self._indices = encabezado.indices
        if "responsable" in self._indices and not self._lectura.columna_area:
            self._lectura.columna_area = column_letter(self._indices["responsable"])
        self._columnas = _Columnas(self._indices)
        conjunto, responsable = self._indices["conjunto"], encabezado.donde("responsable")
        leidos, repetido = self._columnas.leidos, self._columnas.repetido
        for filas in useful_blocks(tabla, encabezado, self._reporte, avance):
            for (renglon, celdas), propios in zip(filas, self._columnas.own(filas), strict=True):
                escrito = celdas[conjunto], celdas[responsable]
                leido = self._por_escrito.get(escrito) or self._first_of_its_kind(renglon, responsable, *escrito)
                if leido:
                    if "nombre" not in propios:
                        self._name_after(renglon, leido, propios)
                    repetidos = leidos.get(repetido(celdas)) or self._repeated(renglon, celdas)
                    leido.recursos.append(RecursoLeido({**repetidos, **propios}, renglon))

    def finish(self) -> None:
        """Say of each dataset what all its resources say together."""
        for conjunto in self._lectura.conjuntos:
            _summarize(conjunto)

    def _first_of_its_kind(self, renglon: int, indice: int, escrito: str, responsable: str) -> ConjuntoLeido | None:
        """Find or make the dataset of a row that names it, or its area (column ``indice``), in a way not yet seen."""
        if _EJEMPLO.match(responsable):
            self._reporte.celda(renglon, indice, responsable, "es un renglón de ejemplo; no se importó")
            return None
        nombre, area = cells.nombre(escrito)[0], cells.nombre_repetido(responsable)[0]
        if not nombre:
            texto = "falta el nombre del conjunto; el renglón no se importó. Escríbalo, o borre el renglón"
            self._reporte.celda(renglon, self._indices["conjunto"], responsable, texto)
            return None
        plegado = plegar(nombre)
        conjunto = self._por_nombre.get(plegado)
        if conjunto is None:
            conjunto = self._por_nombre[plegado] = self._new(renglon, nombre, area)
        else:
            self._compare(renglon, conjunto, nombre, area)
        self._por_escrito[escrito, responsable] = conjunto
        return conjunto

    def _new(self, renglon: int, nombre: str, area: str) -> ConjuntoLeido:
        conjunto = ConjuntoLeido({"nombre": nombre}, area, renglon)
        if es_institucional(nombre):
            conjunto.valores["institucional"] = True
        self._lectura.conjuntos.append(conjunto)
        return conjunto

    def _compare(self, renglon: int, conjunto: ConjuntoLeido, nombre: str, area: str) -> None:
        """Say that rows written differently were taken for one dataset, so that nothing is joined in silence."""
        anterior = str(conjunto.valores["nombre"])
        if anterior != nombre:
            texto = f"antes se escribió «{citar(anterior)}» y se tomaron como el mismo conjunto; use un solo nombre"
            self._reporte.celda(renglon, self._indices["conjunto"], nombre, texto)
        if area and conjunto.area and plegar(area) != plegar(conjunto.area) and id(conjunto) not in self._de_varias:
            self._de_varias.add(id(conjunto))
            texto = (
                f"«{citar(nombre)}» ya estaba a cargo de «{citar(conjunto.area)}» y quedó con esa área; "
                "si son dos conjuntos, deles nombres distintos"
            )
            self._reporte.celda(renglon, self._indices["responsable"], area, texto)
        conjunto.area = conjunto.area or area

    def _repeated(self, renglon: int, celdas: list[str]) -> dict[str, Valor]:
        """Read the columns that say the same in many rows; what gave nothing to complain of is read once."""
        quejas, self._callada = len(self._reporte.problemas), False
        valores = self._read_cells(renglon, celdas, self._columnas.repetidas)
        if cells.es_tipo_mime(valores.get("plataforma")):
            valores["formato"] = valores.pop("plataforma")
        self._check(renglon, celdas, valores)
        if len(self._reporte.problemas) == quejas and not self._callada:
            self._columnas.leidos[self._columnas.repetido(celdas)] = valores
        return valores

    def _read_cells(self, renglon: int, celdas: list[str], columnas: Iterable[Columna]) -> dict[str, Valor]:
        valores: dict[str, Valor] = {}
        for indice, campo, leer in columnas:
            if celdas[indice]:
                valor, queja = leer(celdas[indice])
                if valor:
                    valores[campo] = valor
                if queja:
                    self._reporte.celda(renglon, indice, celdas[indice], queja)
        return valores

    def _name_after(self, renglon: int, conjunto: ConjuntoLeido, valores: dict[str, Valor]) -> None:
        valores["nombre"] = conjunto.valores["nombre"]
        if "recurso" in self._indices:
            texto = "falta el nombre del recurso y se usó el del conjunto; escríbalo"
            self._reporte.celda(renglon, self._indices["recurso"], "", texto)

    def _check(self, renglon: int, celdas: list[str], valores: dict[str, Valor]) -> None:
        """Hold the row to the inventory's own rules: a date if public, a reason if not."""
        publico = valores.get("acceso")
        if "razon" in valores and cells.no_aplica(str(valores["razon"])):
            del valores["razon"]
        if publico is Acceso.PUBLICO:
            if "fecha" not in valores:
                self._require(renglon, celdas, "fecha", _FALTA_FECHA)
        elif publico:
            if "razon" not in valores:
                self._require(renglon, celdas, "razon", _FALTA_RAZON)
        elif "acceso" in self._indices:
            valores["acceso"] = None
            self._require(renglon, celdas, "acceso", _FALTA_ACCESO)

    def _require(self, renglon: int, celdas: list[str], clave: str, texto: str) -> None:
        """Report an empty cell that had to be filled; a cell that could not be read was reported already."""
        indice = self._indices.get(clave, -1)
        if indice < 0 or not cells.no_aplica(celdas[indice]):
            return
        if self._reporte.ya_dicha(renglon, indice):
            self._callada = True
        else:
            self._reporte.celda(renglon, indice, celdas[indice], texto)


_FALTA_FECHA = "falta la fecha de publicación, obligatoria si los datos son públicos; escríbala como AAAA-MM"
_FALTA_RAZON = "falta la razón por la que los datos no son públicos; escríbala"
_FALTA_ACCESO = "falta decir si los datos son públicos; escriba Público, Restringido o Privado"


def _summarize(conjunto: ConjuntoLeido) -> None:
    """Fill the dataset from its resources: the most open access, the first date, and what all of them share."""
    recursos = [recurso.valores for recurso in conjunto.recursos]
    resumen: dict[str, Valor] = {}
    for campo, resumir in _RESUMENES:
        vistos = [valores[campo] for valores in recursos if campo in valores]
        if vistos:
            resumen[campo] = vistos[0] if _are_alike(vistos) else resumir(vistos)
    for campo in _COMPARTIDOS:
        if recursos[0].get(campo) and _are_alike([valores.get(campo) for valores in recursos]):
            resumen[campo] = recursos[0][campo]
    if resumen.get("acceso") is Acceso.PUBLICO:
        resumen.pop("razon", None)
    if "fecha" in resumen:
        resumen["fecha_publicacion"] = resumen.pop("fecha")
    conjunto.valores.update(resumen)


def _are_alike(valores: list[Any]) -> bool:
    return valores.count(valores[0]) == len(valores)


def _most_open(accesos: list[Any]) -> Acceso | None:
    return next((acceso for acceso in _DE_MAS_A_MENOS if acceso in accesos), None)


_COMPARTIDOS = ("descripcion", "plataforma")
_RESUMENES: tuple[tuple[str, Callable[[list[Any]], Valor]], ...] = (
    ("acceso", _most_open),
    ("razon", lambda razones: razones[0]),
    ("frecuencia", lambda frecuencias: Counter(frecuencias).most_common(1)[0][0]),
    ("fecha", min),
)
