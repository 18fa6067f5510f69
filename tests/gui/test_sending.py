"""Formats sent through the window: written, noted, told; and the reminders of those that did not come back."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QAction

from promueve_gui.application.export_documents import documentos_formato
from promueve_gui.application.formats import Motivo, Paquete, Pedido, Preparados
from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.envios import EstadoEnvio, Seguimiento, seguimientos
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.dialogs.send_formats import SendFormatsDialog
from promueve_gui.gui.sending import outcome
from tests.gui.conftest import HOY
from tests.gui.desk import press, shown_dialogs
from tests.gui.outside import opened_outside

if TYPE_CHECKING:
    from tests.gui.desk import Desk

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    AreaGeneradora(id="a", nombre="Dirección de Aguas", siglas="DA", correo="aguas@ejemplo.gob.mx"),
    AreaGeneradora(id="b", nombre="Dirección de Presas", siglas="DP"),
    GrupoUsuarios(id="g", nombre="Pescadores de la ribera", area="a"),
)
LATE = EnvioFormato(
    id="e", archivo="Viejo.xlsx", area="a", fecha=HOY - timedelta(days=20), vence=HOY - timedelta(days=10)
)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


def commands(desk: Desk) -> Commands:
    (made,) = desk.window.findChildren(Commands)
    assert isinstance(made, Commands)
    return made


def dialog(desk: Desk) -> SendFormatsDialog:
    (made,) = shown_dialogs(SendFormatsDialog)
    assert isinstance(made, SendFormatsDialog)
    return made


def send(desk: Desk, which: str = "Todas") -> None:
    """Send formats, ticking some areas, and wait until it is over."""
    commands(desk).run("formatos")
    press(dialog(desk), which)
    dialog(desk).go.click()
    desk.settle()


def banner(desk: Desk) -> str:
    return desk.window.banner.accessibleName() if desk.window.banner.isVisible() else ""


def folder(desk: Desk) -> Path:
    return desk.folder / "Formatos"


def states(desk: Desk) -> dict[str, EstadoEnvio]:
    return {where.area.id: where.estado for where in seguimientos(desk.project.proyecto, HOY)}


def test_each_area_gets_a_workbook_and_a_draft_and_is_noted(opened: Desk) -> None:
    send(opened)
    assert sorted(path.name for path in folder(opened).iterdir()) == [
        "Grupos de usuarios DA.eml", "Grupos de usuarios DA.xlsx",
        "Grupos de usuarios DP.eml", "Grupos de usuarios DP.xlsx",
    ]  # fmt: skip
    libro = load_workbook(folder(opened) / "Grupos de usuarios DA.xlsx")
    assert libro["Grupos"]["B2"].value == "Pescadores de la ribera"
    (envio,) = [e for e in opened.project.proyecto.activos(EnvioFormato) if e.area == "a"]
    assert (envio.fecha, envio.vence) == (HOY, HOY + timedelta(days=10))
    assert envio.exportacion == libro["_promueve"]["B2"].value
    assert set(opened.project.exports()) == {"formato:a", "formato:b"}
    assert states(opened) == {"a": EstadoEnvio.ENVIADO, "b": EstadoEnvio.ENVIADO}


def test_it_is_one_edition_that_can_be_undone(opened: Desk) -> None:
    send(opened)
    assert opened.project.undo() == "Enviar formatos a 2 áreas"
    assert opened.project.proyecto.activos(EnvioFormato) == []


def test_the_banner_says_where_it_is_what_is_missing_and_opens_the_folder(opened: Desk) -> None:
    send(opened)
    assert banner(opened) == (
        "Quedaron listos 2 formatos, cada uno con su borrador de correo, en «Formatos». Falta el correo de «Dirección "
        "de Presas»: escríbalo en el borrador, o en la lista y prepárelo otra vez."
    )
    with opened_outside("file") as asked:
        press(opened.window.banner, "Abrir carpeta")
    assert [url.toLocalFile() for url in asked] == [str(folder(opened))]


def test_the_menu_and_the_tab_begin_it_too(opened: Desk) -> None:
    (entry,) = [a for a in opened.window.findChildren(QAction) if a.text() == "&Formatos para las áreas…"]
    entry.trigger()
    dialog(opened).reject()
    opened.wizard.go(USUARIOS)
    opened.wizard.page_of(USUARIOS).action_asked.emit("formatos:b")
    assert [where.area.id for where in dialog(opened).pedido().areas] == ["b"]
    dialog(opened).reject()
    assert not folder(opened).exists()


def test_the_folder_is_remembered_for_its_project(opened: Desk, tmp_path: Path) -> None:
    commands(opened).run("formatos")
    opened.answers.answer(tmp_path / "otra")
    press(dialog(opened), "Otra carpeta…")
    dialog(opened).go.click()
    opened.settle()
    commands(opened).run("formatos")
    assert dialog(opened).folder == tmp_path / "otra"
    dialog(opened).reject()
    opened.open(opened.make(RECORDS, "otro.promueve"))
    commands(opened).run("formatos")
    assert dialog(opened).folder == folder(opened)
    dialog(opened).reject()


def test_a_changed_message_is_kept_for_the_next_time(opened: Desk) -> None:
    commands(opened).run("formatos")
    dialog(opened).editor.subject.setText("Nuevo asunto para {area}")
    dialog(opened).go.click()
    opened.settle()
    commands(opened).run("formatos")
    assert dialog(opened).editor.subject.text() == "Nuevo asunto para {area}"
    dialog(opened).reject()


def test_without_areas_it_says_what_to_do(desk: Desk) -> None:
    desk.open(desk.make(RECORDS[:1]))
    commands(desk).run("formatos")
    assert desk.answers.said[0].startswith("El proyecto todavía no tiene áreas")
    assert shown_dialogs(SendFormatsDialog) == []


def test_without_a_project_and_in_a_read_only_one_nothing_is_sent(desk: Desk) -> None:
    commands(desk).run("formatos")
    commands(desk).run("recordatorio:a")
    path = desk.make((*RECORDS, LATE))
    desk.window.show_project(desk.services.opener.open(path, read_only=True), path)
    desk.settle()
    commands(desk).run("formatos")
    commands(desk).run("recordatorio:a")
    assert [said.startswith("El proyecto está abierto solo para leer") for said in desk.answers.said] == [True, True]
    assert not folder(desk).exists()


def test_one_that_cannot_be_written_is_told_and_the_other_is_noted(opened: Desk) -> None:
    (folder(opened) / "Grupos de usuarios DA.xlsx").mkdir(parents=True)
    send(opened)
    assert opened.answers.said[0] == "Algunos formatos no se prepararon"
    assert "Grupos de usuarios DA.xlsx" in opened.answers.said[1]
    assert states(opened) == {"a": EstadoEnvio.SIN_ENVIAR, "b": EstadoEnvio.ENVIADO}


def test_a_folder_that_cannot_be_made_is_told(opened: Desk) -> None:
    folder(opened).write_text("soy un archivo", encoding="utf-8")
    send(opened)
    assert opened.answers.said[0].startswith("No se pudo crear la carpeta")
    assert opened.project.proyecto.activos(EnvioFormato) == []
    assert banner(opened) == ""


def test_when_none_can_be_written_there_is_no_banner(opened: Desk) -> None:
    for name in ("DA", "DP"):
        (folder(opened) / f"Grupos de usuarios {name}.xlsx").mkdir(parents=True)
    send(opened)
    assert banner(opened) == ""
    assert opened.project.proyecto.activos(EnvioFormato) == []


def test_cancelling_keeps_and_notes_what_was_ready(opened: Desk) -> None:
    commands(opened).run("formatos")
    press(dialog(opened), "Todas")
    dialog(opened).go.click()
    (progress,) = opened.window.findChildren(ProgressDialog)
    assert isinstance(progress, ProgressDialog)
    progress.reject()
    opened.settle()
    ready = {path.stem for path in folder(opened).glob("*.eml")} if folder(opened).exists() else set()
    assert len(opened.project.proyecto.activos(EnvioFormato)) == len(ready) < 2


def test_the_project_may_be_closed_before_it_is_over(opened: Desk) -> None:
    commands(opened).run("formatos")
    dialog(opened).go.click()
    path = opened.project.path
    assert opened.window.close_project()
    opened.settle()
    opened.open(path)
    assert opened.project.proyecto.activos(EnvioFormato) == []


def test_a_reminder_carries_what_was_sent_and_is_noted(opened: Desk) -> None:
    send(opened)
    sent = (folder(opened) / "Grupos de usuarios DA.xlsx").read_bytes()
    exports = dict(opened.project.exports())
    commands(opened).run("recordatorio:a")
    opened.settle()
    data = (folder(opened) / "Recordatorio - Grupos de usuarios DA.eml").read_bytes()
    (adjunto,) = message_from_bytes(data, policy=default).iter_attachments()
    assert adjunto.get_content() == sent == (folder(opened) / "Grupos de usuarios DA.xlsx").read_bytes()
    assert dict(opened.project.exports()) == exports
    recordados = {e.area: e.recordado for e in opened.project.proyecto.activos(EnvioFormato)}
    assert recordados == {"a": HOY, "b": None}
    assert opened.project.undo() == "Recordar el formato a «Dirección de Aguas»"


def test_a_reminder_of_a_workbook_that_is_gone_brings_a_new_one(desk: Desk) -> None:
    desk.open(desk.make((*RECORDS, LATE)))
    commands(desk).run("recordatorio:a;b")
    desk.settle()
    assert sorted(path.name for path in folder(desk).iterdir()) == [
        "Grupos de usuarios DA.xlsx",
        "Recordatorio - Grupos de usuarios DA.eml",
    ]
    data = (folder(desk) / "Recordatorio - Grupos de usuarios DA.eml").read_bytes()
    mensaje = message_from_bytes(data, policy=default)
    cuerpo = mensaje.get_body(("plain",))
    assert cuerpo is not None
    assert mensaje["Subject"] == "Recordatorio: grupos de usuarios (Dirección de Aguas)"
    assert "El 30 de octubre de 2026 les enviamos el formato" in cuerpo.get_content()
    _, envio = desk.project.proyecto.activos(EnvioFormato)
    assert (envio.recordado, envio.fecha, envio.vence) == (HOY, HOY, LATE.vence)
    assert states(desk)["a"] is EstadoEnvio.ATRASADO
    assert banner(desk) == (
        "Quedó listo 1 recordatorio, con su borrador de correo, en «Formatos». Ábralo, revíselo y envíelo desde su "
        "correo."
    )


def test_nobody_is_reminded_of_what_was_never_sent(opened: Desk) -> None:
    commands(opened).run("recordatorio:a;b")
    opened.settle()
    assert not folder(opened).exists()
    assert banner(opened) == ""


@pytest.mark.parametrize(
    ("motivo", "cancelado", "para", "said"),
    [
        (Motivo.ENVIO, True, ("a@ejemplo.mx",), "Se canceló: quedó listo 1 de 2 formatos en «F»."),
        (Motivo.RECORDATORIO, True, ("a@ejemplo.mx",), "Se canceló: quedó listo 1 de 2 recordatorios en «F»."),
        (Motivo.ENVIO, False, (), "Quedó listo 1 formato, con su borrador de correo, en «F». Falta el correo de"),
    ],
)
def test_what_is_ready_is_said_in_words(motivo: Motivo, cancelado: bool, para: tuple[str, ...], said: str) -> None:
    where = Seguimiento(area=AreaGeneradora(id="a", nombre="Aguas"), envio=None, estado=EstadoEnvio.SIN_ENVIAR)
    (documento,) = documentos_formato([where.area])
    mensaje = PlantillaCorreo(id="m", clave=motivo)
    pedido = Pedido(motivo=motivo, areas=(where, where), mensaje=mensaje, hoy=HOY)
    paquete = Paquete(seguimiento=where, documento=documento, libro=Path("x.xlsx"), borrador=Path("x.eml"), para=para)
    preparados = Preparados(paquetes=(paquete,), fallidos=(), cancelado=cancelado)
    assert outcome(pedido, preparados, Path("F")).startswith(said)
