"""Step 1 by e-mail: the package for each area, a workbook and a draft, and the note of what was sent.

Works on a snapshot in any thread; the changes that it asks for are made by whoever has the session.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from promueve_gui.application.correos import Borrador, correos_del_area, redactar
from promueve_gui.application.export_documents import documentos_formato, ignore_progress
from promueve_gui.application.nombres_archivo import nombre_de_archivo
from promueve_gui.application.ports import Cancelled
from promueve_gui.application.progress_share import share
from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.envios import EN_ESPERA
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora, Perfil

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from promueve_gui.application.correos import DraftWriter
    from promueve_gui.application.export_documents import Documento, Entrega, Exporter
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.catalogos import PlantillaCorreo
    from promueve_gui.domain.envios import Seguimiento
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

PLAZO = 10  # days to return a format where the profile says nothing
BORRADOR = ".eml"


class Motivo(Opcion):
    """Why areas are written to; the value is the use of the template (``PlantillaCorreo.clave``)."""

    ENVIO = "formatos", "Formatos"
    RECORDATORIO = "recordatorio", "Recordatorio"


@frozen(kw_only=True)
class Pedido:
    """What is to be prepared: for which areas, with which message. ``vence`` is that of a first sending.

    A reminder keeps the day that was agreed with each area.
    """

    motivo: Motivo
    areas: tuple[Seguimiento, ...]
    mensaje: PlantillaCorreo
    hoy: date
    vence: date | None = None


@frozen(kw_only=True)
class Paquete:
    """What was prepared for one area: the document, both files, and to whom the draft goes, if that is known.

    ``otra_vez`` tells that the workbook is the one that was sent before, and no new export.
    """

    seguimiento: Seguimiento
    documento: Documento
    libro: Path
    borrador: Path
    para: tuple[str, ...]
    otra_vez: bool = False


@frozen(kw_only=True)
class Preparados:
    """What became of a ``Pedido``: packages ready, what stopped each of the others, and whether it was cancelled."""

    paquetes: tuple[Paquete, ...]
    fallidos: tuple[UserError, ...]
    cancelado: bool = False

    @property
    def exportados(self) -> Iterator[tuple[str, str]]:
        """Return each new export: the identity of its document, and its file name."""
        return ((p.documento.identidad, p.libro.name) for p in self.paquetes if not p.otra_vez)

    @property
    def sin_correo(self) -> list[str]:
        """Return the names of the areas whose draft has no address yet."""
        return [paquete.seguimiento.area.nombre for paquete in self.paquetes if not paquete.para]


def vence_propuesto(proyecto: Proyecto, hoy: date) -> date:
    """Return the day by which areas are asked to return what is sent on ``hoy``, as the profile says."""
    perfil = proyecto.unico(Perfil)
    dias = perfil.dias_formato if perfil and perfil.dias_formato else PLAZO
    return hoy + timedelta(days=min(dias, (date.max - hoy).days))


def recordables(seguimientos: Iterable[Seguimiento]) -> tuple[Seguimiento, ...]:
    """Return those who have a format and did not return it."""
    return tuple(uno for uno in seguimientos if uno.estado in EN_ESPERA)


class ExportFinder(Protocol):
    """Knows the workbooks that left the program."""

    def __call__(self, path: Path, exportacion: Id) -> bool:
        """Tell whether the file at ``path``, if there is one, is that export."""


class FormatSender:
    """The use case: writes the package of each area into a folder."""

    def __init__(self, exporter: Exporter, draft_writer: DraftWriter, is_export: ExportFinder) -> None:
        """Take who writes workbooks and drafts, and who knows a workbook again."""
        self._exporter = exporter
        self._draft_writer = draft_writer
        self._is_export = is_export

    def prepare(
        self, pedido: Pedido, entrega: Entrega, folder: Path, progress: Progress = ignore_progress
    ) -> Preparados:
        """Write a workbook and a draft per area under ``folder``; one that fails does not stop the others.

        A reminder carries the workbook that was sent, where it is still in ``folder``, and else one of today.

        When it is cancelled, the packages finished before are told, so that what is in the folder is known to the
        project. Raises ``UserError`` when there is nobody to write to («formatos_sin_areas») or no folder can be made.
        """
        if not pedido.areas:
            raise UserError("formatos_sin_areas")
        self._exporter.make_folder(folder)
        documentos = _documents(entrega.proyecto)
        paquetes: list[Paquete] = []
        fallidos: list[UserError] = []
        cancelado = False
        for lugar, seguimiento in enumerate(pedido.areas):
            propio = share(progress, lugar, len(pedido.areas))
            try:
                documento = documentos.get(seguimiento.area.id)
                paquetes.append(self._prepare_one(pedido, seguimiento, documento, entrega, folder, propio))
            except UserError as error:
                fallidos.append(error)
            except Cancelled:
                cancelado = True
                break
        return Preparados(paquetes=tuple(paquetes), fallidos=tuple(fallidos), cancelado=cancelado)

    def _prepare_one(
        self,
        pedido: Pedido,
        seguimiento: Seguimiento,
        documento: Documento | None,
        entrega: Entrega,
        folder: Path,
        progress: Progress,
    ) -> Paquete:
        if documento is None:
            raise UserError("area_no_existe")
        fecha, vence = _days(pedido, seguimiento)
        area, proyecto = seguimiento.area, entrega.proyecto
        enviado = self._sent(pedido, seguimiento, folder)
        libro = enviado or folder / documento.archivo
        if enviado is None:
            self._exporter.export(documento, replace(entrega, vence=vence), libro, progress)
        else:
            progress(0, 1)  # may stop here too
        dicho = redactar(proyecto, area, pedido.mensaje, libro.name, fecha, vence)
        borrador = Borrador(
            para=correos_del_area(proyecto, area),
            asunto=dicho.asunto,
            texto=dicho.texto,
            momento=entrega.momento,
            adjunto=libro,
        )
        path = folder / _draft_name(pedido.motivo, libro.stem)
        self._exporter.put(path, lambda temporal: self._draft_writer(borrador, temporal))
        return Paquete(
            seguimiento=seguimiento,
            documento=documento,
            libro=libro,
            borrador=path,
            para=borrador.para,
            otra_vez=enviado is not None,
        )

    def _sent(self, pedido: Pedido, seguimiento: Seguimiento, folder: Path) -> Path | None:
        """Return the workbook that a reminder is about, if it is still there."""
        envio = seguimiento.envio
        if pedido.motivo is not Motivo.RECORDATORIO or envio is None or not envio.exportacion:
            return None
        path = folder / nombre_de_archivo(envio.archivo)
        return path if self._is_export(path, envio.exportacion) else None


def _documents(proyecto: Proyecto) -> dict[Id, Documento]:
    """Return the format of each area. Names are given among all areas, so that they are the same every time."""
    nombrados = documentos_formato(proyecto.activos(AreaGeneradora))
    return {documento.area: documento for documento in nombrados if documento.area}


def _days(pedido: Pedido, seguimiento: Seguimiento) -> tuple[date, date | None]:
    """Return when the format was sent and by when it is awaited: a reminder speaks of the first time."""
    envio = seguimiento.envio
    if pedido.motivo is Motivo.ENVIO or envio is None:
        return pedido.hoy, pedido.vence
    return envio.fecha or pedido.hoy, envio.vence


def _draft_name(motivo: Motivo, nombre: str) -> str:
    principio = "" if motivo is Motivo.ENVIO else f"{motivo.etiqueta} - "
    return nombre_de_archivo(principio + nombre, BORRADOR)


def sending_changes(
    pedido: Pedido, preparados: Preparados, entrega: Entrega, proyecto: Proyecto
) -> tuple[str, list[Cambio]]:
    """Return the reason and the changes that note in ``proyecto``, as it is by now, what was prepared.

    The message goes along where it was changed, so that the next sending begins with it.
    """
    cambios = [_noted(pedido, paquete, entrega, proyecto) for paquete in preparados.paquetes]
    hechos = [hecho for hecho in cambios if hecho is not None]
    if hechos and (guardado := message_change(pedido.mensaje, proyecto)):
        hechos.append(guardado)
    cuantas = len(preparados.paquetes)
    areas = f"«{preparados.paquetes[0].seguimiento.area.nombre}»" if cuantas == 1 else f"{cuantas} áreas"
    que = "Enviar formatos a" if pedido.motivo is Motivo.ENVIO else "Recordar el formato a"
    return f"{que} {areas}", hechos


def _noted(pedido: Pedido, paquete: Paquete, entrega: Entrega, proyecto: Proyecto) -> Cambio | None:
    envio = paquete.seguimiento.envio
    actual = proyecto.get(EnvioFormato, envio.id) if envio else None
    if paquete.otra_vez:
        return cambio(actual, recordado=pedido.hoy) if actual else None  # undone meanwhile: nothing to note
    recuerda = pedido.motivo is Motivo.RECORDATORIO
    nuevo = EnvioFormato(
        id=nuevo_id(),
        archivo=paquete.libro.name,
        area=paquete.seguimiento.area.id,
        fecha=pedido.hoy,
        vence=_days(pedido, paquete.seguimiento)[1],
        recordado=pedido.hoy if recuerda else None,
        exportacion=entrega.exportacion(paquete.documento.identidad),
    )
    return alta(nuevo)


def message_change(mensaje: PlantillaCorreo, proyecto: Proyecto) -> Cambio | None:
    """Return the change that keeps a message as it was written; none when it is kept already."""
    actual = proyecto.get(type(mensaje), mensaje.id)
    if actual is None:
        return alta(mensaje)
    return cambio(actual, asunto=mensaje.asunto, cuerpo=mensaje.cuerpo)


def note_sending(session: Session, pedido: Pedido, preparados: Preparados, entrega: Entrega, position: int) -> None:
    """Note in an open project what left it, in the state at ``position``, and to whom; a read-only one keeps nothing.

    Raises ``UserError`` when the file refuses.
    """
    if session.read_only:
        return
    for identidad, archivo in preparados.exportados:
        session.record_export(identidad, archivo, position, entrega.exportacion(identidad))
    session.edit(*sending_changes(pedido, preparados, entrega, session.proyecto))
