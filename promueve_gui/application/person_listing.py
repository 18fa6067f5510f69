"""What was found of a person, as a list that can be handed to her: where it stands and what it says (dominio §8)."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import campos, campos_visibles
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from promueve_gui.application.personal_data import Expediente
    from promueve_gui.application.traces import Dicho, Rastro
    from promueve_gui.domain.proyecto import Clave, Proyecto

COLUMNAS = ("Dónde está", "Registro", "Campo", "Qué dice", "Cuándo")
AHORA, ANTES, RETIRADO, EN_RESPALDOS = "Ahora", "Antes", "Ahora (retirado)", "Solo en respaldos"
BITACORA, RESPALDO = "Bitácora", "Respaldo"
INTERNO = "(dato interno)"


@frozen
class Linea:
    """One line of the list, by ``COLUMNAS``."""

    donde: str
    registro: str
    campo: str
    texto: str
    cuando: str

    @property
    def partes(self) -> tuple[str, ...]:
        """Return its columns."""
        return astuple(self)


def listing(expediente: Expediente, proyecto: Proyecto, elegidos: Collection[Clave]) -> list[Linea]:
    """Return all that was found in the records chosen, in the bitácora and in the backups.

    Of a record of the person's own it gives every field that is filled in.
    """
    return [
        *(linea for rastro in expediente.rastros if rastro.clave in elegidos for linea in _record(rastro, proyecto)),
        *_lines(expediente),
        *_copies(expediente),
    ]


def as_text(lineas: Iterable[Linea], titulo: str, momento: datetime) -> str:
    """Return the list as plain text, one matter a paragraph."""
    parrafos = [
        "\n".join(f"{nombre}: {parte}" for nombre, parte in zip(COLUMNAS, linea.partes, strict=True) if parte)
        for linea in lineas
    ]
    return "\n\n".join([f"{titulo}\n{momento:%d/%m/%Y %H:%M}", *parrafos]) + "\n"


def label_of(clave: Clave, dicho: Dicho) -> str:
    """Return what people call the field that says something."""
    return campos(POR_ENTIDAD[clave[0]])[dicho.campo].etiqueta


def name_of(rastro: Rastro) -> str:
    """Return what people call a record: its kind and its title."""
    tipo = POR_ENTIDAD[rastro.clave[0]]
    return f"{tipo.SINGULAR.capitalize()} «{rastro.titulo}»" if rastro.titulo else tipo.sin_titulo().capitalize()


def _record(rastro: Rastro, proyecto: Proyecto) -> Iterator[Linea]:
    tipo, registro = POR_ENTIDAD[rastro.clave[0]], proyecto.registro(*rastro.clave)
    kind = tipo.SINGULAR.capitalize()
    cuando = EN_RESPALDOS if registro is None else AHORA if registro.activo else RETIRADO
    dichos: Sequence[Dicho] = rastro.dichos
    if registro is not None and rastro.es_persona:
        for nombre, campo in campos_visibles(tipo).items():
            texto = mostrar(campo, getattr(registro, nombre), proyecto)
            if texto:
                yield Linea(kind, rastro.titulo, campo.etiqueta, texto, cuando)
        dichos = [dicho for dicho in rastro.dichos if dicho.antes]
    for dicho in dichos:
        texto = dicho.texto or INTERNO
        yield Linea(kind, rastro.titulo, label_of(rastro.clave, dicho), texto, ANTES if dicho.antes else cuando)


def _lines(expediente: Expediente) -> Iterator[Linea]:
    rastreo = expediente.proyecto
    for renglon in rastreo.renglones:
        yield Linea(BITACORA, "", "", renglon.texto, f"{renglon.momento.astimezone():%d/%m/%Y %H:%M}")
    if rastreo.firmas:
        yield Linea(BITACORA, "", "Quién", f"Renglones que firma: {rastreo.firmas}", "")
    if rastreo.otros:
        yield Linea(BITACORA, "", "", f"Nombres de archivos y datos internos que la mencionan: {rastreo.otros}", "")


def _copies(expediente: Expediente) -> Iterator[Linea]:
    for path, rastreo in expediente.copias.items():
        menciones = sum(len(rastro.dichos) for rastro in rastreo.rastros) + len(rastreo.renglones)
        yield Linea(
            RESPALDO, path.name, "", f"Lo mismo, como estaba ese día: {contado(menciones, 'texto', 'textos')}", ""
        )
