"""What the rest of two records says of whether they are one: initials, class, description. Names are compared apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.iniciales import abrevia, abreviables
from promueve_gui.domain.duplicados.lectura import leer, sigla_de
from promueve_gui.domain.duplicados.palabras import DE_FORMA, PLENA, UNIDADES, VACIAS, es_cuerpo, peso
from promueve_gui.domain.duplicados.raiz import raiz, singular
from promueve_gui.domain.duplicados.tipos import MISMAS_PALABRAS
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from promueve_gui.domain.grupos import GrupoUsuarios

_MISMAS_SIGLAS, _OTRAS_SIGLAS = 14, 12
# People inside the institution and outside are seldom the same; of a body with a name of its own, one class is wrong.
_OTRA_CLASE, _DENTRO_Y_FUERA = 8, 25
_CUERPO_Y_GENTE = 15  # «Colegio de Contadores» is not the «Contadores», however alike the names
_MISMA_DESCRIPCION = 8
_DUDOSO = 50  # points of the names from which the rest of the records counts in favour
_SEGURO = 90  # and from which it adds nothing
_PALABRAS, _COMUNES = 4, 0.7  # words of the shorter description, and the part of them that the other has


class Registros:
    """Compares records; keeps what it read of each, since one group is compared with several."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._descripciones: dict[str, frozenset[str]] = {}

    def puntaje(self, nombres: float, uno: GrupoUsuarios, otro: GrupoUsuarios) -> float:
        """Return the points of two records whose names get ``nombres`` points."""
        puntaje = nombres
        siglas = mismas_siglas(uno, otro)
        if siglas and nombres >= _DUDOSO:
            puntaje += _MISMAS_SIGLAS
        if siglas is False:
            puntaje -= _OTRAS_SIGLAS
        # Inside the institution, «Recursos Humanos» are no people but their office.
        oficina = uno.clase is otro.clase is ClaseGrupo.DENTRO and (de_oficina(uno.nombre) or de_oficina(otro.nombre))
        if nombres < MISMAS_PALABRAS and not oficina and de_institucion(uno.nombre) != de_institucion(otro.nombre):
            puntaje -= _CUERPO_Y_GENTE * (de_personas(uno.nombre) or de_personas(otro.nombre))
        if _DUDOSO <= nombres < _SEGURO and self.misma_descripcion(uno, otro):
            puntaje += _MISMA_DESCRIPCION
        puntaje = min(puntaje, 100 if nombres >= MISMAS_PALABRAS else MISMAS_PALABRAS - 1)
        if uno.clase and otro.clase and uno.clase is not otro.clase:
            fuera = ClaseGrupo.DENTRO not in {uno.clase, otro.clase}
            propio = nombres >= MISMAS_PALABRAS and (de_institucion(uno.nombre) or de_institucion(otro.nombre))
            puntaje -= _OTRA_CLASE if fuera or siglas or propio else _DENTRO_Y_FUERA
        return max(puntaje, 0)

    def misma_descripcion(self, uno: GrupoUsuarios, otro: GrupoUsuarios) -> bool:
        """Tell whether descriptions and notes say nearly the same."""
        corta, larga = sorted((self._descripcion(uno), self._descripcion(otro)), key=len)
        return len(corta) >= _PALABRAS and len(corta & larga) >= _COMUNES * len(corta)

    def _descripcion(self, grupo: GrupoUsuarios) -> frozenset[str]:
        texto = f"{grupo.descripcion} {grupo.notas}"
        if texto not in self._descripciones:
            plegadas = (palabra.plegada for palabra in leer(texto).palabras)
            self._descripciones[texto] = frozenset(raiz(p) for p in plegadas if p not in VACIAS)
        return self._descripciones[texto]


@lru_cache(maxsize=1 << 15)
def de_institucion(nombre: str) -> bool:
    """Tell whether a name is that of one body: it begins with what kind of body, in the singular, or is initials."""
    palabras = [palabra for palabra in leer(nombre).palabras if palabra.plegada not in DE_FORMA]
    if not palabras:
        return False
    primera = palabras[0]
    if primera.mayusculas and len(palabras) == 1:
        return True
    return es_cuerpo(primera.plegada) and singular(primera.plegada) == primera.plegada


@lru_cache(maxsize=1 << 15)
def de_oficina(nombre: str) -> bool:
    """Tell whether a name begins with a kind of office: «Dirección General de Recursos Humanos»."""
    primera = next(iter(leer(nombre).palabras), None)
    return primera is not None and raiz(primera.plegada) in UNIDADES


@lru_cache(maxsize=1 << 15)
def de_personas(nombre: str) -> bool:
    """Tell whether a name is that of people: it begins with a word in the plural, and not with their kind of body."""
    primera = next((p for p in leer(nombre).palabras if p.plegada not in VACIAS), None)
    if primera is None or primera.mayusculas:
        return False
    return singular(primera.plegada) != primera.plegada and peso(raiz(primera.plegada)) >= PLENA


@lru_cache(maxsize=1 << 15)
def sigla_dicha(nombre: str) -> str:
    """Return the initials that end a name which they stand for: «Red de Transporte de Pasajeros (RTP)»."""
    if nombre[-1:] != ")":
        return ""
    *resto, ultima = ("", *(palabra.plegada for palabra in leer(nombre).palabras))
    return ultima if abrevia(ultima, abreviables(resto[1:])) else ""


def mismas_siglas(uno: GrupoUsuarios, otro: GrupoUsuarios) -> bool | None:
    """Tell whether the initials of two records are the same; ``None`` when one has none."""
    suyas, ajenas = (sigla_de(grupo.siglas) or sigla_dicha(grupo.nombre) for grupo in (uno, otro))
    if suyas and ajenas:
        return suyas == ajenas
    if suyas or ajenas:
        nombre = sigla_de(otro.nombre if suyas else uno.nombre)
        return True if nombre == (suyas or ajenas) else None
    return None
