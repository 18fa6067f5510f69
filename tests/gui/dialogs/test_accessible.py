"""Every dialog: each control has a name for a screen reader, no text is cut, and it fits a small screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTabBar,
    QWidget,
)

from promueve_gui.application.duplicates import Duplicados
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.application.return_batch import Comparado, compare_one
from promueve_gui.application.returns import Returns
from promueve_gui.domain.duplicados import Pareja
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.propuesta import AreaParecida, Propuesta
from promueve_gui.gui.dialogs.about import show_about
from promueve_gui.gui.dialogs.advice import AdviceDialog
from promueve_gui.gui.dialogs.backups import BackupsDialog
from promueve_gui.gui.dialogs.copy_year import CopyYearDialog
from promueve_gui.gui.dialogs.help import show_glossary, show_manual, show_shortcuts
from promueve_gui.gui.dialogs.history import HistoryDialog
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.new_project import NewProjectDialog
from promueve_gui.gui.dialogs.new_year import NewYearDialog
from promueve_gui.gui.dialogs.newsletter import NewsletterDialog
from promueve_gui.gui.dialogs.person_data import PersonDialog
from promueve_gui.gui.dialogs.profile import ProfileDialog
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.dialogs.search import SearchDialog
from promueve_gui.gui.dialogs.send_formats import SendFormatsDialog
from promueve_gui.gui.dialogs.slide_template import SlideTemplateDialog
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from promueve_gui.gui.pasos.plan.vistas.bulk_dialog import BulkDialog
from promueve_gui.gui.pasos.plan.vistas.repeat_dialog import RepeatDialog
from promueve_gui.gui.pasos.usuarios.catalogue_dialog import CatalogueDialog
from promueve_gui.gui.pasos.usuarios.duplicados.merge_review import MergeReview
from promueve_gui.gui.questions import ForeverDialog, NameDialog, ReasonDialog, SentencesDialog
from promueve_gui.gui.widgets.editors.rich_link import LinkDialog
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.fakes import AUTOR, PATH, Clock, MemoryArchivos
from tests.galeria import read, sent_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host

SMALL = (1093, 614)  # a screen of 1366 by 768 at 125 %
SMALLEST = (667, 336)  # what a window of 683 by 384, that screen at 200 %, leaves to a dialog
HELP = {"manual": show_manual, "glosario": show_glossary, "atajos": show_shortcuts, "acerca": show_about}
PROPUESTA = Propuesta(
    formato=Formato.CATALOGO,
    cambios=(),
    nuevos={},
    cambiados={},
    iguales={},
    problemas=(),
    parecidas=(AreaParecida("Direccion de Agua", "Dirección de Aguas", 2, separadas=False),),
)
RETURNED = [
    compare_one(Returns(sent_session()), read("valores pegados.xlsx")),
    Comparado(archivo="formato.xls", rechazo="Es de un formato antiguo de Excel. Guárdelo como .xlsx."),
]

ALIKE = Duplicados([Pareja("planeacion", "senado", 90, ("Los nombres se parecen.",))])


@dataclass
class Desktop:
    """What dialogs are made with."""

    host: Host
    context: Context
    project: Project
    messages: Answers


MAKERS: dict[str, Callable[[Desktop], QDialog]] = {
    "asesoría": lambda d: AdviceDialog(d.host.widget, d.project, PLAN),
    "respaldos": lambda d: BackupsDialog(d.host.widget, ProjectOpener(MemoryArchivos(), AUTOR, Clock()), PATH),
    "bitácora": lambda d: HistoryDialog(d.host.widget, d.project),
    "importar": lambda d: ImportPreview(d.host.widget, d.project.proyecto, "catálogo.csv", PROPUESTA),
    "nuevo": lambda d: NewProjectDialog(d.host.widget, d.context),
    "perfil": lambda d: ProfileDialog(d.host.widget, d.context, d.project, d.messages),
    "buscar": lambda d: SearchDialog(d.host.widget, d.project),
    "enviar": lambda d: SendFormatsDialog(d.host.widget, d.context, d.project, d.messages, PATH.parent, ()),
    "devueltos": lambda d: ReturnPreview(d.host.widget, d.context, d.project, d.messages, RETURNED),
    "unir": lambda d: MergeReview(d.host.widget, d.project.proyecto, ALIKE, 80),
    "motivo": lambda d: ReasonDialog(d.host.widget, "Retirar «Escuelas»"),
    "persona": lambda d: PersonDialog(d.host.widget, read_only=False),
    "para siempre": lambda d: ForeverDialog(d.host.widget, "Borrar los datos", "Se borrarán.", "Borrar"),
    "año nuevo": lambda d: NewYearDialog(d.host.widget, d.context, d.project),
    "copiar el plan": lambda d: CopyYearDialog(d.host.widget, d.context, d.project),
    "novedades": lambda d: NewsletterDialog(d.host.widget, d.context, d.project, d.context.services.build_news_maker()),
    "plantilla": lambda d: SlideTemplateDialog(d.host.widget, d.context, d.project, d.messages),
    "grupos típicos": lambda d: CatalogueDialog(d.host.widget, d.context, d.project),
    "elegir": lambda d: PickerDialog(d.host.widget, d.context, d.project, campos(LineaPlan)["grupos"], ()),
    "cambiar un dato": lambda d: BulkDialog(d.host.widget, d.context, d.project, 3),
    "repetir": lambda d: RepeatDialog(d.host.widget, d.context, d.project, LineaPlan(id="l", nombre="Nota")),
    "publicar": lambda d: PublishDialog(d.host.widget, d.context, d.project, {"nombre": "Nota"}),
    "liga": lambda d: LinkDialog(d.host.widget, "datos", "https://datos.ejemplo.gob.mx"),
    "nombre": lambda d: NameDialog(d.host.widget, "Guardar la vista", "Nombre", "Mía"),
    "frases": lambda d: SentencesDialog(d.host.widget, "Revise además:", ["Uno.", "Dos."]),
}


@pytest.fixture(params=[*MAKERS, *HELP])
def dialog(
    request: pytest.FixtureRequest, host: Host, context: Context, project: Project, messages: Answers
) -> QDialog:
    """Return each dialog of the program, shown."""
    if request.param in HELP:
        HELP[request.param](host.widget, context)
        return host.widget.findChildren(QDialog)[0]
    made = MAKERS[request.param](Desktop(host, context, project, messages))
    host.show(made)
    return made


def named(widget: QWidget) -> bool:
    """Tell whether a screen reader has something to say of a control."""
    if widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()):
        return True
    buddies = [label.buddy() for label in widget.window().findChildren(QLabel)]
    return widget in buddies or isinstance(widget, QTabBar)


def controls(dialog: QDialog) -> list[QWidget]:
    """Return what the keyboard can reach now."""
    reachable = Qt.FocusPolicy.TabFocus
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible() and widget.focusProxy() is None and widget.focusPolicy() & reachable
    ]


def test_every_control_has_a_name(dialog: QDialog) -> None:
    assert controls(dialog)
    nameless = [f"{type(widget).__name__} {widget.objectName()}" for widget in controls(dialog) if not named(widget)]
    assert nameless == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forward", "back"])
def test_the_tab_key_leaves_every_control(dialog: QDialog, key: Qt.Key) -> None:
    held = set()
    enabled = [widget for widget in controls(dialog) if widget.isEnabled()]
    for widget in enabled:
        widget.setFocus()
        QTest.keyClick(widget, key)
        if QApplication.focusWidget() is widget and len(enabled) > 1:
            held.add((type(widget).__name__, widget.accessibleName()))
    assert held == set()


def test_no_button_is_too_narrow_for_its_text(dialog: QDialog) -> None:
    cut = [
        made.text()
        for made in dialog.findChildren(QPushButton)
        if made.isVisible() and made.width() < made.fontMetrics().horizontalAdvance(made.text().replace("&", ""))
    ]
    assert cut == []


def test_it_fits_a_small_screen(dialog: QDialog) -> None:
    least = dialog.minimumSizeHint()
    assert (least.width() <= SMALL[0], least.height() <= SMALL[1]) == (True, True)


def test_on_the_smallest_screen_every_control_can_be_seen_and_the_buttons_always_are(dialog: QDialog) -> None:
    dialog.resize(*SMALLEST)
    QApplication.processEvents()
    assert (dialog.width() <= SMALLEST[0], dialog.height() <= SMALLEST[1]) == (True, True)
    unseen = set()
    for widget in (w for w in controls(dialog) if w.isEnabled()):
        widget.setFocus()
        QApplication.processEvents()
        buttons = [made for box in dialog.findChildren(QDialogButtonBox) for made in box.buttons()]
        unseen |= {made.text() for made in buttons if made.isVisible() and not whole(made)}
        if widget.visibleRegion().isEmpty():
            unseen.add(f"{type(widget).__name__} {widget.accessibleName()}")
    assert unseen == set()


def whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_it_opens_inside_a_small_window(host: Host, dialog: QDialog) -> None:
    assert (dialog.width() < host.widget.width(), dialog.height() < host.widget.height()) == (True, True)


def test_it_has_a_title(dialog: QDialog) -> None:
    assert dialog.windowTitle()


def test_there_is_one_primary_action_at_most(dialog: QDialog) -> None:
    primary = [b for b in dialog.findChildren(QPushButton) if b.objectName() == "primario" and b.isVisible()]
    assert len(primary) <= 1


def test_escape_leaves_it(host: Host, dialog: QDialog) -> None:
    gone: list[bool] = []
    dialog.finished.connect(lambda _: gone.append(True))
    host.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert gone == [True]


def test_enter_never_means_no_where_a_button_means_yes(dialog: QDialog) -> None:
    roles = {b: box.buttonRole(b) for box in dialog.findChildren(QDialogButtonBox) for b in box.buttons()}
    default = [role for button, role in roles.items() if isinstance(button, QPushButton) and button.isDefault()]
    yes, no = QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.RejectRole
    primary = [button for button in roles if button.objectName() == "primario"]
    offers = bool(primary) or yes in roles.values()
    assert [role for role in default if offers and role == no] == []
