"""The package of each area: what is written, what stops it, and what the project remembers of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import Entrega, Exporter
from promueve_gui.application.formats import (
    PLAZO,
    FormatSender,
    Motivo,
    Pedido,
    note_sending,
    recordables,
    sending_changes,
    vence_propuesto,
)
from promueve_gui.application.ports import Cancelled
from promueve_gui.application.session import Session
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.envios import seguimientos
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora, Perfil
from promueve_gui.domain.proyecto import Proyecto
from tests.application.test_export_documents import PlainFiles, write_content, write_format
from tests.fakes import AUTOR, Clock, MemoryAlmacen

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.correos import Borrador
    from promueve_gui.application.formats import Preparados
    from promueve_gui.domain.ficha import Registro

HOY, VENCE = date(2026, 3, 10), date(2026, 3, 20)
AREAS = (
    AreaGeneradora(id="a", nombre="Puentes", siglas="DP", correo="puentes@ejemplo.mx"),
    AreaGeneradora(id="b", nombre="Caminos", siglas="DP"),
    AreaGeneradora(id="c", nombre="Obras/Norte", correo="obras@ejemplo.mx"),
)
MENSAJE = PlantillaCorreo(
    id="m", nombre="Envío", clave="formatos", asunto="{area}", cuerpo="{archivo}, {fecha}, {vence}"
)
ENVIO = EnvioFormato(id="e", archivo="viejo.xlsx", area="a", fecha=date(2026, 2, 1), vence=date(2026, 2, 11))


@dataclass
class Drafts:
    """Writes drafts as one line, and keeps what it was given."""

    given: list[Borrador] = field(default_factory=list)

    def __call__(self, borrador: Borrador, path: Path) -> None:
        self.given.append(borrador)
        path.write_text(f"{borrador.asunto}|{borrador.texto}|{borrador.adjunto.read_text()}", encoding="utf-8")


def project(*registros: Registro) -> Proyecto:
    proyecto = Proyecto()
    proyecto.apply(map(alta, registros))
    return proyecto


def order(proyecto: Proyecto, motivo: Motivo = Motivo.ENVIO, mensaje: PlantillaCorreo = MENSAJE) -> Pedido:
    vence = VENCE if motivo is Motivo.ENVIO else None
    return Pedido(motivo=motivo, areas=tuple(seguimientos(proyecto, HOY)), mensaje=mensaje, hoy=HOY, vence=vence)


def delivery(proyecto: Proyecto) -> Entrega:
    return Entrega(proyecto=proyecto, momento=datetime(2026, 3, 10, 12, tzinfo=UTC), identidad="entrega")


def sender(drafts: Drafts, **fallas: OSError) -> FormatSender:
    nombres = {nombre.replace("_", "."): error for nombre, error in fallas.items()}
    return FormatSender(Exporter(PlainFiles(nombres), {}, write_content, write_format), drafts, is_export)


def is_export(path: Path, exportacion: str) -> bool:
    """Know a workbook by its text: it begins with its export."""
    return path.is_file() and path.read_text().startswith(exportacion)


def prepared(proyecto: Proyecto, folder: Path, motivo: Motivo = Motivo.ENVIO) -> Preparados:
    return sender(Drafts()).prepare(order(proyecto, motivo), delivery(proyecto), folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_area_gets_a_workbook_and_a_draft_under_its_own_name(tmp_path: Path) -> None:
    drafts, proyecto = Drafts(), project(*AREAS)
    hecho = sender(drafts).prepare(order(proyecto), delivery(proyecto), tmp_path / "Formatos")
    assert names(tmp_path / "Formatos") == [
        "Grupos de usuarios DP (2).eml",
        "Grupos de usuarios DP (2).xlsx",
        "Grupos de usuarios DP.eml",
        "Grupos de usuarios DP.xlsx",
        "Grupos de usuarios Obras-Norte.eml",
        "Grupos de usuarios Obras-Norte.xlsx",
    ]
    assert (tmp_path / "Formatos" / "Grupos de usuarios DP.eml").read_text() == (
        "Puentes|Grupos de usuarios DP.xlsx, 10 de marzo de 2026, 20 de marzo de 2026|formato de a hasta 2026-03-20"
    )
    assert [(b.para, b.adjunto.name) for b in drafts.given][:2] == [
        (("puentes@ejemplo.mx",), "Grupos de usuarios DP.xlsx"),
        ((), "Grupos de usuarios DP (2).xlsx"),
    ]
    assert (hecho.sin_correo, hecho.fallidos, hecho.cancelado) == (["Caminos"], (), False)


def test_names_do_not_depend_on_who_is_written_to(tmp_path: Path) -> None:
    proyecto = project(*AREAS)
    solo = Pedido(motivo=Motivo.ENVIO, areas=order(proyecto).areas[1:2], mensaje=MENSAJE, hoy=HOY)
    sender(Drafts()).prepare(solo, delivery(proyecto), tmp_path)
    assert names(tmp_path) == ["Grupos de usuarios DP (2).eml", "Grupos de usuarios DP (2).xlsx"]


def test_a_reminder_speaks_of_the_day_that_was_agreed(tmp_path: Path) -> None:
    proyecto = project(*AREAS, ENVIO)
    prepared(proyecto, tmp_path, Motivo.RECORDATORIO)
    assert (tmp_path / "Recordatorio - Grupos de usuarios DP.eml").read_text() == (
        "Puentes|Grupos de usuarios DP.xlsx, 1 de febrero de 2026, 11 de febrero de 2026|formato de a hasta 2026-02-11"
    )


def test_a_reminder_of_what_has_no_date_speaks_of_today(tmp_path: Path) -> None:
    proyecto = project(*AREAS, EnvioFormato(id="e", archivo="x.xlsx", area="a"))
    prepared(proyecto, tmp_path, Motivo.RECORDATORIO)
    assert "10 de marzo de 2026, |" in (tmp_path / "Recordatorio - Grupos de usuarios DP.eml").read_text()


def test_one_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path) -> None:
    proyecto = project(*AREAS)
    quien = sender(
        Drafts(), **{"Grupos de usuarios DP_xlsx": PermissionError(), "Grupos de usuarios DP (2)_eml": OSError()}
    )
    hecho = quien.prepare(order(proyecto), delivery(proyecto), tmp_path)
    assert [error.code for error in hecho.fallidos] == ["exportacion_bloqueada", "exportacion_fallida"]
    assert [paquete.seguimiento.area.id for paquete in hecho.paquetes] == ["c"]


def test_an_area_that_is_gone_by_then_is_said(tmp_path: Path) -> None:
    pedido = order(project(*AREAS))
    ahora = project(AREAS[0], AREAS[2])
    hecho = sender(Drafts()).prepare(pedido, delivery(ahora), tmp_path)
    assert [error.code for error in hecho.fallidos] == ["area_no_existe"]
    assert len(hecho.paquetes) == 2


def test_nobody_to_write_to_and_no_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as nadie:
        prepared(project(), tmp_path / "F")
    assert nadie.value.code == "formatos_sin_areas"
    assert not (tmp_path / "F").exists()
    with pytest.raises(UserError) as sin_carpeta:
        sender(Drafts(), F=OSError()).prepare(order(project(*AREAS)), delivery(project(*AREAS)), tmp_path / "F")
    assert sin_carpeta.value.code == "exportacion_sin_carpeta"


def test_cancelling_keeps_whole_packages_and_tells_of_them(tmp_path: Path) -> None:
    proyecto = project(*AREAS)

    def stop(done: int, total: int) -> None:
        if done * 3 >= total:
            raise Cancelled

    hecho = sender(Drafts()).prepare(order(proyecto), delivery(proyecto), tmp_path, stop)
    assert hecho.cancelado
    assert [paquete.seguimiento.area.id for paquete in hecho.paquetes] == ["a"]
    assert names(tmp_path) == ["Grupos de usuarios DP.eml", "Grupos de usuarios DP.xlsx"]


def test_progress_goes_over_all_areas(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    proyecto = project(*AREAS)
    sender(Drafts()).prepare(order(proyecto), delivery(proyecto), tmp_path, lambda *one: heard.append(one))
    assert heard == [(0, 3000), (1000, 3000), (2000, 3000)]


def opened(*registros: Registro, read_only: bool = False) -> tuple[Session, MemoryAlmacen]:
    proyecto = project(*registros)
    almacen = MemoryAlmacen(proyecto, read_only=read_only)
    return Session(almacen, proyecto, AUTOR, Clock()), almacen


def test_what_was_sent_is_noted_with_its_export_as_one_edition(tmp_path: Path) -> None:
    session, almacen = opened(*AREAS, MENSAJE)
    session.edit("Otra cosa", [alta(AreaGeneradora(id="d", nombre="Nueva"))])
    hecho = prepared(project(*AREAS), tmp_path)
    note_sending(session, order(project(*AREAS)), hecho, delivery(project()), position=0)
    assert almacen.recorded[0] == ("formato:a", "Grupos de usuarios DP.xlsx", 0)
    assert len(almacen.recorded) == 3
    envios = session.proyecto.activos(EnvioFormato)
    assert next((e.area, e.archivo, e.fecha, e.vence, e.exportacion) for e in envios) == (
        "a", "Grupos de usuarios DP.xlsx", HOY, VENCE, "entrega/formato:a",
    )  # fmt: skip
    assert len(envios) == 3
    session.undo()
    assert session.proyecto.activos(EnvioFormato) == []


def test_a_read_only_project_notes_nothing(tmp_path: Path) -> None:
    session, almacen = opened(*AREAS, read_only=True)
    note_sending(session, order(project(*AREAS)), prepared(project(*AREAS), tmp_path), delivery(project()), 0)
    assert almacen.recorded == []
    assert session.proyecto.activos(EnvioFormato) == []


SENT = replace(ENVIO, archivo="El de antes.xlsx", exportacion="entonces/formato:a")


def reminded(proyecto: Proyecto, folder: Path) -> tuple[Preparados, Proyecto, str]:
    """Return what was prepared as a reminder, the project with its notes, and what the edition is called."""
    pedido, drafts = order(proyecto, Motivo.RECORDATORIO), Drafts()
    hecho = sender(drafts).prepare(pedido, delivery(proyecto), folder)
    despues = proyecto.snapshot()
    motivo, cambios = sending_changes(pedido, hecho, delivery(proyecto), despues)
    despues.apply(cambios)
    return hecho, despues, motivo


def test_a_reminder_carries_the_workbook_that_was_sent_and_notes_only_the_day(tmp_path: Path) -> None:
    (tmp_path / "El de antes.xlsx").write_text("entonces/formato:a, medio lleno")
    hecho, despues, motivo = reminded(project(AREAS[0], SENT, MENSAJE), tmp_path)
    assert names(tmp_path) == ["El de antes.xlsx", "Recordatorio - El de antes.eml"]
    assert (tmp_path / "Recordatorio - El de antes.eml").read_text() == (
        "Puentes|El de antes.xlsx, 1 de febrero de 2026, 11 de febrero de 2026|entonces/formato:a, medio lleno"
    )
    assert list(hecho.exportados) == []
    assert despues.activos(EnvioFormato) == [replace(SENT, recordado=HOY)]
    assert motivo == "Recordar el formato a «Puentes»"


@pytest.mark.parametrize("otro", [None, "de otra exportación"])
def test_where_it_is_no_more_a_new_one_is_sent_for_the_same_day(tmp_path: Path, otro: str | None) -> None:
    if otro:
        (tmp_path / "El de antes.xlsx").write_text(otro)
    hecho, despues, _ = reminded(project(AREAS[0], SENT, MENSAJE), tmp_path)
    assert list(hecho.exportados) == [("formato:a", "Grupos de usuarios DP.xlsx")]
    antes, nuevo = despues.activos(EnvioFormato)
    assert antes == SENT
    assert (nuevo.fecha, nuevo.vence, nuevo.recordado) == (HOY, SENT.vence, HOY)
    assert (nuevo.archivo, nuevo.exportacion) == ("Grupos de usuarios DP.xlsx", "entrega/formato:a")


def test_a_name_that_was_changed_by_hand_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("entonces/formato:a")
    (tmp_path / "F").mkdir()
    hecho, *_ = reminded(project(AREAS[0], replace(SENT, archivo="../x.xlsx"), MENSAJE), tmp_path / "F")
    assert len(list(hecho.exportados)) == 1


def test_a_sending_undone_meanwhile_is_not_noted(tmp_path: Path) -> None:
    (tmp_path / "El de antes.xlsx").write_text("entonces/formato:a")
    proyecto = project(AREAS[0], SENT, MENSAJE)
    pedido = order(proyecto, Motivo.RECORDATORIO)
    hecho = sender(Drafts()).prepare(pedido, delivery(proyecto), tmp_path)
    assert sending_changes(pedido, hecho, delivery(proyecto), project(AREAS[0], MENSAJE))[1] == []


def test_the_message_is_kept_as_it_was_sent(tmp_path: Path) -> None:
    proyecto = project(*AREAS, MENSAJE)
    cambiado = PlantillaCorreo(id="m", nombre="Envío", clave="formatos", asunto="Otro", cuerpo="Texto")
    hecho = prepared(proyecto, tmp_path)
    for mensaje, guardado in ((MENSAJE, MENSAJE), (cambiado, cambiado)):
        quien = proyecto.snapshot()
        quien.apply(sending_changes(order(quien, mensaje=mensaje), hecho, delivery(quien), quien)[1])
        assert quien.activos(PlantillaCorreo) == [guardado]


def test_a_project_without_the_message_gets_the_one_that_ships(tmp_path: Path) -> None:
    proyecto = project(*AREAS)
    motivo, cambios = sending_changes(order(proyecto), prepared(proyecto, tmp_path), delivery(proyecto), proyecto)
    proyecto.apply(cambios)
    assert motivo == "Enviar formatos a 3 áreas"
    assert proyecto.activos(PlantillaCorreo) == [MENSAJE]


def test_the_profile_says_how_long_areas_have() -> None:
    assert vence_propuesto(project(), HOY) == date(2026, 3, 10 + PLAZO)
    assert vence_propuesto(project(Perfil(id="p", dias_formato=5)), HOY) == date(2026, 3, 15)
    assert vence_propuesto(project(Perfil(id="p", dias_formato=10**9)), HOY) == date.max


def test_only_those_who_have_not_returned_are_reminded() -> None:
    devuelto = EnvioFormato(id="f", archivo="x", area="c", fecha=HOY, devuelto=HOY)
    proyecto = project(*AREAS, ENVIO, devuelto)
    assert [where.area.id for where in recordables(seguimientos(proyecto, HOY))] == ["a"]
