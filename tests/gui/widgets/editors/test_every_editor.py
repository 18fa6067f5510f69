"""What all editors share: a value shown is the value read, showing it is no editing, and all have a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta, Recurso
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from promueve_gui.gui.widgets.editors.base import FieldEditor
from promueve_gui.gui.widgets.editors.choice import CheckEditor, ChoiceEditor, ChoicesEditor
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor, ReferencesEditor
from promueve_gui.gui.widgets.editors.text import DateEditor, LineEditor, LongTextEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro

CASES: dict[Tipo, tuple[type[Registro], str, type[FieldEditor], Any, Any]] = {
    Tipo.TEXTO: (GrupoUsuarios, "nombre", LineEditor, "Niñez & <b>juventud</b>", ""),
    Tipo.TEXTO_LARGO: (GrupoUsuarios, "descripcion", LongTextEditor, "Uno\n\nDos ", ""),
    Tipo.CORREO: (Contacto, "correo", LineEditor, "ana@ejemplo.gob.mx", ""),
    Tipo.URL: (Herramienta, "url", LineEditor, "https://visor.ejemplo.gob.mx", ""),
    Tipo.ENTERO: (Recurso, "bytes", LineEditor, 1024, None),
    Tipo.ESCALA: (GrupoUsuarios, "poder", ChoiceEditor, 4, None),
    Tipo.BOOLEANO: (GrupoUsuarios, "prioritario", CheckEditor, True, False),
    Tipo.FECHA: (LineaPlan, "fecha", DateEditor, date(2026, 2, 5), None),
    Tipo.OPCION: (GrupoUsuarios, "clase", ChoiceEditor, ClaseGrupo.GOBIERNO, None),
    Tipo.OPCIONES: (GrupoUsuarios, "ejes", ChoicesEditor, frozenset({Eje.SERVICIOS, Eje.EFICIENCIA}), frozenset()),
    Tipo.REFERENCIA: (ConjuntoDatos, "area", ReferenceEditor, "puentes", None),
    Tipo.REFERENCIAS: (LineaPlan, "grupos", ReferencesEditor, ("prensa", "senado"), ()),
}


@pytest.fixture(params=CASES, ids=lambda tipo: tipo.value)
def case(request: pytest.FixtureRequest) -> tuple[type[Registro], str, type[FieldEditor], Any, Any]:
    found: tuple[type[Registro], str, type[FieldEditor], Any, Any] = CASES[request.param]
    return found


@pytest.fixture
def editor(
    make: Callable[..., FieldEditor], case: tuple[type[Registro], str, type[FieldEditor], Any, Any]
) -> FieldEditor:
    return make(case[0], case[1])


def test_every_kind_of_field_has_its_editor() -> None:
    assert set(CASES) == set(Tipo)


def test_the_editor_is_of_the_right_kind(
    editor: FieldEditor, case: tuple[type[Registro], str, type[FieldEditor], Any, Any]
) -> None:
    tipo, nombre, kind, _, _ = case
    assert type(editor) is kind
    assert editor.campo == campos(tipo)[nombre]


def test_a_value_shown_is_the_value_read(
    editor: FieldEditor,
    case: tuple[type[Registro], str, type[FieldEditor], Any, Any],
    listen: Callable[[FieldEditor], list[str]],
) -> None:
    _, _, _, some, nothing = case
    told = listen(editor)
    assert editor.value() == nothing
    for value in (some, some, nothing, some):
        editor.set_value(value)
        assert editor.value() == value
    assert "cambia" not in told


def test_a_screen_reader_hears_the_name_of_the_field(editor: FieldEditor) -> None:
    target = editor.focusProxy()
    assert target is not None
    assert target.accessibleName().startswith(editor.campo.etiqueta)


def test_the_focus_is_told_when_it_comes_and_when_it_goes(
    editor: FieldEditor, listen: Callable[[FieldEditor], list[str]]
) -> None:
    other = editor.window().findChildren(QPushButton)[-1]
    other.setFocus()
    told = listen(editor)
    editor.setFocus()
    other.setFocus()
    assert told == ["foco", "listo"]


def test_a_bad_value_is_marked_and_unmarked(editor: FieldEditor) -> None:
    target = editor.focusProxy()
    assert isinstance(target, QWidget)
    for bad in (True, True, False):
        editor.mark(bad=bad)
        assert target.property("mal") is bad


def test_nothing_can_be_changed_where_it_is_only_read(
    editor: FieldEditor, case: tuple[type[Registro], str, type[FieldEditor], Any, Any]
) -> None:
    editor.set_value(case[3])
    editor.set_read_only(True)
    target = editor.focusProxy()
    assert target is not None
    assert not target.isEnabled() or target.property("readOnly")
    assert editor.value() == case[3]
    editor.set_read_only(False)
    assert target.isEnabled()
    assert not target.property("readOnly")


def test_the_face_alone_edits_nothing(qapp: QApplication) -> None:
    bare = FieldEditor(campos(GrupoUsuarios)["nombre"])
    with pytest.raises(NotImplementedError):
        bare.value()
    with pytest.raises(NotImplementedError):
        bare.set_value("x")
