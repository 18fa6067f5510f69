from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QToolButton

from promueve_gui.application.evidence import MAXIMO_BYTES, evidencias_de
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.pasos.promocion.evidence_box import BUSY, file_size
from promueve_gui.gui.pasos.promocion.evidence_files import read_files, write_copy
from tests.fakes import MemoryAlmacen, memory_session
from tests.gui.conftest import HOY
from tests.gui.desk import shown_dialogs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.difusion import Evidencia
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.pasos.promocion.page import PromocionPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def kept(project: Project, publicacion: str) -> list[Evidencia]:
    return evidencias_de(project.proyecto, publicacion)


def is_kept(project: Project, how_many: int) -> bool:
    """Tell whether the publication of July has so many files, and the window knows."""
    return not project.busy and len(kept(project, "julio")) == how_many


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "nota de prensa.pdf"
    path.write_bytes(b"La nota")
    return path


@pytest.fixture
def add_note(page: PromocionPage, project: Project, note: Path, qtbot: QtBot) -> Callable[[], Evidencia]:
    """Return how to add the note to the publication of July."""

    def add() -> Evidencia:
        page.show_record("publicacion", "julio", "")
        page.log.evidence.add_files([note])
        qtbot.waitUntil(lambda: is_kept(project, 1))
        return kept(project, "julio")[0]

    return add


def press(page: PromocionPage, name: str) -> None:
    """Press a button of the only piece of evidence."""
    (line,) = page.log.evidence.lines
    (made,) = [b for b in line.findChildren(QToolButton) if b.accessibleName().startswith(name)]
    made.click()


def test_a_chosen_file_is_copied_into_the_project(
    page: PromocionPage, project: Project, messages: Answers, note: Path, qtbot: QtBot
) -> None:
    page.show_record("publicacion", "julio", "")
    messages.answer(note)
    page.log.evidence.add_button.click()
    qtbot.waitUntil(lambda: is_kept(project, 1))
    (evidencia,) = kept(project, "julio")
    assert (evidencia.nombre, evidencia.bytes, evidencia.fecha) == ("nota de prensa.pdf", 7, HOY)
    assert evidencia.sha256 == hashlib.sha256(b"La nota").hexdigest()
    assert project.session.get_file(evidencia.sha256) == b"La nota"
    assert len(page.log.evidence.lines) == 1
    assert project.undo() == "Agregar evidencia: «nota de prensa.pdf»"
    assert page.log.evidence.lines == []


def test_several_files_are_dropped_as_one_edition(
    page: PromocionPage, project: Project, note: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "captura.png"
    other.write_bytes(b"imagen")
    page.show_record("publicacion", "julio", "")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(note)), QUrl.fromLocalFile(str(other))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), actions, data, Qt.MouseButton.LeftButton, keys)
    page.log.evidence.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.log.evidence.dropEvent(QDropEvent(QPointF(5, 5), actions, data, Qt.MouseButton.LeftButton, keys))
    qtbot.waitUntil(lambda: is_kept(project, 2))
    project.undo()
    assert kept(project, "julio") == []


def test_the_log_counts_files(page: PromocionPage, add_note: Callable[[], Evidencia]) -> None:
    add_note()
    model = page.log.panel.list.model
    column = model.columns.index("evidencias")
    assert [model.index(row, column).data() for row in range(3)] == ["1 archivo", "", "1 archivo"]


def test_what_cannot_be_kept_is_told_and_nothing_changes(
    page: PromocionPage, project: Project, messages: Answers, tmp_path: Path, note: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "vacio.txt"
    empty.write_bytes(b"")
    page.show_record("publicacion", "julio", "")
    page.log.evidence.add_files([note, empty])
    qtbot.waitUntil(lambda: messages.said == ["«vacio.txt» está vacío. Elija otro archivo."])
    assert kept(project, "julio") == []


def test_a_copy_is_saved_where_the_user_says(
    page: PromocionPage, messages: Answers, add_note: Callable[[], Evidencia], tmp_path: Path, qtbot: QtBot
) -> None:
    add_note()
    messages.answer(None, tmp_path / "copia.pdf")
    press(page, "Guardar una copia")
    press(page, "Guardar una copia")
    qtbot.waitUntil((tmp_path / "copia.pdf").exists)
    assert (tmp_path / "copia.pdf").read_bytes() == b"La nota"


def test_a_file_is_verified(
    page: PromocionPage, messages: Answers, add_note: Callable[[], Evidencia], qtbot: QtBot
) -> None:
    add_note()
    press(page, "Verificar")
    qtbot.waitUntil(lambda: bool(messages.said))
    assert messages.said == ["«nota de prensa.pdf»: La huella coincide: el archivo es el mismo que se agregó."]


def test_a_large_file_is_read_while_the_window_goes_on(
    page: PromocionPage,
    project: Project,
    messages: Answers,
    slow: Slow,
    add_note: Callable[[], Evidencia],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    slow.gate.set()
    add_note()
    slow.threads.clear()
    messages.answer(tmp_path / "copia.pdf", tmp_path / "copia.pdf")
    press(page, "Guardar una copia")
    press(page, "Guardar una copia")
    assert messages.said[-1] == BUSY
    qtbot.waitUntil(lambda: not project.busy)
    press(page, "Verificar")
    qtbot.waitUntil(lambda: not project.busy)
    assert len(slow.threads) == 2
    assert threading.get_ident() not in slow.threads


def test_a_copy_of_a_file_that_is_gone_says_so(
    page: PromocionPage,
    messages: Answers,
    slow: Slow,
    add_note: Callable[[], Evidencia],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    slow.gate.set()
    add_note()
    slow.lost = True
    messages.answer(tmp_path / "copia.pdf")
    press(page, "Guardar una copia")
    qtbot.waitUntil(lambda: "agréguelo otra vez" in messages.said[-1])
    assert not (tmp_path / "copia.pdf").exists()


def test_evidence_without_its_file_says_so(page: PromocionPage, messages: Answers, qtbot: QtBot) -> None:
    page.show_record("evidencia", "e", "")
    assert page.log.panel.form.record_id == "marzo"
    press(page, "Guardar una copia")
    qtbot.waitUntil(lambda: len(messages.said) == 1)
    press(page, "Verificar")
    qtbot.waitUntil(lambda: len(messages.said) == 2)
    assert set(messages.said) == {"«captura.png»: El archivo no está dentro del proyecto; agréguelo otra vez."}


def test_evidence_is_withdrawn_for_a_reason(page: PromocionPage, project: Project, messages: Answers) -> None:
    page.show_record("evidencia", "e", "")
    messages.answer("", "No corresponde")
    press(page, "Retirar")
    assert len(kept(project, "marzo")) == 1
    press(page, "Retirar")
    assert kept(project, "marzo") == []
    project.undo()
    assert len(page.log.evidence.lines) == 1


def test_without_a_publication_nothing_is_added(page: PromocionPage, project: Project, note: Path) -> None:
    page.log.evidence.add_files([note])
    assert kept(project, "julio") == []


class Slow(MemoryAlmacen):
    """A file that takes its time to keep evidence, and notes on which thread."""

    def __init__(self, proyecto: Proyecto) -> None:
        super().__init__(proyecto)
        self.gate, self.threads = threading.Event(), list[int]()
        self.lost = False

    def put_file(self, content: bytes) -> str:
        self.threads.append(threading.get_ident())
        self.gate.wait(10)
        return super().put_file(content)

    def get_file(self, sha256: str) -> bytes | None:
        self.threads.append(threading.get_ident())
        return None if self.lost else super().get_file(sha256)


@pytest.fixture
def slow(project: Project) -> Iterator[Slow]:
    proyecto = project.proyecto.snapshot()
    almacen = Slow(proyecto)
    project.session = memory_session(proyecto, almacen)
    project.session.subscribe(project._on_changes)  # noqa: SLF001 - as when the project was opened on it
    yield almacen
    almacen.gate.set()


def test_the_window_goes_on_while_a_file_is_kept(
    page: PromocionPage, project: Project, messages: Answers, slow: Slow, note: Path, qtbot: QtBot
) -> None:
    page.show_record("publicacion", "julio", "")
    page.log.evidence.add_files([note])
    qtbot.waitUntil(lambda: bool(slow.threads))
    assert slow.threads != [threading.get_ident()]
    assert project.busy
    page.log.evidence.add_files([note])
    assert messages.said == [BUSY]
    qtbot.waitUntil(lambda: bool(shown_dialogs(ProgressDialog)))
    slow.gate.set()
    qtbot.waitUntil(lambda: is_kept(project, 1))
    assert shown_dialogs(ProgressDialog) == []
    assert len(page.log.evidence.lines) == 1


def test_it_can_be_cancelled_while_files_are_read(tmp_path: Path) -> None:
    for name in ("uno.png", "dos.png"):
        (tmp_path / name).write_bytes(b"imagen")
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_files([tmp_path / "uno.png", tmp_path / "dos.png"], progress)
    assert told == [(0, 2), (1, 2)]


def test_a_project_that_refuses_keeps_nothing(
    page: PromocionPage, project: Project, messages: Answers, slow: Slow, note: Path, qtbot: QtBot
) -> None:
    slow.gate.set()
    slow.refuses = UserError("disco_lleno", archivo="p.promueve")
    page.show_record("publicacion", "julio", "")
    page.log.evidence.add_files([note])
    qtbot.waitUntil(lambda: bool(messages.said))
    assert messages.said == [mensaje(slow.refuses)]
    assert kept(project, "julio") == []


def test_an_unreadable_file_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_files([tmp_path / "no-existe.png"], lambda *_: None)
    assert mensaje(caught.value).startswith("No se pudo leer «no-existe.png».")


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    large = tmp_path / "video.mp4"
    with large.open("wb") as file:
        file.truncate(MAXIMO_BYTES + 1)
    with pytest.raises(UserError) as caught:
        read_files([large], lambda *_: None)
    assert "pesa más de 25 MB" in mensaje(caught.value)


def test_a_copy_that_cannot_be_written_leaves_no_trace(tmp_path: Path) -> None:
    occupied = tmp_path / "copia.pdf"
    occupied.mkdir()
    with pytest.raises(UserError) as caught:
        write_copy(occupied, b"La nota")
    assert mensaje(caught.value).startswith("No se pudo guardar «copia.pdf».")
    assert [path.name for path in tmp_path.iterdir()] == ["copia.pdf"]


def test_sizes_are_said_as_people_do() -> None:
    assert file_size(900).startswith("900")
    assert file_size(3 * 1024 * 1024).replace(",", ".") == "3.0 MB"
