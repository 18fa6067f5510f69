"""Contents as cards: title, type and state in few words, and the state of their checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from promueve_gui.application.content_flow import EstadoRevision
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.pasos.contenidos.content_model import ContentModel, summary
from promueve_gui.gui.pasos.contenidos.content_reviews import ContentReviews
from tests.gui.samples import AFOROS, EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.record_table import RecordTableModel
    from promueve_gui.gui.project import Project

NOTA = Contenido(
    id="nota",
    nombre="Nuevos <aforos>",
    tipo=TipoContenido.BOLETIN,
    estado=EstadoContenido.EN_REVISION,
    conjuntos=("aforos",),
)
VACIO = Contenido(id="vacio", estado=None)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*EVERYTHING, NOTA, VACIO)


@pytest.fixture
def cards(context: Context, project: Project, watch: Callable[[RecordTableModel], RecordTableModel]) -> ContentModel:
    made = ContentModel(project, ContentReviews(context, project))
    watch(made)
    return made


@pytest.mark.parametrize(
    ("contenido", "said"),
    [
        (NOTA, "Boletín · En revisión"),
        (VACIO, "Sin tipo"),
        (Contenido(id="x", tipo=TipoContenido.HISTORIA), "Historia de uso · Borrador"),
    ],
)
def test_a_card_says_type_and_state(contenido: Contenido, said: str) -> None:
    assert summary(contenido) == said


def test_every_type_has_a_short_name() -> None:
    assert all("·" not in summary(Contenido(id="x", tipo=tipo, estado=None)) for tipo in TipoContenido)


def test_a_card_shows_its_title(cards: ContentModel) -> None:
    assert [cards.index(row, 0).data() for row in range(2)] == ["Nuevos <aforos>", "Sin título"]
    assert cards.data(QModelIndex()) is None


def test_a_screen_reader_is_told_everything(cards: ContentModel) -> None:
    said = cards.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    head = "Nuevos <aforos>\nBoletín · En revisión\nLe falta algo obligatorio\n"
    assert said == head + "R2 cumple, R4 falta, R5 falta, R6 falta"


def test_the_tip_shows_the_title_as_it_was_typed(cards: ContentModel) -> None:
    tip = cards.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>Nuevos &lt;aforos&gt;<br>Boletín · En revisión<br>Le falta algo obligatorio<br>R2 · ")
    assert cards.index(1, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("<qt>Sin título<br>Sin tipo<br>")


def test_a_card_gives_its_record(cards: ContentModel) -> None:
    assert cards.index(0, 0).data(Role.REGISTRO) == NOTA


def test_cards_are_chosen_and_not_edited_in_place(cards: ContentModel) -> None:
    assert cards.flags(cards.index(0, 0)) == Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    assert cards.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_the_checklist_is_kept_until_something_changes(cards: ContentModel, project: Project) -> None:
    first = cards.revision(NOTA)
    assert first is EstadoRevision.FALTA
    assert cards.revision(NOTA) is first
    heard: list[None] = []
    cards.dataChanged.connect(lambda *_: heard.append(None))
    project.edit("Cambiar", [cambio(AFOROS, nombre="Aforos de autopistas")])  # a release names its datasets
    assert heard
    assert cards.revision(NOTA) is EstadoRevision.FALTA


def test_a_changed_content_is_looked_at_again(cards: ContentModel, project: Project) -> None:
    cards.revision(NOTA)
    project.edit("Cambiar", [cambio(NOTA, nombre="Aforos de 2026", estado=EstadoContenido.BORRADOR)])
    assert cards.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Aforos de 2026\nBoletín · Borrador")


def test_no_cards_at_all(context: Context, empty_project: Project) -> None:
    cards = ContentModel(empty_project, ContentReviews(context, empty_project))
    empty_project.edit("Nuevo conjunto", [alta(AFOROS)])
    assert cards.rowCount() == 0


def test_a_new_content_is_a_new_card(cards: ContentModel, project: Project) -> None:
    project.edit("Nuevo contenido", [alta(Contenido(id="hilo", nombre="Hilo", tipo=TipoContenido.REDES))])
    assert cards.index(2, 0).data() == "Hilo"
