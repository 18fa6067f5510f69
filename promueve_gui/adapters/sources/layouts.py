"""The official column layouts, and how the header of a table is recognised whatever it went through.

Titles are compared without accents, capitals or punctuation, and a misspelt long title still counts: the official tool
itself wrote «Enalce» and «funcioanrio».
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from promueve_gui.adapters.errores_formula import SIN_VALOR, complaint
from promueve_gui.adapters.reporte import column_letter
from promueve_gui.domain.formato import citar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.tables import Fila

_SOBRA = "la columna «{}» no es parte del formato y no se lee"
_SOBRAN = "desde aquí, {:,} columnas hasta la {} no son parte del formato y no se leen"
_REPETIDA = "la columna «{}» está dos veces y se leyó la {}; deje una sola"
RENGLONES_DE_TITULO = 40  # rows from the top among which the header is looked for
_MUCHAS = 20  # columns that are not read, told one by one up to here
_MINIMO = 3  # columns that must be known for a row to be a header
_ALREDEDOR = " .:;()*\t\n\xa0\ufeff"  # around a title that is still the same
_LARGO = 8  # characters from which a misspelt title can be told
_PARECIDO = 0.88  # likeness above which two long titles are the same
_SIGNOS = re.compile(r"[\W_]+")


@frozen
class Columna:
    """A column of a layout: its key and the titles it goes by, the official one first."""

    clave: str
    titulos: tuple[str, ...]
    requerida: bool = True


@frozen
class Plantilla:
    """A layout. Without its column ``indispensable`` nothing of it can be read."""

    nombre: str
    indispensable: str
    columnas: tuple[Columna, ...]


@frozen
class Encabezado:
    """The header found in a table: its row number, its cells and where each known column is, counted from 0."""

    plantilla: Plantilla
    renglon: int
    celdas: tuple[str, ...]
    indices: dict[str, int]

    @property
    def ancho(self) -> int:
        """Return how many cells the header has up to its last title."""
        return max(indice for indice, celda in enumerate(self.celdas, start=1) if celda.strip())

    def donde(self, clave: str) -> int:
        """Return where the column ``clave`` is, or -1: useful rows end in an empty cell for those that are missing."""
        return self.indices.get(clave, -1)

    @property
    def clave(self) -> int:
        """Return where the indispensable column is."""
        return self.indices[self.plantilla.indispensable]

    @property
    def titulo(self) -> str:
        """Return the title of the indispensable column as other spellings of it are compared with it."""
        return _folded(self.celdas[self.clave])

    def is_again(self, celdas: list[str]) -> bool:
        """Tell whether a row has its titles, however written, where it has them."""
        if len(celdas) <= self.clave or _folded(celdas[self.clave]) != self.titulo:
            return False
        return sum(self._same(celdas, indice) for indice in self.indices.values() if indice < len(celdas)) >= _MINIMO

    def is_elsewhere(self, celdas: list[str]) -> bool:
        """Tell whether a row has its titles in other columns."""
        titulos = {self.celdas[indice]: indice for indice in self.indices.values()}
        comunes = [titulos[celda] == indice for indice, celda in enumerate(celdas) if celda in titulos]
        return len(comunes) >= _MINIMO and not all(comunes)

    def _same(self, celdas: list[str], indice: int) -> bool:
        return normalize_title(celdas[indice]) == normalize_title(self.celdas[indice])

    def report(self, reporte: Reporte) -> None:
        """Say which columns are missing and which are not part of the layout."""
        for columna in self.plantilla.columnas:
            if columna.requerida and columna.clave not in self.indices:
                falta = f"falta la columna «{columna.titulos[0]}»; lo que iría en ella queda vacío"
                reporte.renglon(self.renglon, columna.titulos[0], falta)
        conocidas = set(self.indices.values())
        otras = [(i, celda) for i, celda in enumerate(self.celdas) if celda.strip() and i not in conocidas]
        de_una_en_una = len(otras) if len(otras) <= _MUCHAS else _MUCHAS - 1
        for indice, celda in otras[:de_una_en_una]:
            reporte.celda(self.renglon, indice, celda, self._why_not_read(celda))
        if len(otras) > _MUCHAS:
            (indice, celda), (ultima, _) = otras[de_una_en_una], otras[-1]
            texto = _SOBRAN.format(len(otras) - de_una_en_una, column_letter(ultima))
            reporte.celda(self.renglon, indice, celda, texto)

    def _why_not_read(self, titulo: str) -> str:
        if titulo in SIN_VALOR:
            return complaint(titulo)
        buscado = normalize_title(titulo)
        otra = next((i for i in self.indices.values() if normalize_title(self.celdas[i]) == buscado), -1)
        if otra >= 0:
            return _REPETIDA.format(citar(titulo), column_letter(otra))
        return _SOBRA.format(citar(titulo))


def _columnas(*filas: tuple[str, str] | tuple[str, str, str]) -> tuple[Columna, ...]:
    """Make columns out of key, titles parted by bars, and «opcional» where it may be missing."""
    return tuple(Columna(fila[0], tuple(fila[1].split("|")), requerida="opcional" not in fila[2:]) for fila in filas)


PLAN_APERTURA = Plantilla(
    "plan_apertura",
    "conjunto",
    _columnas(
        ("vision", "Visión institucional de datos abiertos"),
        ("enlace", "Funcionario designado como Enlace"),
        ("enlace_cargo", "Título del funcionario designado como Enlace"),
        ("enlace_correo", "Correo oficial del funcionario designado como Enlace"),
        ("administrador", "Funcionario designado como Administrador"),
        ("administrador_cargo", "Título del funcionario designado como Administrador"),
        ("administrador_correo", "Correo oficial del funcionario designado como Administrador"),
        ("conjunto", "Conjuntos de datos priorizados"),
        ("descripcion", "Descripción de los conjuntos"),
        ("frecuencia", "Periodicidad de la actualización"),
        ("fecha", "Fecha tentativa de publicación (AAAA-MM-DD)|Fecha tentativa de publicación"),
    ),
)
_FECHA_BREVE = "Fecha estimada de publicación"
_FECHA_CORTA = f"{_FECHA_BREVE} en datos.gob.mx"
FECHA_LARGA = f"{_FECHA_CORTA} (en caso de ser datos públicos) (AAAA-MM)"
INVENTARIO = Plantilla(
    "inventario",
    "conjunto",
    _columnas(
        ("responsable", "Responsable|Área responsable"),
        ("conjunto", "Nombre del conjunto|Nombre del conjunto de datos"),
        ("recurso", "Nombre del recurso|Nombre del recurso de datos"),
        ("descripcion", "¿De qué es?"),
        ("acceso", "¿Tiene datos privados?"),
        ("razon", "Razón por la cual los datos son privados"),
        ("plataforma", "¿En qué plataforma, tecnología, programa o sistema se albergan?"),
        (
            "fecha",
            "|".join(
                (
                    *(FECHA_LARGA, f"{_FECHA_CORTA} (en caso de ser datos públicos)", f"{_FECHA_CORTA} (AAAA-MM)"),
                    *(_FECHA_CORTA, f"{_FECHA_BREVE} (AAAA-MM)", _FECHA_BREVE, "Fecha estimada"),
                )
            ),
        ),
        ("frecuencia", "Frecuencia con la que actualizan|Frecuencia de actualización", "opcional"),
    ),
)
CATALOGO = Plantilla(
    "catalogo",
    "ds:title",
    _columnas(
        ("ds:identifier", "ds:identifier"),
        ("ds:title", "ds:title"),
        ("ds:description", "ds:description"),
        ("ds:keyword", "ds:keyword"),
        ("ds:modified", "ds:modified"),
        ("ds:contactPoint", "ds:contactPoint"),
        ("ds:mbox", "ds:mbox"),
        ("ds:accessLevel", "ds:accessLevel", "opcional"),
        ("ds:accessLevelComment", "ds:accessLevelComment", "opcional"),
        ("ds:temporal", "ds:temporal"),
        ("ds:spatial", "ds:spatial"),
        ("ds:landingPage", "ds:landingPage|ds:dataDictionary"),
        ("ds:accrualPeriodicity", "ds:accrualPeriodicity"),
        ("rs:title", "rs:title"),
        ("rs:description", "rs:description"),
        ("rs:downloadURL", "rs:downloadURL"),
        ("rs:mediaType", "rs:mediaType"),
        ("rs:byteSize", "rs:byteSize"),
        ("rs:temporal", "rs:temporal"),
        ("rs:spatial", "rs:spatial"),
        ("rs:accrualPeriodicity", "rs:accrualPeriodicity", "opcional"),
    ),
)
PLANTILLAS = (PLAN_APERTURA, INVENTARIO, CATALOGO)


def find_header(filas: list[Fila]) -> Encabezado | None:
    """Return the row that best matches a layout, among the first ones; ``None`` when no layout is there."""
    mejor: Encabezado | None = None
    for renglon, celdas in filas[:RENGLONES_DE_TITULO]:
        if sum(map(bool, celdas)) < _MINIMO:
            continue
        titulos = [normalize_title(celda) for celda in celdas]
        for plantilla in PLANTILLAS:
            indices = _match(titulos, plantilla)
            if len(indices) >= _MINIMO and (mejor is None or len(indices) > len(mejor.indices)):
                mejor = Encabezado(plantilla, renglon, tuple(celdas), indices)
    return mejor


def _folded(titulo: str) -> str:
    return titulo.casefold().strip(_ALREDEDOR)


def normalize_title(titulo: str) -> str:
    """Return ``titulo`` with letters and digits only, without accents or capitals, for comparison."""
    return _SIGNOS.sub(" ", plegar(titulo)).strip()


def _match(titulos: list[str], plantilla: Plantilla) -> dict[str, int]:
    """Return where each column of ``plantilla`` is: those spelt right first, then those that look like none other."""
    indices: dict[str, int] = {}
    for parecido in (1.0, _PARECIDO):
        for columna in plantilla.columnas:
            if columna.clave not in indices:
                libres = [indice for indice in range(len(titulos)) if indice not in indices.values()]
                indice = _best(columna, titulos, libres, parecido)
                if indice is not None:
                    indices[columna.clave] = indice
        if not indices:  # a row with no title spelt right is data, and likeness is slow
            break
    return indices


def _best(columna: Columna, titulos: list[str], libres: list[int], parecido: float) -> int | None:
    buscados = [normalize_title(titulo) for titulo in columna.titulos]
    if parecido == 1.0:
        return next((indice for buscado in buscados for indice in libres if titulos[indice] == buscado), None)
    candidatos = [
        (SequenceMatcher(None, buscado, titulos[indice]).ratio(), -indice)
        for buscado in buscados
        for indice in libres
        if ":" not in columna.clave and abs(len(buscado) - len(titulos[indice])) < _LARGO <= len(titulos[indice])
    ]
    mejor, indice = max(candidatos, default=(0.0, 0))
    return -indice if mejor >= parecido else None
