"""How a content ends: where the data are and whom to ask (R4, R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, listed, paragraphs
from promueve_gui.adapters.word.text import Tramo, clean, linked, web_target
from promueve_gui.domain.campos_combinados import conjuntos_citados
from promueve_gui.domain.institucion import Institucion, Persona

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

_CODIGOS = 3  # datasets that get a QR code each; of more only the first, or the page would be all codes
_LARGO_QR = 500  # characters; a longer address makes a code too dense for telephones at its printed size


def data_lines(contenido: Contenido, proyecto: Proyecto, ya_dicha: str = "") -> list[Parrafo]:
    """Return the section with each dataset and its direct URL; nothing when there is neither.

    ``ya_dicha`` is an address that the document shows elsewhere and need not repeat by itself.
    """
    fuentes = [(nombre, url) for nombre, url in _fuentes(contenido, proyecto) if nombre or url != ya_dicha]
    codigos = {url for _, url in fuentes[: len(fuentes) if len(fuentes) <= _CODIGOS else 1]}
    escritas = [_fuente(nombre, url, con_codigo=url in codigos) for nombre, url in fuentes]
    return [*paragraphs(Estilo.SECCION, "Consulte los datos"), *escritas] if escritas else []


def _fuentes(contenido: Contenido, proyecto: Proyecto) -> list[tuple[str, str]]:
    """Return name and URL of what to consult. The URL of the content is the one of its only dataset."""
    conjuntos = conjuntos_citados(contenido, proyecto)
    if len(conjuntos) == 1:
        return [(conjuntos[0].nombre, contenido.url or conjuntos[0].url)]
    fuentes = [(conjunto.nombre, conjunto.url) for conjunto in conjuntos]
    if contenido.url and contenido.url not in {url for _, url in fuentes}:
        fuentes.insert(0, ("", contenido.url))
    return fuentes


def _fuente(nombre: str, url: str, *, con_codigo: bool) -> Parrafo:
    titulo = (Tramo(clean(nombre), fuerte=True),) if nombre else ()
    salto = (Tramo("\n"),) if nombre and url else ()
    destino = web_target(url) if con_codigo else ""
    return Parrafo(Estilo.DATOS, (*titulo, *salto, *linked(url)), qr=destino if len(destino) <= _LARGO_QR else "")


def contact_lines(contenido: Contenido, proyecto: Proyecto, *, prensa: bool) -> list[Parrafo]:
    """Return the section with the contacts that are known: press (if ``prensa``), data, and technical."""
    filas = [
        *(_prensa(proyecto) if prensa else []),
        *listed(Estilo.CONTACTO, "Datos abiertos", [contenido.correo_contacto]),
        *_tecnico(contenido, proyecto),
    ]
    return [*paragraphs(Estilo.SECCION, "Contacto"), *filas] if filas else []


def _prensa(proyecto: Proyecto) -> list[Parrafo]:
    institucion = proyecto.unico(Institucion)
    if institucion is None or not (institucion.correo_prensa or institucion.telefono_prensa):
        return []
    telefono = f"Tel. {institucion.telefono_prensa}" if institucion.telefono_prensa else ""
    partes = [institucion.direccion_comunicacion, institucion.correo_prensa, telefono]
    return listed(Estilo.CONTACTO, "Prensa", partes)


def _tecnico(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the technical person: name, post and institutional e-mail, no more of them than R5 needs."""
    persona = proyecto.get(Persona, contenido.contacto_tecnico)
    if persona is None or not persona.activo:
        return []
    return listed(Estilo.CONTACTO, "Contacto técnico", [persona.nombre, persona.cargo, persona.correo])
