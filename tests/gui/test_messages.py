"""The door to message boxes and file dialogs, with the real dialogs answered as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from promueve_gui.gui.messages import Messages
from promueve_gui.gui.questions import ForeverDialog, ReasonDialog, SentencesDialog
from promueve_gui.gui.settings import Settings
from tests.gui.desk import press, type_text
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "ajustes.ini")


@pytest.fixture
def real(qtbot: QtBot, settings: Settings) -> Messages:
    """Return the door of the program itself."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    qtbot.waitExposed(parent)
    return Messages(parent, settings)


def choosing(*paths: Path) -> Callable[[QFileDialog], None]:
    """Return how to choose these paths in a file dialog."""

    def choose(dialog: QFileDialog) -> None:
        names = dialog.findChild(QWidget, "fileNameEdit")
        assert names is not None
        text = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
        names.setProperty("text", text)
        dialog.accept()

    return choose


def test_one_thing_is_told_as_plain_text(real: Messages) -> None:
    seen: list[tuple[str, str, Qt.TextFormat]] = []

    def read(box: QMessageBox) -> None:
        seen.append((box.windowTitle(), box.text(), box.textFormat()))
        press(box, "Entendido")

    waiting = when_asked(QMessageBox, read)
    real.tell("<b>Aguas</b>", "No se importó")
    assert seen == [("No se importó", "<b>Aguas</b>", Qt.TextFormat.PlainText)]
    assert not waiting.isActive()


@pytest.mark.parametrize(("text", "place"), [("Restaurar", 0), ("Rescatar", 1), ("Cancelar", -1)])
def test_a_question_gives_the_place_of_the_answer(real: Messages, text: str, place: int) -> None:
    waiting = when_asked(QMessageBox, lambda box: press(box, text))
    assert real.ask("Proyecto dañado", "¿Qué hacer?", ["Restaurar", "Rescatar"]) == place
    assert not waiting.isActive()


def test_escape_is_thinking_better_of_it_and_enter_is_the_first(qtbot: QtBot, real: Messages) -> None:
    for key, place in ((Qt.Key.Key_Escape, -1), (Qt.Key.Key_Return, 0)):
        waiting = when_asked(QMessageBox, lambda box, key=key: qtbot.keyClick(box, key))  # type: ignore[misc]  # bound now
        assert real.ask("Proyecto", "¿Qué hacer?", ["Restaurar", "Rescatar"]) == place
        assert not waiting.isActive()


def test_several_things_are_told_one_a_line(real: Messages) -> None:
    waiting = when_asked(SentencesDialog, lambda dialog: press(dialog, "Entendido"))
    real.tell_list("Revise además:", ["Uno.", "Dos."])
    assert not waiting.isActive()


def test_a_reason_is_given_or_not(real: Messages) -> None:
    def give(dialog: ReasonDialog) -> None:
        type_text(dialog.line, "  Ya no   existe ")
        press(dialog, "Retirar")

    waiting = when_asked(ReasonDialog, give)
    assert real.ask_reason("Retirar «Escuelas»") == "Ya no existe"

    def think_better(dialog: ReasonDialog) -> None:
        type_text(dialog.line, "Porque sí")
        press(dialog, "Cancelar")

    waiting = when_asked(ReasonDialog, think_better)
    assert real.ask_reason("Retirar «Escuelas»") == ""
    assert not waiting.isActive()


def test_a_dismissal_may_stay_unsaid_and_can_be_thought_better_of(real: Messages) -> None:
    waiting = when_asked(ReasonDialog, lambda dialog: press(dialog, "Descartar"))
    assert real.ask_dismissal("Descartar «Nota»") == ""
    waiting = when_asked(ReasonDialog, lambda dialog: press(dialog, "Cancelar"))
    assert real.ask_dismissal("Descartar «Nota»") is None
    assert not waiting.isActive()


def test_a_file_is_chosen_and_its_folder_remembered(real: Messages, settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "ríos.promueve"
    path.touch()
    waiting = when_asked(QFileDialog, choosing(path))
    assert real.open_project() == path
    assert not waiting.isActive()
    assert Path(settings.text("archivos/carpeta")) == tmp_path
    seen: list[Path] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    waiting = when_asked(QFileDialog, look)
    assert real.open_file("Elegir membrete") is None
    assert seen == [tmp_path]


def test_several_files_are_chosen(real: Messages, settings: Settings, tmp_path: Path) -> None:
    settings.set_text("archivos/carpeta", str(tmp_path))
    paths = [tmp_path / "plan.csv", tmp_path / "inventario.xlsx"]
    for path in paths:
        path.touch()
    waiting = when_asked(QFileDialog, choosing(*(Path(path.name) for path in paths)))
    assert sorted(real.open_sources()) == sorted(paths)
    assert not waiting.isActive()


def test_returned_workbooks_are_chosen_whatever_program_saved_them(
    real: Messages, settings: Settings, tmp_path: Path
) -> None:
    settings.set_text("archivos/carpeta", str(tmp_path))
    (tmp_path / "formato.ods").touch()
    seen: list[list[str]] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(dialog.nameFilters())
        choosing(Path("formato.ods"))(dialog)

    waiting = when_asked(QFileDialog, look)
    assert real.open_returned() == [tmp_path / "formato.ods"]
    assert seen[0][0] == "Formatos devueltos (*.xlsx *.xlsm *.ods)"
    assert not waiting.isActive()


def test_returned_documents_are_chosen_among_those_of_word(real: Messages, settings: Settings, tmp_path: Path) -> None:
    settings.set_text("archivos/carpeta", str(tmp_path))
    (tmp_path / "boletín.docx").touch()
    seen: list[list[str]] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(dialog.nameFilters())
        choosing(Path("boletín.docx"))(dialog)

    waiting = when_asked(QFileDialog, look)
    assert real.open_documents() == [tmp_path / "boletín.docx"]
    assert seen[0][0] == "Documentos de Word (*.docx)"
    assert not waiting.isActive()


@pytest.mark.parametrize(
    ("typed", "name"), [("ríos", "ríos.promueve"), ("ríos.promueve", "ríos.promueve"), ("v1.2", "v1.2.promueve")]
)
def test_the_extension_is_added_where_it_was_left_out(real: Messages, tmp_path: Path, typed: str, name: str) -> None:
    waiting = when_asked(QFileDialog, choosing(tmp_path / typed))
    assert real.save_project("proyecto.promueve") == tmp_path / name
    assert not waiting.isActive()


def test_a_folder_is_chosen(real: Messages, settings: Settings, tmp_path: Path) -> None:
    waiting = when_asked(QFileDialog, choosing(tmp_path))
    assert real.choose_folder("Elegir la carpeta de los documentos") == tmp_path
    assert not waiting.isActive()
    assert Path(settings.text("archivos/carpeta")) == tmp_path


def test_thinking_better_of_it_gives_nothing_and_remembers_nothing(real: Messages, settings: Settings) -> None:
    asks: list[Callable[[], object]] = [
        real.open_project,
        real.open_sources,
        lambda: real.save_project("x.promueve"),
        lambda: real.choose_folder("Carpeta"),
    ]
    for ask in asks:
        waiting = when_asked(QFileDialog, lambda dialog: dialog.reject())
        assert ask() in (None, [])
        assert not waiting.isActive()
    assert settings.text("archivos/carpeta") == ""


@pytest.mark.parametrize("there", [True, False])
def test_the_first_time_it_opens_where_documents_are(
    real: Messages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, there: bool
) -> None:
    documents = tmp_path / "Documentos"
    if there:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    seen: list[Path] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(Path(dialog.directory().path()))
        dialog.reject()

    waiting = when_asked(QFileDialog, look)
    assert real.open_project() is None
    assert seen == [documents if there else Path.home()]
    assert not waiting.isActive()


def test_a_folder_that_is_gone_gives_way_to_the_home(
    real: Messages, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "")
    settings.set_text("archivos/carpeta", str(tmp_path / "ya no"))
    seen: list[Path] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    waiting = when_asked(QFileDialog, look)
    assert real.open_project() is None
    assert seen == [Path.home()]
    assert not waiting.isActive()


@pytest.mark.parametrize(
    ("ask", "accept", "name"),
    [
        (lambda real: real.open_project(), "&Abrir", "&Nombre del archivo:"),
        (lambda real: real.save_project("x.promueve"), "&Guardar", "&Nombre del archivo:"),
        (lambda real: real.choose_folder("Carpeta"), "&Elegir", "&Carpeta:"),
    ],
)
def test_file_dialogs_speak_spanish(real: Messages, ask: Callable[[Messages], object], accept: str, name: str) -> None:
    seen: list[str] = []

    def read(dialog: QFileDialog) -> None:
        labels = QFileDialog.DialogLabel
        parts = (labels.LookIn, labels.FileName, labels.FileType, labels.Accept, labels.Reject)
        seen.extend(dialog.labelText(part) for part in parts)
        dialog.reject()

    waiting = when_asked(QFileDialog, read)
    ask(real)
    assert seen == ["&Buscar en:", name, "&Tipo de archivo:", accept, "Cancelar"]
    assert not waiting.isActive()


def existing(tmp_path: Path) -> Path:
    path = tmp_path / "boletín.docx"
    path.write_text("de antes", encoding="utf-8")
    return path


def save_document(real: Messages) -> Path | None:
    return real.save_file("Exportar", "boletín.docx", "Documentos (*.docx)", ".docx")


def test_a_document_that_is_there_is_replaced_when_the_user_says_so(real: Messages, tmp_path: Path) -> None:
    path = existing(tmp_path)
    choosing_it = when_asked(QFileDialog, choosing(path.with_suffix("")))  # the extension is added before asking
    asked = when_asked(QMessageBox, lambda box: press(box, "Reemplazar"))
    assert save_document(real) == path
    assert not choosing_it.isActive()
    assert not asked.isActive()


class Unwilling(Messages):
    """Chooses these files one after another, and never replaces one; what was asked is kept."""

    def __init__(self, parent: QWidget, settings: Settings, *chosen: Path) -> None:
        super().__init__(parent, settings)
        self.asked: list[str] = []
        self._chosen = list(chosen)

    def ask(self, title: str, text: str, choices: Sequence[str]) -> int:
        self.asked.append(text)
        return 1

    def _choose(self, title: str, mode: str, kind: str = "", name: str = "") -> list[Path]:
        return [self._chosen.pop(0)]


def test_a_document_that_is_there_may_stay_and_the_new_one_go_elsewhere(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    other = tmp_path / "otro.docx"
    messages = Unwilling(parent, settings, existing(tmp_path), other)
    assert save_document(messages) == other
    assert messages.asked == ["Ya existe «boletín.docx». ¿Quiere reemplazarlo?"]


def test_thinking_better_of_replacing_gives_nothing(real: Messages, tmp_path: Path) -> None:
    first = when_asked(QFileDialog, choosing(existing(tmp_path)))
    asked = when_asked(QMessageBox, lambda box: press(box, "Cancelar"))
    assert save_document(real) is None
    assert not first.isActive()
    assert not asked.isActive()


def test_a_project_that_is_there_is_left_to_whoever_writes_it(real: Messages, tmp_path: Path) -> None:
    path = tmp_path / "rios.promueve"
    path.touch()
    waiting = when_asked(QFileDialog, choosing(path))
    assert real.save_project("rios.promueve") == path
    assert not waiting.isActive()


KINDS = {"Imágenes PNG (*.png)": ".png", "Imágenes SVG (*.svg)": ".svg"}


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("río", "Imágenes PNG (*.png)", "río.png"),
        ("río", "Imágenes SVG (*.svg)", "río.svg"),
        ("río.svg", "Imágenes PNG (*.png)", "río.svg"),
        ("río.v2", "Imágenes SVG (*.svg)", "río.v2.svg"),
    ],
)
def test_one_of_several_kinds_is_chosen_by_its_name_or_by_the_list(
    real: Messages, tmp_path: Path, typed: str, kind: str, expected: str
) -> None:
    def choose(dialog: QFileDialog) -> None:
        assert dialog.nameFilters() == list(KINDS)
        dialog.selectNameFilter(kind)
        choosing(tmp_path / typed)(dialog)

    waiting = when_asked(QFileDialog, choose)
    assert real.save_as("Guardar la imagen en", "río", KINDS) == tmp_path / expected
    assert not waiting.isActive()


def test_what_cannot_be_undone_has_to_be_understood_first(real: Messages) -> None:
    def read(dialog: ForeverDialog) -> None:
        done = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Borrar")
        assert not done.isEnabled()
        dialog.understood.click()
        assert done.isEnabled()
        done.click()

    waiting = when_asked(ForeverDialog, read)
    assert real.ask_forever("Borrar los datos", "Se borrarán <b>todos</b>.", "Borrar")
    assert not waiting.isActive()
    waiting = when_asked(ForeverDialog, lambda dialog: press(dialog, "Cancelar"))
    assert not real.ask_forever("Borrar los datos", "Se borrarán todos.", "Borrar")
    assert not waiting.isActive()
