"""«Pedir asesoría»: a draft that can be mended, copied and handed to the mail program without losing a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from promueve_gui.domain.flow import PLAN, USUARIOS
from promueve_gui.gui.dialogs.advice import SIN_CORREO, AdviceDialog
from tests.gui.desk import press
from tests.gui.dialogs.conftest import INSTITUCION
from tests.gui.outside import opened_outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host


def test_the_draft_is_about_the_step_and_for_whoever_the_profile_says(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    assert dialog.to.text() == "datos@ejemplo.gob.mx"
    assert dialog.subject.text() == f"Solicitud de asesoría: {PLAN.titulo} · SRP"
    assert dialog.text.toPlainText().startswith("Mesa de ayuda:\n")
    assert INSTITUCION.nombre in dialog.text.toPlainText()


def test_what_is_missing_in_the_profile_is_told(
    host: Host, project: Project, open_project: Callable[..., Project]
) -> None:
    unknown = AdviceDialog(host.widget, open_project(INSTITUCION), USUARIOS)
    assert SIN_CORREO in [label.text() for label in unknown.findChildren(QLabel)]
    known = AdviceDialog(host.widget, project, USUARIOS)
    assert SIN_CORREO not in [label.text() for label in known.findChildren(QLabel)]


def test_the_address_escapes_what_would_end_a_part_of_it(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    dialog.subject.setText("¿Aforos & ríos? 100 % #1 = sí")
    dialog.text.setPlainText("Línea uno\nDos: a+b&bcc=otro@ejemplo.mx «fin»")
    encoded = dialog.address().toString(QUrl.ComponentFormattingOption.FullyEncoded)
    parts = urlsplit(encoded)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "datos@ejemplo.gob.mx")
    assert parse_qs(parts.query.replace("+", "%2B")) == {
        "subject": ["¿Aforos & ríos? 100 % #1 = sí"],
        "body": ["Línea uno\nDos: a+b&bcc=otro@ejemplo.mx «fin»"],
    }


def test_an_address_with_a_question_mark_adds_no_recipient(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    dialog.to.setText("uno@ejemplo.mx?cc=otro@ejemplo.mx")
    parts = urlsplit(dialog.address().toString(QUrl.ComponentFormattingOption.FullyEncoded))
    assert "cc" not in parse_qs(parts.query)


def test_it_opens_in_the_mail_program_as_it_was_left(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    dialog.subject.setText("Mapa de ríos")
    with opened_outside("mailto") as opened:
        press(dialog, "Abrir en el correo")
    assert opened == [dialog.address()]


def test_the_whole_draft_is_copied(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    dialog.text.setPlainText("¿Cómo se llena?")
    press(dialog, "Copiar texto")
    assert QGuiApplication.clipboard().text() == (
        f"Para: datos@ejemplo.gob.mx\nAsunto: {dialog.subject.text()}\n\n¿Cómo se llena?"
    )


def test_its_fields_have_names_and_nothing_is_changed_by_asking(host: Host, project: Project) -> None:
    dialog = AdviceDialog(host.widget, project, PLAN)
    names = [widget.accessibleName() for widget in (dialog.to, dialog.subject, dialog.text)]
    assert names == ["Para", "Asunto", "Texto del mensaje"]
    host.show(dialog)
    assert host.is_freed(dialog, lambda: press(dialog, "Cerrar"))
    assert project.session.history() == []
