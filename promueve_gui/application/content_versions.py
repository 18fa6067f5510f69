"""Versions of a content: keeping one, listing them, comparing two word by word, and going back to one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import Tipo, campos, defaults
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.palabras_diferentes import comparar
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.versiones import (
    campos_de_parte,
    campos_de_version,
    diferentes,
    leer_partes,
    leer_valores,
    nueva_version,
    partes_de,
    siguiente_numero,
    ultima_igual,
    versiones_de,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Valor
    from promueve_gui.domain.palabras_diferentes import Trozo
    from promueve_gui.domain.partes_contenido import VersionContenido
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.versiones import Parte

A_PEDIDO = "Guardada a mano"
ANTES_DE_VOLVER = "Antes de volver a la versión {numero}"


@frozen
class CampoComparado:
    """A field in which two versions differ, by its label, and the words of both."""

    nombre: str
    etiqueta: str
    trozos: tuple[Trozo, ...]


def listed(proyecto: Proyecto, contenido: Id) -> list[VersionContenido]:
    """Return the versions of a content, the newest first."""
    return versiones_de(proyecto, contenido)[::-1]


def save(
    proyecto: Proyecto, contenido: Contenido, momento: datetime, autor: str, motivo: str = ""
) -> tuple[str, list[Cambio]]:
    """Return reason and changes that keep a content as it stands; no change when its last version says just that."""
    titulo = f"Guardar una versión de «{contenido.nombre}»"
    return titulo, _kept(proyecto, contenido, momento, autor, motivo.strip() or A_PEDIDO)


def restore(
    proyecto: Proyecto, contenido: Contenido, version: VersionContenido, momento: datetime, autor: str
) -> tuple[str, list[Cambio]]:
    """Return reason and changes that give a content back what a version of it says, once what it says now is kept.

    Its state stays, unless it was approved: then it goes back to review, as after any edit. What a version refers to
    and is gone from the project is left out. Its slides and messages for networks come back too, and those that came
    later are withdrawn.
    """
    titulo = f"Volver a la versión {version.numero} de «{contenido.nombre}»"
    valores = _restored(proyecto, contenido, leer_valores(version))
    pasos = [cambio(contenido, **valores), *_restored_parts(proyecto, contenido, version)]
    vueltas = [paso for paso in pasos if paso is not None]
    if not vueltas:
        return titulo, []
    guardada = _kept(proyecto, contenido, momento, autor, ANTES_DE_VOLVER.format(numero=version.numero))
    return titulo, [*guardada, *vueltas]


def compare(
    proyecto: Proyecto, contenido: Contenido, una: VersionContenido, otra: VersionContenido | None = None
) -> list[CampoComparado]:
    """Return the fields that differ between a version and another, or what the content says now; the older first.

    Where only formatting differs the marks are shown, since readers would see no difference.
    """
    antes, despues = leer_valores(una), _present(contenido) if otra is None else leer_valores(otra)
    propios = [_compared(proyecto, nombre, antes, despues) for nombre in diferentes(antes, despues)]
    partes = leer_partes(una), partes_de(proyecto, contenido.id) if otra is None else leer_partes(otra)
    return [*propios, *_compared_parts(proyecto, *partes)]


def _compared_parts(
    proyecto: Proyecto, antes: Sequence[Parte] | None, despues: Sequence[Parte] | None
) -> list[CampoComparado]:
    """Return the fields of slides and variants that differ; none when one of the versions does not speak of them."""
    if antes is None or despues is None:
        return []
    viejas, nuevas = {parte.id: parte for parte in antes}, {parte.id: parte for parte in despues}
    hallados = []
    for identidad in dict.fromkeys([*viejas, *nuevas]):
        conocida = nuevas.get(identidad) or viejas[identidad]
        vacia = type(conocida)(id=identidad)
        una, otra = viejas.get(identidad, vacia), nuevas.get(identidad, vacia)
        for nombre in campos_de_parte(type(conocida)):
            valores = getattr(una, nombre), getattr(otra, nombre)
            if valores[0] != valores[1]:
                campo = campos(type(conocida))[nombre]
                etiqueta = f"{_called(proyecto, conocida)} · {campo.etiqueta}"
                hallados.append(_words(proyecto, f"{identidad}:{nombre}", etiqueta, campo, valores))
    return hallados


def _called(proyecto: Proyecto, parte: Parte) -> str:
    """Return how people tell a part from the others: «Lámina 2», or the network of a message."""
    if isinstance(parte, Lamina):
        return f"Lámina {parte.orden or ''}".strip()
    return mostrar(campos(VarianteRed)["red"], parte.red, proyecto) or "Mensaje para una red"


def _compared(
    proyecto: Proyecto, nombre: str, antes: Mapping[str, Valor], despues: Mapping[str, Valor]
) -> CampoComparado:
    campo, inicial = campos(Contenido)[nombre], defaults(Contenido)[nombre]
    valores = antes.get(nombre, inicial), despues.get(nombre, inicial)
    return _words(proyecto, nombre, campo.etiqueta, campo, valores)


def _words(
    proyecto: Proyecto, nombre: str, etiqueta: str, campo: Campo, valores: tuple[Valor, Valor]
) -> CampoComparado:
    textos = [mostrar(campo, valor, proyecto) for valor in valores]
    if campo.rico and textos[0] == textos[1]:
        textos = [str(valor) for valor in valores]
    return CampoComparado(nombre, etiqueta, comparar(*textos))


def _present(contenido: Contenido) -> dict[str, Valor]:
    return {nombre: getattr(contenido, nombre) for nombre in campos_de_version(contenido)}


def _kept(proyecto: Proyecto, contenido: Contenido, momento: datetime, autor: str, motivo: str) -> list[Cambio]:
    if ultima_igual(proyecto, contenido) is not None:
        return []
    numero = siguiente_numero(proyecto, contenido.id)
    return [alta(nueva_version(contenido, numero, momento, autor, motivo, partes_de(proyecto, contenido.id)))]


def _restored_parts(proyecto: Proyecto, contenido: Contenido, version: VersionContenido) -> list[Cambio | None]:
    """Return how slides and variants become those of a version; none when it does not speak of them."""
    guardadas = leer_partes(version)
    if guardadas is None:
        return []
    quedan = {parte.id for parte in guardadas}
    motivo = f"Al volver a la versión {version.numero}"
    sobran = [retiro(parte, motivo) for parte in partes_de(proyecto, contenido.id) if parte.id not in quedan]
    return [*sobran, *(_restored_part(proyecto, parte) for parte in guardadas)]


def _restored_part(proyecto: Proyecto, parte: Parte) -> Cambio | None:
    tipo = type(parte)
    if isinstance(parte, VarianteRed) and proyecto.get(RedSocial, parte.red) is None:
        parte = replace(parte, red=None)  # what it says comes back all the same
    actual = proyecto.get(tipo, parte.id)
    if actual is None:
        return alta(parte)
    dichos = {nombre: getattr(parte, nombre) for nombre in campos_de_parte(tipo)}
    return cambio(actual, **dichos, contenido=parte.contenido, retirado="")


def _restored(proyecto: Proyecto, contenido: Contenido, dichos: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a version, those that it leaves empty too, without references to what is gone."""
    tipo = dichos.get("tipo", contenido.tipo)
    iniciales = defaults(Contenido)
    nombres: Sequence[str] = campos_de_version(Contenido(id=contenido.id, tipo=tipo))
    descritos = campos(Contenido)
    return {n: _existing(proyecto, descritos[n], dichos.get(n, iniciales[n])) for n in nombres}


def _existing(proyecto: Proyecto, campo: Campo, valor: Any) -> Any:  # noqa: ANN401  # a value of any field
    if campo.tipo is Tipo.REFERENCIAS:
        return tuple(identidad for identidad in valor if proyecto.registro(campo.destino, identidad) is not None)
    if campo.tipo is Tipo.REFERENCIA and valor is not None and proyecto.registro(campo.destino, valor) is None:
        return None
    return valor
