"""«Novedades por correo»: which groups, of which days, with which words. It prepares nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from promueve_gui.application.content_formats import sin_aprobar
from promueve_gui.application.correos import plantilla
from promueve_gui.application.newsletters import (
    CAMPOS_NOVEDADES,
    DIAS,
    NOVEDADES,
    PedidoNovedades,
    destinatarios,
    redactar_novedades,
)
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.texto import contado
from promueve_gui.gui.dialogs.message_editor import UNKNOWN
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.editors.text import DateEditor
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from promueve_gui.application.newsletters import Destinatarios, NewsMaker
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

SIZE = (1000, 580)
TITLE = "Novedades por correo"
HINT = (
    "Se escribe un borrador de correo por grupo, con copia oculta a sus contactos. Promueve no envía nada: ábralos, "
    "revíselos y envíelos usted."
)
DRAFTS = "También lo no aprobado, como borrador"
NOTHING = "No hay contenidos aprobados o publicados en esas fechas."
NOTHING_CHOSEN = "Marque al menos un contenido."
NO_DAYS = "Escriba desde cuándo y hasta cuándo."
BACKWARDS = "La primera fecha es posterior a la segunda."
NO_GROUPS = "Ningún grupo tiene contactos todavía. Agréguelos en el paso 1."
FIELDS = "Campos que se llenan solos: {campos}."
IDENTITY = Qt.ItemDataRole.UserRole
SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class NewsletterDialog(QDialog):
    """Asks for all that the news take; ``pedido`` is what was answered."""

    def __init__(self, parent: QWidget, context: Context, project: Project, maker: NewsMaker) -> None:
        """Begin with every group that somebody of may be written to, and the days of the last bimestre."""
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        fit(self, *SIZE)
        self._proyecto, self._maker, self._hoy = project.proyecto, maker, context.services.today()
        self._message = plantilla(self._proyecto, NOVEDADES, context.services.textos.mensajes())
        self._everybody = destinatarios(self._proyecto)
        self.groups = QListWidget()
        self.groups.setAccessibleName("Grupos que reciben las novedades")
        for place, suyos in enumerate(self._everybody):
            self.groups.addItem(_item(suyos))
            self.groups.item(place).setToolTip(plain_tip(suyos.grupo.nombre))
        self.contents = QListWidget()
        self.contents.setAccessibleName("Contenidos que van en las novedades")
        self._omitted: set[Id] = set()
        for listing in (self.groups, self.contents):  # too long a line ends in «…»
            listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.since, self.until = (self._day_editor(context, name) for name in ("Desde", "Hasta"))
        self.since.set_value(self._hoy - timedelta(days=DIAS))
        self.until.set_value(self._hoy)
        self.drafts = QCheckBox(DRAFTS)
        self.problem, self.count = label("", "problema", wrap=True), label("", "menor", wrap=True)
        self.subject, self.body = QLineEdit(self._message.asunto), QPlainTextEdit(self._message.cuerpo)
        self.subject.setCursorPosition(0)
        self.preview = QPlainTextEdit(readOnly=True)
        self.buttons = QDialogButtonBox()
        self.go = button("", self.accept, "primario")
        self.buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.groups.setCurrentRow(0)
        self.refresh()

    def pedido(self) -> PedidoNovedades | None:
        """Return what is to be prepared; ``None`` while the days say nothing."""
        days = self._days()
        if days is None:
            return None
        return PedidoNovedades(
            grupos=tuple(suyos.grupo.id for suyos in self._ticked()),
            desde=days[0],
            hasta=days[1],
            mensaje=replace(self._message, asunto=self.subject.text(), cuerpo=self.body.toPlainText()),
            borradores=self.drafts.isChecked(),
            omitidos=frozenset(self._omitted),
        )

    def refresh(self) -> None:
        """Say what stands in the way, what would be told, and how the message reads for the group with the cursor."""
        pedido, ticked = self.pedido(), self._ticked()
        self._list_contents(pedido)
        sentence = self._trouble(pedido)
        said = self._said(pedido)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.preview.setPlainText(said)
        self.count.setText("" if pedido is None else _counted(len(pedido.contenidos(self._proyecto))))
        self.go.setText(f"Preparar {contado(len(ticked), 'borrador', 'borradores')}")
        self.go.setEnabled(bool(ticked) and pedido is not None and bool(pedido.contenidos(self._proyecto)))

    def _trouble(self, pedido: PedidoNovedades | None) -> str:
        if not self._everybody:
            return NO_GROUPS
        if pedido is None:
            days = (self._day(self.since), self._day(self.until))
            return NO_DAYS if None in days else BACKWARDS
        if not pedido.contenidos(self._proyecto):
            return NOTHING_CHOSEN if self.contents.count() else NOTHING
        suyos = self._current()
        unknown = redactar_novedades(self._proyecto, suyos, pedido, self._moment()).desconocidos if suyos else ()
        return UNKNOWN.format(campos=", ".join(f"{{{campo}}}" for campo in unknown)) if unknown else ""

    def _said(self, pedido: PedidoNovedades | None) -> str:
        suyos = self._current()
        if pedido is None or suyos is None:
            return ""
        novedades = redactar_novedades(self._proyecto, suyos, pedido, self._moment())
        return f"{novedades.asunto}\n\n{self._maker.as_text(novedades)}"

    def _list_contents(self, pedido: PedidoNovedades | None) -> None:
        """List what there is of those days, each with its box; what was left out stays so."""
        found = [] if pedido is None else replace(pedido, omitidos=frozenset()).contenidos(self._proyecto)
        shown = [self.contents.item(place).data(IDENTITY) for place in range(self.contents.count())]
        if [contenido.id for contenido in found] == shown:
            return
        self.contents.blockSignals(True)
        self.contents.clear()
        for contenido in found:
            item = QListWidgetItem(f"BORRADOR: {contenido.nombre}" if sin_aprobar(contenido) else contenido.nombre)
            item.setToolTip(plain_tip(item.text()))
            item.setData(IDENTITY, contenido.id)
            item.setFlags(SHOWN | Qt.ItemFlag.ItemIsUserCheckable)
            out = contenido.id in self._omitted
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
            self.contents.addItem(item)
        self.contents.blockSignals(False)

    def _on_content(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        (self._omitted.discard if ticked else self._omitted.add)(item.data(IDENTITY))
        self.refresh()

    def _moment(self) -> datetime:
        return datetime.now().astimezone()

    def _current(self) -> Destinatarios | None:
        place = self.groups.currentRow()
        return self._everybody[place] if place >= 0 else None

    def _ticked(self) -> list[Destinatarios]:
        return [
            suyos
            for place, suyos in enumerate(self._everybody)
            if self.groups.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _days(self) -> tuple[date, date] | None:
        since, until = self._day(self.since), self._day(self.until)
        return (since, until) if since and until and since <= until else None

    def _day(self, editor: DateEditor) -> date | None:
        try:
            value = editor.value()
        except ValorInvalidoError:
            return None
        return value if isinstance(value, date) else None

    def _day_editor(self, context: Context, name: str) -> DateEditor:
        campo = replace(campos(EnvioFormato)["fecha"], etiqueta=name)
        made = DateEditor(campo, context.icon("calendar"))
        made.line.setAccessibleName(name)
        return made

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.groups.itemChanged.connect(lambda _: self.refresh())
        self.contents.itemChanged.connect(self._on_content)
        self.groups.currentRowChanged.connect(lambda _: self.refresh())
        for editor in (self.since, self.until):
            editor.edited.connect(self.refresh)
        self.drafts.toggled.connect(lambda _: self.refresh())
        self.subject.textChanged.connect(lambda _: self.refresh())
        self.body.textChanged.connect(self.refresh)

    def _lay_out(self) -> None:
        named = (
            (self.subject, "Asunto"), (self.body, "Mensaje"), (self.preview, "Cómo queda el mensaje"),
        )  # fmt: skip
        for widget, name in named:
            widget.setAccessibleName(name)
        for editor in (self.body, self.preview):
            editor.setTabChangesFocus(True)
        left, right = QWidget(), QWidget()
        editors = (self.since, self.until)
        captions = [label(editor.campo.etiqueta) for editor in editors]
        for caption in captions:  # so that one below the other they are in line
            caption.setMinimumWidth(max(one.sizeHint().width() for one in captions))
        days = FlowRow(*map(_beside, captions, editors), spread=False)
        layout = column(label("Grupos", "subtitulo"), self.groups, label("Contenidos", "subtitulo"))
        for part in (days, self.drafts, self.contents, self.count, self.problem):
            layout.addWidget(part)
        layout.setStretchFactor(self.groups, 3)
        layout.setStretchFactor(self.contents, 2)
        left.setLayout(layout)
        fields = label(
            FIELDS.format(campos=", ".join(f"{{{campo}}}" for campo in CAMPOS_NOVEDADES)), "menor", wrap=True
        )
        right.setLayout(
            column(
                label("Mensaje", "subtitulo"), self.subject, self.body, fields, label("Cómo queda", "subtitulo"),
                self.preview,
            )
        )  # fmt: skip
        middle = row(left, right, spacing=2 * GRID)
        middle.setStretch(0, 4)
        middle.setStretch(1, 5)
        whole = column(label(TITLE, "titulo"), label(HINT, "secundario", wrap=True))
        whole.addLayout(middle, 1)
        lay_out(self, whole, self.buttons)


def _item(suyos: Destinatarios) -> QListWidgetItem:
    """Return the line of a group; one without anybody to write to cannot be ticked."""
    item = QListWidgetItem(f"{suyos.grupo.nombre}\n{suyos.frase}")
    item.setFlags(SHOWN | Qt.ItemFlag.ItemIsUserCheckable if suyos.correos else SHOWN)
    item.setCheckState(Qt.CheckState.Checked if suyos.correos else Qt.CheckState.Unchecked)
    return item


def _beside(caption: QLabel, editor: DateEditor) -> QWidget:
    made = QWidget()
    made.setLayout(row(caption, editor))
    return made


def _counted(news: int) -> str:
    return f"{'Va 1 contenido' if news == 1 else f'Van {news} contenidos'} de esas fechas."
