"""Colours, sizes and the style sheet of the window, light and dark. Holds no widgets."""

from __future__ import annotations

from enum import Enum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

GRID = 8  # pixels; every margin and gap is a multiple of half of it
TEXT_PIXELS = 13


class Tema(Enum):
    """What the user chose."""

    SISTEMA = "sistema"
    CLARO = "claro"
    OSCURO = "oscuro"


@frozen
class Colores:
    """One set of colours; every pair of text and ground is AA (4.5 : 1) or better."""

    fondo: str  # the ground of the page
    superficie: str  # cards, tables, fields
    texto: str
    secundario: str
    linea: str
    borde: str  # of what is typed in or dragged: 3 : 1 on both grounds
    acento: str
    acento_fuerte: str  # pressed
    sobre_acento: str
    seleccion: str  # ground of the selected row
    bien: str
    bien_suave: str
    atencion: str
    atencion_suave: str
    error: str
    error_suave: str
    dato: str
    dato_suave: str
    oscuro: bool


CLARO = Colores(
    fondo="#f5f5f6",
    superficie="#ffffff",
    texto="#1f2328",
    secundario="#63686f",
    linea="#e3e3e6",
    borde="#868b92",
    acento="#8a1538",
    acento_fuerte="#6d102c",
    sobre_acento="#ffffff",
    seleccion="#f7ebef",
    bien="#187746",
    bien_suave="#e9f5ee",
    atencion="#a35400",
    atencion_suave="#fff4e2",
    error="#b3261e",
    error_suave="#fdecea",
    dato="#1f5fa8",
    dato_suave="#eaf2fc",
    oscuro=False,
)
OSCURO = Colores(
    fondo="#17191c",
    superficie="#202327",
    texto="#e8e9eb",
    secundario="#a4a9b0",
    linea="#363a40",
    borde="#70757c",
    acento="#ef89a5",
    acento_fuerte="#f7b1c4",
    sobre_acento="#2a0711",
    seleccion="#3a232b",
    bien="#6fcf97",
    bien_suave="#1d3327",
    atencion="#f0b35c",
    atencion_suave="#3a2c17",
    error="#ff9d94",
    error_suave="#3f2220",
    dato="#8bbcf5",
    dato_suave="#1d2d40",
    oscuro=True,
)

INKS = ("texto", "secundario", "acento", "sobre_acento", "bien", "atencion", "error", "dato")

# The size of text is not said here but by `font`: a rule for every widget would make Qt work out the style of each.
SHEET = Template("""
QMainWindow, QWizard, QWizardPage, #pagina { background: $fondo; }
QWizard > QWidget > QFrame { background: $fondo; }
QToolTip { background: $superficie; color: $texto; border: 1px solid $linea; padding: 4px; }
QMenuBar { background: $superficie; border-bottom: 1px solid $linea; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $seleccion; color: $texto; }
QMenu { background: $superficie; border: 1px solid $linea; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $seleccion; color: $texto; }
QMenu::item:disabled { color: $secundario; }
QMenu::separator { height: 1px; background: $linea; margin: 4px 8px; }
QStatusBar { background: $superficie; border-top: 1px solid $linea; color: $secundario; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 4px 8px; }
#lateral, #guia { background: $superficie; }
#lateral { border-right: 1px solid $linea; }
#guia { border-left: 1px solid $linea; }
#pie { background: $superficie; border-top: 1px solid $linea; }
#tarjeta { background: $superficie; border: 1px solid $linea; border-radius: 6px; }
#columna { background: $fondo; border: 1px solid $linea; border-radius: 6px; }
#columna[destino="true"] { border: 2px solid $acento; }
#linea { background: $superficie; border: 1px solid $linea; border-radius: 6px; }
#linea:focus { border-color: $acento; }
#tarjetas, #tarjetas:focus { background: transparent; border: none; }
#titulo { font-size: 20px; font-weight: 600; }
#subtitulo { font-size: 14px; font-weight: 600; }
#cifra { font-size: 24px; font-weight: 700; }
#secundario { color: $secundario; }
#raya { color: $linea; }
#menor { color: $secundario; font-size: 12px; }
#problema { color: $error; font-size: 12px; }
#aviso { background: $atencion_suave; border: 1px solid $atencion; border-radius: 6px; }
#logro { background: $bien_suave; border: 1px solid $bien; border-radius: 6px; }
#aviso QLabel, #logro QLabel { color: $texto; }
QPushButton, QToolButton#boton {
  background: $superficie; color: $texto; border: 1px solid $linea; border-radius: 5px; padding: 6px 14px;
  min-height: 18px; outline: none;
}
QPushButton:hover, QToolButton#boton:hover { border-color: $secundario; }
QPushButton:pressed, QPushButton:checked, QToolButton#boton:pressed, QToolButton#boton:checked {
  background: $seleccion; border-color: $acento;
}
QPushButton:focus, QToolButton#boton:focus { border: 2px solid $acento; padding: 5px 13px; }
QPushButton:disabled, QToolButton#boton:disabled { color: $secundario; background: $fondo; }
QPushButton#primario { background: $acento; color: $sobre_acento; border-color: $acento; font-weight: 600; }
QPushButton#primario:hover, QPushButton#primario:pressed { background: $acento_fuerte; }
QPushButton#primario:focus { border: 2px solid $texto; padding: 5px 13px; }
QPushButton#primario:disabled { background: $linea; color: $secundario; border-color: $linea; }
QPushButton#enlace {
  background: transparent; border: 1px solid transparent; color: $acento; padding: 2px 0; text-align: left;
}
QPushButton#enlace:hover { text-decoration: underline; }
QPushButton#enlace:focus { border: 1px solid $acento; }
QToolButton#boton { padding: 5px 6px; }
QToolButton#boton:focus { padding: 4px 5px; }
QPushButton#reloj {
  background: transparent; border: 1px solid transparent; color: $secundario; padding: 2px 0; font-size: 12px;
  text-align: left;
}
QStatusBar QPushButton#reloj { padding: 2px 8px; font-size: 13px; }
QPushButton#reloj:hover { color: $acento; text-decoration: underline; }
QPushButton#reloj:focus { border: 1px solid $acento; }
#franja { background: $superficie; border-bottom: 1px solid $linea; }
QPushButton#buscador { color: $secundario; text-align: left; padding: 2px 10px; margin: 1px 8px; }
QPushButton#buscador:focus { padding: 1px 9px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QToolButton#segmento {
  background: $superficie; color: $texto; border: 1px solid $linea; border-radius: 5px; padding: 5px 9px;
  min-height: 18px;
}
QToolButton#segmento:hover { border-color: $secundario; }
QToolButton#segmento:checked { background: $seleccion; border-color: $acento; }
QToolButton#segmento:focus { border: 2px solid $acento; padding: 4px 8px; }
QToolButton#plano { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton#plano:hover { background: $seleccion; }
QToolButton#plano:focus { border-color: $acento; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: $superficie; color: $texto; border: 1px solid $borde; border-radius: 5px; padding: 4px 8px;
  selection-background-color: $acento; selection-color: $sobre_acento;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $acento; padding: 3px 7px;
}
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 0; height: 0; border: none; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $fondo; }
QLineEdit:disabled, QComboBox:disabled, QListWidget:disabled { background: $fondo; color: $secundario; }
QLineEdit[mal="true"], QPlainTextEdit[mal="true"], QTextEdit[mal="true"], QComboBox[mal="true"] {
  border-color: $error;
}
QSpinBox QLineEdit, QDateEdit QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($flecha); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $superficie; border: 1px solid $linea; selection-background-color: $seleccion;
  selection-color: $texto; outline: none; }
QTableView, QTreeView, QListView {
  background: $superficie; alternate-background-color: $superficie; border: 1px solid $linea; border-radius: 6px;
  gridline-color: $linea; selection-background-color: $seleccion; selection-color: $texto; outline: none;
}
QTableView:focus, QTreeView:focus, QListView:focus { border-color: $acento; }
QTableView::item { padding: 4px 8px; border-bottom: 1px solid $linea; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $seleccion; color: $texto; }
QTableView::item:focus { border: 1px solid $acento; }
QListView::item { padding: 6px 8px; border-bottom: 1px solid $linea; }
#tarjetas::item { padding: 0; border: none; }
#pasos, #reglas, #proximos { border: none; border-radius: 0; }
#pasos { background: transparent; }
#reglas::item { padding: 5px 4px; }
#arbol::item { padding: 4px 2px; }
QHeaderView { background: $fondo; }
QHeaderView::section {
  background: $fondo; color: $texto; border: none; border-bottom: 1px solid $linea; font-weight: 600;
  padding: 6px 8px 6px 11px;
}
#arbol QHeaderView::section { padding-left: 5px; }
QHeaderView#nombres::section { font-weight: 400; padding: 0 8px; }
QHeaderView#angosto::section { padding: 4px 3px 4px 6px; font-size: 11px; font-weight: 500; }
QTabWidget::pane { border: none; border-top: 1px solid $linea; top: -1px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $texto; padding: 8px 4px; margin-right: 20px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { border-bottom: 2px solid $acento; font-weight: 600; }
QTabBar::tab:focus { color: $acento; }
QTabBar#vistas::tab { padding: 4px 2px; margin-right: 14px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#contenido { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $linea; }
QProgressBar { border: 1px solid $linea; border-radius: 5px; background: $fondo; text-align: center; min-height: 18px; }
QProgressBar::chunk { background: $acento; border-radius: 4px; }
QProgressBar[textVisible="true"]::chunk { background: $seleccion; border-right: 3px solid $acento; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $acento; }
QCheckBox::indicator, QAbstractItemView::indicator {
  width: 14px; height: 14px; border: 1px solid $secundario; border-radius: 3px; background: $superficie;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $acento; border-color: $acento; image: url($marca);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $linea; }
QRadioButton::indicator {
  width: 14px; height: 14px; border: 1px solid $secundario; border-radius: 8px; background: $superficie;
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $acento; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $superficie; border-bottom: 1px solid $linea; }
QCalendarWidget { background: $superficie; border: 1px solid $borde; }
QCalendarWidget QToolButton {
  background: transparent; color: $texto; border: none; border-radius: 4px; padding: 4px 8px;
}
QCalendarWidget QToolButton:hover { background: $seleccion; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus { border: none; border-radius: 0; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCheckBox:disabled { color: $secundario; }
QDialog { background: $fondo; }
QTableCornerButton::section { background: $fondo; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $borde; border-radius: 4px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $secundario; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def colores(tema: Tema) -> Colores:
    """Return the colours of a theme; «system» asks the desktop."""
    if tema is Tema.SISTEMA:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return OSCURO if dark else CLARO
    return OSCURO if tema is Tema.OSCURO else CLARO


def inks(c: Colores) -> dict[str, str]:
    """Return what each colour that is drawn with, of any theme, is in the theme ``c``."""
    return {getattr(theme, ink): getattr(c, ink) for theme in (CLARO, OSCURO) for ink in INKS}


def palette(c: Colores) -> QPalette:
    """Return the palette, for what the style sheet does not paint."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.fondo,
        QPalette.ColorRole.WindowText: c.texto,
        QPalette.ColorRole.Base: c.superficie,
        QPalette.ColorRole.AlternateBase: c.fondo,
        QPalette.ColorRole.Text: c.texto,
        QPalette.ColorRole.Button: c.superficie,
        QPalette.ColorRole.ButtonText: c.texto,
        QPalette.ColorRole.BrightText: c.error,
        QPalette.ColorRole.Highlight: c.acento,
        QPalette.ColorRole.HighlightedText: c.sobre_acento,
        QPalette.ColorRole.Link: c.acento,
        QPalette.ColorRole.ToolTipBase: c.superficie,
        QPalette.ColorRole.ToolTipText: c.texto,
        QPalette.ColorRole.PlaceholderText: c.secundario,
        QPalette.ColorRole.Accent: c.acento,
        QPalette.ColorRole.Mid: c.linea,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.secundario))
    return made


def style_sheet(c: Colores, icons: Path) -> str:
    """Return the style sheet of the whole program; ``icons`` is the folder of its pictures."""
    values = {name: getattr(c, name) for name in Colores.__dataclass_fields__ if name != "oscuro"}
    tick = "marca-oscura.png" if c.oscuro else "marca-clara.png"
    return SHEET.substitute(values, flecha=_quoted(icons / "flecha.png"), marca=_quoted(icons / tick))


def _quoted(path: Path) -> str:
    """Return a path as a string of a style sheet, whatever its folders are called: José, or d'Anghiera."""
    return '"' + path.as_posix().replace('"', r"\"") + '"'


def font() -> QFont:
    """Return the font of the program: the system's own, at the size of the grid."""
    made = QGuiApplication.font()
    made.setPixelSize(TEXT_PIXELS)
    return made
