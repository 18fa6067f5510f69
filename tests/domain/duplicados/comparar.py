"""How the tests of this folder look for duplicates: a few names, and slips of the finger counted without a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados import buscar
from promueve_gui.domain.grupos import GrupoUsuarios

if TYPE_CHECKING:
    from promueve_gui.domain.duplicados import Pareja

CATALOGO = {
    "INEGI": "Instituto Nacional de Estadística y Geografía",
    "SE": "Secretaría de Economía",
    "SHCP": "Secretaría de Hacienda y Crédito Público",
    "PyME": "Pequeñas y Medianas Empresas",
    "Sría.": "Secretaría",
    "Dir.": "Dirección",
    "Gral.": "General",
    "Sin.": "Sinaloa",
    "Docentes": "Maestros",
    "Ganaderos": "Productores pecuarios",
    "PROCAMPA": "Programa de Campos y Aguas",
    "PROCAMPA-Ribera": "Programa de Orillas",
    "Iniciativa privada": "Sector privado",
    "Cancún, Quintana Roo": "Cancún",
    "Ciudad Juárez, Chihuahua": "Ciudad Juárez",
}
SINONIMOS = [Sinonimo(id=f"s{n}", termino=t, equivale=e) for n, (t, e) in enumerate(CATALOGO.items())]


def slips(uno: str, otro: str, corte: float = 0) -> float:
    """Return how alike two words are, 0 to 100: letters more, less or other, or changed places, against the longer."""
    filas = [list(range(len(otro) + 1))]
    for i, una in enumerate(uno, 1):
        fila = [i]
        for j, letra in enumerate(otro, 1):
            menos = min(filas[-1][j] + 1, fila[-1] + 1, filas[-1][j - 1] + (una != letra))
            if i > 1 and j > 1 and una == otro[j - 2] and uno[i - 2] == letra:
                menos = min(menos, filas[-2][j - 2] + 1)
            fila.append(menos)
        filas.append(fila)
    parecido = 100 * (1 - filas[-1][-1] / max(len(uno), len(otro)))
    return parecido if parecido >= corte else 0


def group(identidad: str, nombre: str, **valores: object) -> GrupoUsuarios:
    """Return a group with a name and some other fields."""
    return GrupoUsuarios(id=identidad, nombre=nombre, **valores)  # type: ignore[arg-type] # a test says them right


def pairs(*grupos: GrupoUsuarios, minimo: int = 0) -> list[Pareja]:
    """Return the pairs that a search finds with the catalogue of these tests."""
    return buscar(grupos, SINONIMOS, slips, minimo=minimo)


def score(uno: str, otro: str) -> int:
    """Return the points of two names; 0 when they are not even a pair."""
    halladas = pairs(group("a", uno), group("b", otro))
    return halladas[0].puntaje if halladas else 0
