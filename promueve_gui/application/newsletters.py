"""News by e-mail: a draft for each user group, with what was written in a period, to those who may be written to.

Nothing is sent. Who asked not to be contacted, whatever the group, gets nothing, nor does who was not given the privacy
notice (dominio §8); addresses go as blind copies, so that nobody reads those of others.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Protocol

from promueve_gui.application.content_formats import sin_aprobar
from promueve_gui.application.correos import remitente
from promueve_gui.application.export_documents import Documento, ignore_progress
from promueve_gui.application.formats import message_change
from promueve_gui.application.nombres_archivo import nombre_de_archivo, nombre_unico
from promueve_gui.application.progress_share import share
from promueve_gui.application.publications import publicaciones_de
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plantillas import combinar_plantilla
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega, Exporter
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.catalogos import PlantillaCorreo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plantillas import Combinado
    from promueve_gui.domain.proyecto import Proyecto

NOVEDADES = "novedades"  # the use of the template, and the kind of document
DIAS = 60  # how long the period is unless somebody says otherwise: a bimestre
ASUNTO_BAJA = "No contactar"
BAJA = (
    f"Si ya no desea recibir estas novedades, responda a este correo con el asunto «{ASUNTO_BAJA}» y lo retiraremos de "
    "la lista."
)
# Fields that the message may hold, and what each stands for.
CAMPOS_NOVEDADES: Mapping[str, str] = {
    "grupo": "nombre del grupo de usuarios",
    "periodo": "de qué fecha a qué fecha",
    "contenidos": "las novedades, con sus ligas",
    "institucion": "nombre de la institución",
    "siglas": "siglas de la institución",
    "contacto": "correo de contacto de la institución",
    "remitente": "quien envía: el Enlace y la institución",
    "baja": "cómo dejar de recibirlas; si no está, va al final",
}
_CONTENIDOS = re.compile(r"\{contenidos\}", re.IGNORECASE)
_BAJA = re.compile(r"\{baja\}", re.IGNORECASE)
_ARROBA = re.compile(r"\s*(?:@|[(\[]\s*(?:at|arroba)\s*[)\]])\s*", re.IGNORECASE)
_DIRECCION = re.compile(r"([^\s<>,;:\"()\[\]{}|/\\@«»“”]+)@([\w-]+(?:\.[\w-]+)*)")
_COMILLAS = "'‘’"  # Outlook puts them around addresses
_SIN_CUERPO = frozenset({TipoContenido.REDES})  # a message for the networks is no news by e-mail


@frozen(kw_only=True)
class Destinatarios:
    """Whom of a group a message goes to, and why the others are left out."""

    grupo: GrupoUsuarios
    correos: tuple[str, ...]
    no_contactar: int = 0
    sin_aviso: int = 0
    sin_correo: int = 0
    mal_escrito: int = 0

    @property
    def frase(self) -> str:
        """Return in words how many get it, and how many do not and why."""
        fuera = (
            (self.no_contactar, "pidió no recibir correos", "pidieron no recibir correos"),
            (self.sin_aviso, "sin aviso de privacidad", "sin aviso de privacidad"),
            (self.sin_correo, "sin correo", "sin correo"),
            (self.mal_escrito, "con el correo mal escrito", "con el correo mal escrito"),
        )
        dichos = [contado(cuantos, uno, varios) for cuantos, uno, varios in fuera if cuantos]
        reciben = contado(len(self.correos), "persona", "personas")
        return f"{reciben} · {', '.join(dichos)}" if dichos else reciben


@frozen(kw_only=True)
class PedidoNovedades:
    """What is to be prepared: for which groups, from which day to which, and whether with what is not approved yet.

    ``omitidos`` are contents of those days that are left out.
    """

    grupos: tuple[Id, ...]
    desde: date
    hasta: date
    mensaje: PlantillaCorreo
    borradores: bool = False
    omitidos: frozenset[Id] = frozenset()

    def contenidos(self, proyecto: Proyecto) -> list[Contenido]:
        """Return what is told, newest first."""
        suyos = contenidos_de(proyecto, self.desde, self.hasta, borradores=self.borradores)
        return [contenido for contenido in suyos if contenido.id not in self.omitidos]


@frozen(kw_only=True)
class Novedades:
    """A message to be written as a draft: text before and after the contents; ``cco`` are blind copies."""

    para: str
    cco: tuple[str, ...]
    asunto: str
    antes: str
    despues: str
    contenidos: tuple[Contenido, ...]
    proyecto: Proyecto
    momento: datetime
    desconocidos: tuple[str, ...] = ()


class NewsWriter(Protocol):
    """Writes a message as a draft that a mail program opens."""

    def __call__(self, novedades: Novedades, path: Path) -> None:
        """Write to ``path``, which is temporary."""


@frozen(kw_only=True)
class Preparadas:
    """What was prepared: each document and where it is, what stopped others, and words in braces that are no field."""

    escritas: tuple[tuple[Documento, Path], ...]
    fallidas: tuple[UserError, ...]
    desconocidos: tuple[str, ...] = ()


def destinatarios(proyecto: Proyecto) -> list[Destinatarios]:
    """Return whom of each group with contacts may be written to, by the order of the groups."""
    vetados = {suyo for c in proyecto.todos(Contacto) if c.no_contactar for suyo in _direcciones(c.correo)}
    hallados = []
    for grupo in proyecto.activos(GrupoUsuarios):
        contactos = [c for c in proyecto.referidos(Contacto, "grupo", grupo.id) if c.activo]
        if contactos:
            hallados.append(_de_grupo(grupo, contactos, vetados))
    return hallados


def _de_grupo(grupo: GrupoUsuarios, contactos: list[Contacto], vetados: set[str]) -> Destinatarios:
    correos: dict[str, str] = {}
    cuenta = dict.fromkeys(("no_contactar", "sin_aviso", "sin_correo", "mal_escrito"), 0)
    for contacto in contactos:
        correo = contacto.correo.strip()
        if contacto.no_contactar or not vetados.isdisjoint(_direcciones(correo)):
            cuenta["no_contactar"] += 1
        elif not correo:
            cuenta["sin_correo"] += 1
        elif revisar_correo(correo):
            cuenta["mal_escrito"] += 1
        elif contacto.aviso_fecha is None:
            cuenta["sin_aviso"] += 1
        else:
            correos.setdefault(plegado(correo), correo)
    return Destinatarios(grupo=grupo, correos=tuple(correos.values()), **cuenta)


def _direcciones(correo: str) -> list[str]:
    """Return every address in what was typed as one, as «Ana Ríos <ana@a.mx>; b @ b.mx»: who opted out is in any."""
    legible = "".join(c for c in unicodedata.normalize("NFKC", correo) if unicodedata.category(c) != "Cf")
    halladas = _DIRECCION.findall(_ARROBA.sub("@", legible))
    return [plegado(f"{buzon.strip(_COMILLAS)}@{dominio}") for buzon, dominio in halladas]


def plegado(correo: str) -> str:
    """Return an address as it is compared: capitals make no difference to anybody's mailbox."""
    return correo.strip().casefold()


def contenidos_de(proyecto: Proyecto, desde: date, hasta: date, *, borradores: bool) -> list[Contenido]:
    """Return the contents of a period, newest first: approved and published ones, and drafts if they are wanted.

    The day of a content is its own, or the one on which it was first published.
    """
    hallados = [
        (dia, contenido)
        for contenido in proyecto.activos(Contenido)
        if contenido.tipo not in _SIN_CUERPO and (borradores or not sin_aprobar(contenido))
        if (dia := _dia(proyecto, contenido)) is not None and desde <= dia <= hasta
    ]
    return [contenido for _, contenido in sorted(hallados, key=lambda par: par[0], reverse=True)]


def _dia(proyecto: Proyecto, contenido: Contenido) -> date | None:
    dias = [uno.fecha for uno in publicaciones_de(proyecto, contenido.id) if uno.fecha]
    return contenido.fecha or min(dias, default=None)


def redactar_novedades(
    proyecto: Proyecto, suyos: Destinatarios, pedido: PedidoNovedades, momento: datetime
) -> Novedades:
    """Return the message to one group; how to get no more is always in it, whatever its template says."""
    contenidos = pedido.contenidos(proyecto)
    valores = _valores(proyecto, suyos.grupo, pedido)
    cuerpo = pedido.mensaje.cuerpo if _BAJA.search(pedido.mensaje.cuerpo) else f"{pedido.mensaje.cuerpo}\n\n{{baja}}"
    antes, _, despues = _CONTENIDOS.sub("\0", cuerpo.replace("\0", ""), count=1).partition("\0")
    linea = {campo: " ".join(valor.split()) for campo, valor in valores.items()}
    partes = [
        combinar_plantilla(pedido.mensaje.asunto, linea),
        combinar_plantilla(antes, valores),
        combinar_plantilla(_CONTENIDOS.sub("", despues), valores),
    ]
    institucion = proyecto.unico(Institucion)
    para = institucion.correo_contacto.strip() if institucion else ""
    asunto = " ".join(partes[0].texto.split())
    return Novedades(
        para="" if revisar_correo(para) else para,
        cco=suyos.correos,
        asunto=f"BORRADOR: {asunto}" if any(map(sin_aprobar, contenidos)) else asunto,
        antes=partes[1].texto.strip(),
        despues=partes[2].texto.strip(),
        contenidos=tuple(contenidos),
        proyecto=proyecto,
        momento=momento,
        desconocidos=_unknown(partes),
    )


def _unknown(partes: list[Combinado]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(campo for parte in partes for campo in parte.desconocidos))


def _valores(proyecto: Proyecto, grupo: GrupoUsuarios, pedido: PedidoNovedades) -> dict[str, str]:
    institucion = proyecto.unico(Institucion)
    return {
        "grupo": grupo.nombre,
        "periodo": f"del {fecha_corta(pedido.desde)} al {fecha_corta(pedido.hasta)}",
        "contenidos": "",
        "institucion": institucion.nombre if institucion else "",
        "siglas": institucion.siglas if institucion else "",
        "contacto": institucion.correo_contacto if institucion else "",
        "remitente": remitente(proyecto),
        "baja": BAJA,
    }


class NewsMaker:
    """The use case: writes a draft for each group into a folder."""

    def __init__(self, exporter: Exporter, writer: NewsWriter, as_text: Callable[[Novedades], str]) -> None:
        """Take who puts files in their place, who writes drafts, and who says what their readers see."""
        self._exporter, self._writer, self.as_text = exporter, writer, as_text

    def prepare(
        self, pedido: PedidoNovedades, entrega: Entrega, folder: Path, progress: Progress = ignore_progress
    ) -> Preparadas:
        """Write a draft for each group with somebody to write to; one that fails does not stop the others.

        Raises ``UserError`` when there is nothing to tell («novedades_sin_contenidos») or nobody to be told
        («novedades_sin_personas»), or no folder can be made, and ``Cancelled``; what was finished before that stays.
        """
        proyecto = entrega.proyecto
        if not pedido.contenidos(proyecto):
            raise UserError("novedades_sin_contenidos")
        elegidos = [uno for uno in destinatarios(proyecto) if uno.grupo.id in pedido.grupos and uno.correos]
        if not elegidos:
            raise UserError("novedades_sin_personas")
        self._exporter.make_folder(folder)
        escritas: list[tuple[Documento, Path]] = []
        fallidas: list[UserError] = []
        desconocidos: dict[str, None] = {}
        usados: set[str] = set()
        for lugar, suyos in enumerate(elegidos):
            share(progress, lugar, len(elegidos))(0, 1)
            novedades = redactar_novedades(proyecto, suyos, pedido, entrega.momento)
            desconocidos |= dict.fromkeys(novedades.desconocidos)
            documento = _documento(suyos.grupo, novedades, usados)
            path = folder / documento.archivo
            try:
                self._exporter.put(path, partial(self._writer, novedades))
                escritas.append((documento, path))
            except UserError as error:
                fallidas.append(error)
        progress(1, 1)
        return Preparadas(escritas=tuple(escritas), fallidas=tuple(fallidas), desconocidos=tuple(desconocidos))


def _documento(grupo: GrupoUsuarios, novedades: Novedades, usados: set[str]) -> Documento:
    marca = "BORRADOR " if any(map(sin_aprobar, novedades.contenidos)) else ""
    nombre = nombre_de_archivo(f"{marca}Novedades - {grupo.siglas or grupo.nombre}", ".eml")
    return Documento(clave=NOVEDADES, titulo=grupo.nombre, archivo=nombre_unico(nombre, usados), parte=grupo.id)


def template_change(pedido: PedidoNovedades, proyecto: Proyecto) -> tuple[str, list[Cambio | None]]:
    """Return the reason and the change that keep the message as it was written, for the next time."""
    return "Guardar el mensaje de las novedades", [message_change(pedido.mensaje, proyecto)]
