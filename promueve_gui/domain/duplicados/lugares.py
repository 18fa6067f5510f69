"""The states of Mexico, as names of bodies end in them: «Secretaría de Salud de Jalisco» is not that of Puebla.

A state is one word here («§jalisco»), however many it takes and with or without «estado de». Its abbreviations are in
the catalogue of synonyms. The list is that of article 43 of the Constitution.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ENTIDADES = (
    "Aguascalientes", "Baja California", "Baja California Sur", "Campeche", "Chiapas", "Chihuahua", "Ciudad de México",
    "Coahuila", "Colima", "Durango", "Guanajuato", "Guerrero", "Hidalgo", "Jalisco", "Michoacán", "Morelos", "Nayarit",
    "Nuevo León", "Oaxaca", "Puebla", "Querétaro", "Quintana Roo", "San Luis Potosí", "Sinaloa", "Sonora", "Tabasco",
    "Tamaulipas", "Tlaxcala", "Veracruz", "Yucatán", "Zacatecas",
)  # fmt: skip
# The long names, and the one state whose name says little without «estado de».
_OTROS = {
    "Estado de México": "§mexico",
    "Coahuila de Zaragoza": "§coahuila",
    "Michoacán de Ocampo": "§michoacan",
    "Querétaro de Arteaga": "§queretaro",
    "Veracruz de Ignacio de la Llave": "§veracruz",
}
_DE_ESTADO = (("estado", "de"), ("estado", "libre", "y", "soberano", "de"))


def _frases() -> Iterator[tuple[tuple[str, ...], str]]:
    for nombre in _ENTIDADES:
        palabras = tuple(plegar(nombre).split())
        clave = f"§{'_'.join(palabras)}"
        yield palabras, clave
        for antes in _DE_ESTADO:
            yield (*antes, *palabras), clave
    for nombre, clave in _OTROS.items():
        palabras = tuple(plegar(nombre).split())
        yield palabras, clave
        for antes in _DE_ESTADO:
            yield (*antes, *palabras), clave


def _por_primera() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """Return the phrases by their first word, the longest first."""
    hechas: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for frase, clave in sorted(_frases(), key=lambda par: -len(par[0])):
        hechas.setdefault(frase[0], []).append((frase, clave))
    return MappingProxyType(hechas)


FRASES_DE_LUGAR = _por_primera()
PALABRAS_DE_LUGAR = frozenset(palabra for frase, _ in _frases() for palabra in frase)


def lugar_en(palabras: Sequence[str], desde: int) -> tuple[str, int]:
    """Return the state that the folded words name from a place on, and how many words that takes; «» and 0 if none."""
    for frase, clave in FRASES_DE_LUGAR.get(palabras[desde], ()):
        if tuple(palabras[desde : desde + len(frase)]) == frase:
            return clave, len(frase)
    return "", 0


class Ciudades:
    """Cities of which people say the state too: «Cancún, Q. Roo» is «Cancún»."""

    def __init__(self) -> None:
        """Start with none."""
        self._de_estado: dict[str, list[str]] = {}

    def tomar(self, palabras: Sequence[str], equivalen: Sequence[str]) -> bool:
        """Take a city, said with its state and without, folded; tell whether it is one."""
        hasta = len(equivalen)
        if not equivalen or list(palabras[:hasta]) != list(equivalen) or hasta == len(palabras):
            return False
        estado, cuantas = lugar_en(palabras, hasta)
        if not cuantas or hasta + cuantas < len(palabras):
            return False
        self._de_estado.setdefault(estado, []).append(f" {' '.join(equivalen)} ")
        return True

    def __contains__(self, palabras: Sequence[str]) -> bool:
        """Tell whether folded words are the name of one of the cities."""
        return any(f" {' '.join(palabras)} " in suyas for suyas in self._de_estado.values())

    def sin_estado(self, raices: tuple[str, ...], plegadas: Sequence[str]) -> tuple[str, ...]:
        """Leave the state out of the roots of a name whose folded words name a city of that state."""
        dicho = f" {' '.join(plegadas)} "
        return tuple(p for p in raices if p[0] != "§" or not any(una in dicho for una in self._de_estado.get(p, ())))
