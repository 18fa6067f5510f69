"""Merge fields: words between braces that stand for data of a content, such as {url}, wherever its texts are shown.

They are filled in on the way out (preview, Word, measures); what the user typed is kept as it is. Nothing typed is
interpreted beyond the names of ``CAMPOS_COMBINADOS``. From approval on, a content keeps what they stood for that day.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import FIRMES
from promueve_gui.domain.enriquecido import escapar_valor, leer
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import TEXTUALES, campos, campos_ricos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil, Persona
from promueve_gui.domain.patterns import pattern
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.enriquecido import Bloque
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

    Fuente: TypeAlias = Callable[[Contenido, Proyecto], str]

_SONIDO_I = pattern(r"h?i(?!e)|y(?![aeiou])")


@frozen
class CampoCombinado:
    """One merge field: its name between braces, what a menu calls it, and what it is filled in with."""

    nombre: str
    etiqueta: str
    descripcion: str

    @property
    def marca(self) -> str:
        """Return it as it stands in a text."""
        return f"{{{self.nombre}}}"


def conjuntos_citados(contenido: Contenido, proyecto: Proyecto) -> list[ConjuntoDatos]:
    """Return the datasets of a content that may be named in public, in its order (R2: only those promoted)."""
    elegidos = (proyecto.get(ConjuntoDatos, identidad) for identidad in contenido.conjuntos)
    return [conjunto for conjunto in elegidos if conjunto is not None and conjunto.promovible]


def enumerar(nombres: Sequence[str]) -> str:
    """Return names as Spanish lists them: «A», «A y B», «A, B e Inventario»."""
    if len(nombres) <= 1:
        return "".join(nombres)
    conjuncion = "e" if _SONIDO_I.match(plegar(nombres[-1])) else "y"
    return f"{', '.join(nombres[:-1])} {conjuncion} {nombres[-1]}"


def combinar(texto: str, contenido: Contenido, proyecto: Proyecto) -> str:
    """Return a plain text with its merge fields filled in; one that has no value yet stays, so that the gap is seen."""
    return _combinado(texto, contenido, proyecto, str)


def combinar_rico(texto: str, contenido: Contenido, proyecto: Proyecto) -> tuple[Bloque, ...]:
    """Return the blocks of a rich text with its merge fields filled in; marks in a value are text like the rest."""
    return leer(_combinado(texto, contenido, proyecto, escapar_valor))


def texto_leido(contenido: Contenido, nombre: str, proyecto: Proyecto) -> str:
    """Return one field of a content as its readers see it: filled in, without marks, a line for each paragraph."""
    texto: str = getattr(contenido, nombre)
    if nombre not in campos_ricos(type(contenido)):
        return combinar(texto, contenido, proyecto)
    return "\n".join(bloque.leido for bloque in combinar_rico(texto, contenido, proyecto))


def usados(textos: Iterable[str]) -> list[str]:
    """Return the names of the merge fields in some texts, each once, in their order."""
    return list(dict.fromkeys(nombre for texto in textos if "{" in texto for nombre in _CAMPO.findall(texto)))


def sin_valor(texto: str, contenido: Contenido, proyecto: Proyecto) -> list[str]:
    """Return what stays between braces in a text once it is filled in: fields without a value, and what is no field."""
    return list(dict.fromkeys(_ENTRE_LLAVES.findall(combinar(texto, contenido, proyecto)))) if "{" in texto else []


def lugares(texto: str) -> list[tuple[int, int]]:
    """Return where each merge field of a text begins and where it ends, one past its last character."""
    return [hallado.span() for hallado in _CAMPO.finditer(texto)]


def valores_usados(contenido: Contenido, proyecto: Proyecto, registros: Iterable[Registro]) -> dict[str, str]:
    """Return what the merge fields in the texts of ``registros`` stand for today in a content, empty for no value."""
    textos = (
        getattr(registro, nombre)
        for registro in registros
        for nombre, campo in campos(type(registro)).items()
        if campo.tipo in TEXTUALES and not campo.oculto
    )
    return {nombre: _FUENTES[nombre](contenido, proyecto) for nombre in usados(textos)}


def _combinado(texto: str, contenido: Contenido, proyecto: Proyecto, poner: Callable[[str], str]) -> str:
    if "{" not in texto:
        return texto
    fijos = _fijos(contenido.congelado) if contenido.estado in FIRMES else {}

    def fill(hallado: re.Match[str]) -> str:
        nombre = hallado[1]
        valor = fijos[nombre] if nombre in fijos else _FUENTES[nombre](contenido, proyecto)
        return poner(valor) if valor else hallado[0]

    return _CAMPO.sub(fill, texto)


def _fijos(congelado: str) -> Mapping[str, str]:
    try:
        dichos = json.loads(congelado or "{}")
    except ValueError:  # somebody else's hand
        return {}
    return {n: str(valor) for n, valor in dichos.items() if n in _FUENTES} if isinstance(dichos, dict) else {}


# What each one is filled in with


def _conjunto(contenido: Contenido, proyecto: Proyecto) -> str:
    return enumerar([conjunto.nombre for conjunto in conjuntos_citados(contenido, proyecto)])


def _url(contenido: Contenido, proyecto: Proyecto) -> str:
    return contenido.url or next((c.url for c in conjuntos_citados(contenido, proyecto) if c.url), "")


def _frecuencia(contenido: Contenido, proyecto: Proyecto) -> str:
    frecuencias = (c.frecuencia for c in conjuntos_citados(contenido, proyecto))
    return next((frecuencia.etiqueta.lower() for frecuencia in frecuencias if frecuencia), "")


def _area(contenido: Contenido, proyecto: Proyecto) -> str:
    areas = (proyecto.get(AreaGeneradora, c.area) for c in conjuntos_citados(contenido, proyecto))
    return next((area.nombre for area in areas if area is not None), "")


def _herramienta(contenido: Contenido, proyecto: Proyecto) -> str:
    return proyecto.titulo(Herramienta.ENTIDAD, contenido.herramienta)


def _lugar(contenido: Contenido, proyecto: Proyecto) -> str:
    return contenido.lugar or _institucion("ciudad")(contenido, proyecto)


def _propio(nombre: str) -> Fuente:
    return lambda contenido, _proyecto: str(getattr(contenido, nombre))


def _fecha(contenido: Contenido, _proyecto: Proyecto) -> str:
    return fecha_larga(contenido.fecha) if contenido.fecha else ""


def _de_unico(tipo: type[Institucion | Perfil], nombre: str) -> Fuente:
    def said(_contenido: Contenido, proyecto: Proyecto) -> str:
        registro = proyecto.unico(tipo)
        valor = None if registro is None else getattr(registro, nombre)
        return "" if valor is None else str(valor)

    return said


def _institucion(nombre: str) -> Fuente:
    return _de_unico(Institucion, nombre)


def _tecnico(nombre: str) -> Fuente:
    def said(contenido: Contenido, proyecto: Proyecto) -> str:
        persona = proyecto.get(Persona, contenido.contacto_tecnico)
        return str(getattr(persona, nombre)) if persona is not None and persona.activo else ""

    return said


_TABLA: tuple[tuple[CampoCombinado, Fuente], ...] = (
    (CampoCombinado("conjunto", "Conjunto de datos", "Los conjuntos públicos de que habla el contenido."), _conjunto),
    (CampoCombinado("url", "URL directa", "La dirección directa de los datos."), _url),
    (CampoCombinado("fecha", "Fecha en palabras", "La fecha del contenido: «5 de febrero de 2026»."), _fecha),
    (
        CampoCombinado("contacto", "Correo de contacto", "El correo de contacto del contenido."),
        _propio("correo_contacto"),
    ),
    (CampoCombinado("numero", "Número", "El número del comunicado."), _propio("numero")),
    (CampoCombinado("lugar", "Lugar", "El lugar del contenido o, si no lo dice, la ciudad de la institución."), _lugar),
    (CampoCombinado("autor", "Autoría", "Quién escribe el contenido."), _propio("autor")),
    (CampoCombinado("sector", "Sector", "El sector del contenido."), _propio("sector")),
    (CampoCombinado("frecuencia", "Frecuencia", "Cada cuánto se actualiza el primer conjunto."), _frecuencia),
    (CampoCombinado("herramienta", "Herramienta", "La herramienta que presenta la ficha."), _herramienta),
    (CampoCombinado("area", "Área generadora", "El área que genera el primer conjunto."), _area),
    (CampoCombinado("institucion", "Institución", "El nombre de la institución."), _institucion("nombre")),
    (CampoCombinado("siglas", "Siglas", "Las siglas de la institución."), _institucion("siglas")),
    (CampoCombinado("anio", "Año", "El año del programa."), _institucion("anio")),
    (CampoCombinado("sitio", "Sitio", "El sitio de la institución."), _institucion("sitio")),
    (
        CampoCombinado("comunicacion_social", "Comunicación Social", "El área de Comunicación Social."),
        _institucion("direccion_comunicacion"),
    ),
    (CampoCombinado("correo_prensa", "Correo de prensa", "El correo de prensa."), _institucion("correo_prensa")),
    (
        CampoCombinado("telefono_prensa", "Teléfono de prensa", "El teléfono de prensa."),
        _institucion("telefono_prensa"),
    ),
    (CampoCombinado("contacto_tecnico", "Contacto técnico", "El nombre del contacto técnico."), _tecnico("nombre")),
    (CampoCombinado("correo_tecnico", "Correo técnico", "El correo del contacto técnico."), _tecnico("correo")),
    (
        CampoCombinado("organo_rector", "Órgano rector", "El órgano rector, según el perfil."),
        _de_unico(Perfil, "organo_rector"),
    ),
    (CampoCombinado("portal", "Portal nacional", "El nombre del portal nacional."), _de_unico(Perfil, "portal")),
    (
        CampoCombinado("sitio_portal", "Dirección del portal", "La dirección del portal nacional."),
        _de_unico(Perfil, "sitio_portal"),
    ),
    (
        CampoCombinado("licencia", "Licencia", "La licencia con que se publican los datos."),
        _de_unico(Perfil, "licencia"),
    ),
)
CAMPOS_COMBINADOS: tuple[CampoCombinado, ...] = tuple(campo for campo, _ in _TABLA)
_FUENTES: Mapping[str, Fuente] = MappingProxyType({campo.nombre: fuente for campo, fuente in _TABLA})
_CAMPO = pattern(r"\{(" + "|".join(_FUENTES) + r")\}")
_ENTRE_LLAVES = pattern(r"\{[^\W\d]\w{0,39}+\}?")  # and those whose end somebody erased
