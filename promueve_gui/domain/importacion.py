"""What a file from outside was found to say, before it meets the project. Readers make it; nothing here opens files."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Valor


class Formato(Enum):
    """The families of files of the open-data policy, recognised by content."""

    PLAN_APERTURA = "plan_apertura"  # A: CSV of 11 columns, a row per dataset
    INVENTARIO = "inventario"  # B: XLSX of 8 columns, a row per resource
    INVENTARIO_PLAN = "inventario_plan"  # C: CSV, B's columns and the frequency
    CATALOGO = "catalogo"  # D: CSV with ds: and rs: columns
    CATALOGO_JSON = "catalogo_json"  # E: dataset[] of a DCAT-like catalogue
    INVENTARIO_JSON = "inventario_json"  # E: the same plus public and publishDate
    CKAN = "ckan"  # E: answers of package_search and package_show


@frozen
class Problema:
    """Something in a file that could not be read as it stands: where, what was found, and how to mend it.

    ``hoja`` is empty in text files; ``renglon`` counts from 1 as a spreadsheet does, ``None`` for the whole file;
    ``columna`` is the letter of the column (or the JSON key), empty when the whole row is meant.
    """

    hoja: str
    renglon: int | None
    columna: str
    valor: str
    mensaje: str


@dataclass(slots=True)
class RecursoLeido:
    """One resource as a file tells it; ``valores`` are fields of ``Recurso``."""

    valores: dict[str, Valor]
    renglon: int


@dataclass(slots=True)
class ConjuntoLeido:
    """One dataset as a file tells it; ``valores`` are fields of ``ConjuntoDatos``, ``area`` its area as written."""

    valores: dict[str, Valor]
    area: str
    renglon: int
    recursos: list[RecursoLeido] = field(default_factory=list)


@dataclass(slots=True)
class PersonaLeida:
    """A person named by the file; ``valores`` are fields of ``Persona``."""

    valores: dict[str, Valor]
    renglon: int


@dataclass(slots=True)
class Lectura:
    """Everything a file says. ``columna_area`` is the letter of the column that holds the areas."""

    formato: Formato
    hoja: str = ""
    columna_area: str = ""
    institucion: dict[str, Valor] = field(default_factory=dict)
    personas: list[PersonaLeida] = field(default_factory=list)
    conjuntos: list[ConjuntoLeido] = field(default_factory=list)
    problemas: list[Problema] = field(default_factory=list)
