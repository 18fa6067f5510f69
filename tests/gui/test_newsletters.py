"""News by e-mail through the window: whom, what, where, and nothing is ever sent."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from promueve_gui.application.newsletters import BAJA
from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.dialogs.newsletter import BACKWARDS, NO_DAYS, NO_GROUPS, NOTHING, NOTHING_CHOSEN, NewsletterDialog

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from tests.gui.desk import Desk

INSTITUCION = Institucion(
    id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026, correo_contacto="datos@ejemplo.gob.mx"
)
GRUPOS = (GrupoUsuarios(id="g", nombre="Pescadores"), GrupoUsuarios(id="o", nombre="Periodistas"))
AVISO = date(2026, 1, 5)
CONTACTOS = (
    Contacto(id="a", nombre="Ana", grupo="g", correo="ana@ejemplo.mx", aviso_fecha=AVISO),
    Contacto(id="n", nombre="Noé", grupo="g", correo="noe@ejemplo.mx", aviso_fecha=AVISO, no_contactar=True),
    Contacto(id="s", nombre="Sol", grupo="o", correo="sol@ejemplo.mx"),
)


def content(hoy: date, estado: EstadoContenido = EstadoContenido.APROBADO) -> Contenido:
    return Contenido(
        id="b", nombre="Nuevos aforos", tipo=TipoContenido.BOLETIN, estado=estado, fecha=hoy - timedelta(days=3),
        cuerpo="Se publican.",
    )  # fmt: skip


def asked(desk: Desk, *registros: Registro) -> NewsletterDialog:
    """Open a project and ask for its news."""
    desk.open(desk.make([INSTITUCION, *GRUPOS, *CONTACTOS, *registros]))
    desk.window.action_asked.emit("novedades")
    (dialog,) = [w for w in desk.window.children() if isinstance(w, NewsletterDialog)]
    return dialog


@pytest.fixture
def dialog(desk: Desk) -> NewsletterDialog:
    return asked(desk, content(desk.services.today()))


def test_it_begins_with_those_who_may_be_written_to(dialog: NewsletterDialog) -> None:
    items = [dialog.groups.item(place) for place in range(dialog.groups.count())]
    assert [item.text() for item in items] == [
        "Pescadores\n1 persona · 1 pidió no recibir correos",
        "Periodistas\n0 personas · 1 sin aviso de privacidad",
    ]
    assert [item.checkState() for item in items] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert not items[1].flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.go.text() == "Preparar 1 borrador"
    assert dialog.go.isEnabled()
    assert dialog.count.text() == "Va 1 contenido de esas fechas."


def test_the_preview_is_the_message_of_the_group_with_the_cursor(dialog: NewsletterDialog) -> None:
    assert dialog.preview.toPlainText().startswith(
        "SRP: novedades de datos abiertos\n\nEstimadas y estimados integrantes de «Pescadores»:"
    )
    assert "Nuevos aforos\n\nSe publican." in dialog.preview.toPlainText()
    assert BAJA in dialog.preview.toPlainText()
    dialog.groups.setCurrentRow(1)
    assert "Periodistas" in dialog.preview.toPlainText()
    dialog.body.setPlainText("Hola {grupo} {nada}")
    assert "Hola Periodistas {nada}" in dialog.preview.toPlainText()
    assert BAJA in dialog.preview.toPlainText()
    assert dialog.problem.text() == "Esto no se puede llenar y se enviará tal cual: {nada}."


def test_days_that_say_nothing_stop_it(dialog: NewsletterDialog) -> None:
    for typed, sentence in (("", NO_DAYS), ("ayer", NO_DAYS), ("01/01/2099", BACKWARDS)):
        dialog.since.line.setText(typed)
        dialog.since.edited.emit()
        assert dialog.problem.text() == sentence
        assert not dialog.go.isEnabled()
        assert dialog.pedido() is None
    dialog.since.line.setText("01/01/2001")
    dialog.until.line.setText("02/01/2001")
    dialog.until.edited.emit()
    assert dialog.problem.text() == NOTHING
    assert not dialog.go.isEnabled()


def test_a_content_may_be_left_out_and_stays_so(dialog: NewsletterDialog) -> None:
    assert [dialog.contents.item(place).text() for place in range(dialog.contents.count())] == ["Nuevos aforos"]
    dialog.contents.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.problem.text() == NOTHING_CHOSEN
    assert not dialog.go.isEnabled()
    assert "Nuevos aforos" not in dialog.preview.toPlainText()
    since = dialog.since.line.text()
    for typed in ("", since):
        dialog.since.line.setText(typed)
        dialog.since.edited.emit()
    assert dialog.contents.item(0).checkState() is Qt.CheckState.Unchecked
    dialog.contents.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.go.isEnabled()
    assert dialog.problem.text() == ""


def test_nobody_ticked_is_nobody_written_to(dialog: NewsletterDialog) -> None:
    dialog.groups.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    assert dialog.go.text() == "Preparar 0 borradores"


def test_drafts_are_told_only_when_wanted(desk: Desk) -> None:
    dialog = asked(desk, content(desk.services.today(), EstadoContenido.BORRADOR))
    assert dialog.problem.text() == NOTHING
    dialog.drafts.setChecked(True)
    assert dialog.go.isEnabled()
    assert "BORRADOR: Nuevos aforos" in dialog.preview.toPlainText()


def test_without_contacts_it_says_where_they_are_added(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION, *GRUPOS]))
    desk.window.action_asked.emit("novedades")
    (dialog,) = [w for w in desk.window.children() if isinstance(w, NewsletterDialog)]
    assert dialog.problem.text() == NO_GROUPS
    assert dialog.preview.toPlainText() == ""
    assert not dialog.go.isEnabled()


def test_a_draft_is_written_noted_and_told_and_the_message_is_kept(desk: Desk, dialog: NewsletterDialog) -> None:
    dialog.subject.setText("Lo nuevo de {siglas}")
    desk.answers.answer(desk.folder)
    dialog.go.click()
    desk.settle()
    path = desk.folder / "Novedades - Pescadores.eml"
    mensaje = message_from_bytes(path.read_bytes(), policy=default)
    assert mensaje["Bcc"] == "ana@ejemplo.mx"
    assert mensaje["Subject"] == "Lo nuevo de SRP"
    assert "novedades:g" in desk.project.exports()
    kept = [m.asunto for m in desk.project.proyecto.activos(PlantillaCorreo) if m.clave == "novedades"]
    assert kept == ["Lo nuevo de {siglas}"]
    told = desk.window.banner.accessibleName()
    assert told == f"Quedó listo 1 borrador en «{desk.folder.name}». Ábralo, revíselo y envíelo desde su correo."


def test_thinking_better_of_it_writes_nothing(desk: Desk, dialog: NewsletterDialog) -> None:
    desk.answers.answer(None)
    dialog.go.click()
    desk.settle()
    assert list(desk.folder.glob("*.eml")) == []
    assert desk.project.exports() == {}


def test_a_folder_that_refuses_is_told(desk: Desk, dialog: NewsletterDialog) -> None:
    (desk.folder / "Novedades - Pescadores.eml").mkdir()
    desk.answers.answer(desk.folder)
    dialog.go.click()
    desk.settle()
    assert "Algunos borradores no se prepararon" in desk.answers.said
    assert desk.project.exports() == {}
