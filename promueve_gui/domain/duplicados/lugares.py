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
# Cities of which people say the state too: «Cancún, Q. Roo». Only those whose name no other place has.
_CIUDADES = {
    "§baja_california": "Ensenada, Mexicali, Tijuana",
    "§baja_california_sur": "Los Cabos",
    "§chiapas": "San Cristóbal de las Casas, Tapachula, Tuxtla Gutiérrez",
    "§chihuahua": "Ciudad Juárez",
    "§coahuila": "Monclova, Piedras Negras, Saltillo, Torreón",
    "§durango": "Gómez Palacio",
    "§guanajuato": "Celaya, Irapuato, Salamanca, San Miguel de Allende",
    "§guerrero": "Acapulco, Chilpancingo, Iguala, Taxco, Zihuatanejo",
    "§hidalgo": "Pachuca, Tulancingo",
    "§jalisco": "Guadalajara, Puerto Vallarta, Tlaquepaque, Zapopan",
    "§mexico": "Ecatepec, Naucalpan, Nezahualcóyotl, Texcoco, Tlalnepantla, Toluca",
    "§michoacan": "Morelia, Pátzcuaro, Uruapan, Zamora",
    "§morelos": "Cuernavaca, Jiutepec",
    "§nayarit": "Tepic",
    "§nuevo_leon": "Apodaca, Monterrey, San Pedro Garza García",
    "§oaxaca": "Huatulco, Juchitán, Tuxtepec",
    "§puebla": "Atlixco, Cholula, Tehuacán",
    "§quintana_roo": "Cancún, Chetumal, Cozumel, Playa del Carmen",
    "§sinaloa": "Culiacán, Los Mochis, Mazatlán",
    "§sonora": "Ciudad Obregón, Guaymas, Hermosillo",
    "§tabasco": "Villahermosa",
    "§tamaulipas": "Ciudad Victoria, Nuevo Laredo, Reynosa, Tampico",
    "§veracruz": "Boca del Río, Coatzacoalcos, Córdoba, Orizaba, Poza Rica, Xalapa",
    "§yucatan": "Mérida, Tizimín",
    "§zacatecas": "Fresnillo",
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
_CIUDADES_DE = {clave: [f" {plegar(una)} " for una in juntas.split(", ")] for clave, juntas in _CIUDADES.items()}


def lugar_en(palabras: Sequence[str], desde: int) -> tuple[str, int]:
    """Return the state that the folded words name from a place on, and how many words that takes; «» and 0 if none."""
    for frase, clave in FRASES_DE_LUGAR.get(palabras[desde], ()):
        if tuple(palabras[desde : desde + len(frase)]) == frase:
            return clave, len(frase)
    return "", 0


def sin_estado_de_ciudad(raices: tuple[str, ...], plegadas: Sequence[str]) -> tuple[str, ...]:
    """Leave the state out of the roots of a name whose folded words name a city of that state."""
    dicho = f" {' '.join(plegadas)} "
    return tuple(p for p in raices if p[0] != "§" or not any(una in dicho for una in _CIUDADES_DE.get(p, ())))
