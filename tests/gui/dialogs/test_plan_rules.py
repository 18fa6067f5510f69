"""The rules of the plan, edited in the window, and how many lines each proposes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTabWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.catalogos import PlantillaCorreo, ReglaPlan, Sinonimo
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.vocabularios import Canal, Frecuencia, ObjetoRegla, Rol, TipoContenido
from promueve_gui.gui.dialogs.profile import ProfileDialog
from tests.gui.desk import type_text
from tests.gui.dialogs.conftest import INSTITUCION, PERFIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host

MENSAJE = ReglaPlan(
    id="mensaje",
    nombre="Mensaje",
    objeto=ObjetoRegla.ACTUALIZACION,
    tipo_contenido=TipoContenido.REDES,
    canal=Canal.REDES,
    rol_responsable=Rol.ENLACE,
)
NOTA = ReglaPlan(id="nota", nombre="Nota", objeto=ObjetoRegla.EVENTO)
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos", frecuencia=Frecuencia.MENSUAL, fecha_publicacion=date(2026, 10, 5))
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas")
CITA = CitaGuia(id="cita", clave="P2", cita="Mini-guía")
SIGLAS = Sinonimo(id="siglas", termino="INEGI", equivale="Instituto")
CORREO = PlantillaCorreo(id="correo", nombre="Aviso", clave="aviso")


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(INSTITUCION, PERFIL, MENSAJE, NOTA, AFOROS, ESCUELAS, CITA, SIGLAS, CORREO)


@pytest.fixture
def dialog(host: Host, context: Context, project: Project, messages: Answers) -> ProfileDialog:
    made = ProfileDialog(host.widget, context, project, messages)
    host.show(made)
    return made


def current(dialog: ProfileDialog) -> str:
    tabs = dialog.findChildren(QTabWidget)[0]
    return tabs.tabText(tabs.currentIndex())


def test_a_rule_says_how_many_lines_it_proposes(dialog: ProfileDialog, qtbot: QtBot) -> None:
    dialog.show_record(ReglaPlan.ENTIDAD, "mensaje")
    told = dialog.reglas.told
    qtbot.waitUntil(lambda: "propone 2 actividades" in told.text(), timeout=20_000)
    assert told.text().endswith("de aquí al 28 de febrero de 2027, con lo que el plan tiene hoy.")
    dialog.show_record(ReglaPlan.ENTIDAD, "nota")
    assert told.text().startswith("Esta regla no propone ninguna actividad")


def test_the_count_follows_what_is_edited(dialog: ProfileDialog, project: Project, qtbot: QtBot) -> None:
    dialog.show_record(ReglaPlan.ENTIDAD, "mensaje")
    qtbot.waitUntil(lambda: "propone 2" in dialog.reglas.told.text(), timeout=20_000)
    project.edit("Otra", [cambio(MENSAJE, anticipacion=60)])
    qtbot.waitUntil(lambda: "propone 1 actividad de" in dialog.reglas.told.text(), timeout=20_000)


def test_what_is_typed_in_a_rule_is_saved_when_the_dialog_closes(
    host: Host, dialog: ProfileDialog, project: Project
) -> None:
    dialog.show_record(ReglaPlan.ENTIDAD, "mensaje", "nombre")
    line = dialog.focusWidget()
    assert line is not None
    type_text(line, " nuevo")
    assert host.is_freed(dialog, dialog.reject)
    regla = project.proyecto.get(ReglaPlan, "mensaje")
    assert regla is not None
    assert regla.nombre == "Mensaje nuevo"


def test_rules_are_gone_to_as_a_list_too(dialog: ProfileDialog) -> None:
    dialog.show_record(ReglaPlan.ENTIDAD, "")
    assert current(dialog) == "Reglas del plan"
    assert dialog.reglas.panel.list.table.hasFocus()
    dialog.reglas.panel.list.add()
    assert dialog.reglas.panel.form_open


@pytest.mark.parametrize(
    ("entidad", "identidad", "title"),
    [
        ("cita_guia", "cita", "Citas de la Guía"),
        ("sinonimo", "siglas", "Siglas y sinónimos"),
        ("plantilla_correo", "correo", "Mensajes"),
    ],
)
def test_records_of_other_catalogues_are_gone_to(
    dialog: ProfileDialog, entidad: str, identidad: str, title: str
) -> None:
    dialog.show_record(entidad, identidad)
    assert current(dialog) == title
    shown = {"cita_guia": dialog.citas, "sinonimo": dialog.sinonimos, "plantilla_correo": dialog.correos}[entidad]
    record = shown.table.current_record()
    assert record is not None
    assert record.id == identidad


def test_a_field_of_the_profile_is_gone_to(dialog: ProfileDialog) -> None:
    dialog.show_record("perfil", "p", "organo_rector")
    assert current(dialog) == "Perfil"
    dialog.show_record("perfil", "p")
    assert dialog.form.record_id == "p"
