"""The middle and right of the page: the content being written, its state, its length and its checklist."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from promueve_gui.application.content_measures import con_paginas, leer_contenido, medir, parrafos_de
from promueve_gui.application.publications import desde_contenido, offers_log, publicaciones_de
from promueve_gui.application.remedies import remedio
from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.lectura import Extension
from promueve_gui.domain.reglas import Contexto
from promueve_gui.gui.pasos.contenidos.content_form import ContentForm
from promueve_gui.gui.pasos.contenidos.live_review import LiveReview
from promueve_gui.gui.pasos.contenidos.page_length import PageLength
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from promueve_gui.gui.pasos.contenidos.review_card import ReviewCard
from promueve_gui.gui.pasos.contenidos.state_bar import StateBar
from promueve_gui.gui.pasos.contenidos.versions_dialog import VersionsDialog
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import Card, button, column, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

    from promueve_gui.application.content_flow import Avance
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas import Punto
    from promueve_gui.domain.vocabularios import TipoContenido
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

REFRESH_MS = 150
GO = "Ir a lo que falta"
QUICK_SECONDS = 0.2
RESTS, LONGEST_REST_MS = 3, 3000  # times as long as it took, before it is all looked at again; and no longer than that
SIGN_PIXELS = 16
SIGNS: dict[Extension | None, tuple[str, str]] = {
    None: ("information-outline", "secundario"),
    Extension.ADECUADA: ("check-circle", "bien"),
    Extension.EXCEDIDA: ("alert-circle-outline", "atencion"),
    Extension.FUERA: ("alert-circle-outline", "atencion"),
}


class ContentEditor(QWidget):
    """Writes one content at a time; the page places ``review`` where it wants it."""

    field_focused = Signal(str, str)
    jump_asked = Signal(str, str, str)
    word_asked = Signal(str)  # identity
    withdraw_asked = Signal()
    output_asked = Signal(str)

    def __init__(self, context: Context, project: Project, messages: Messages, nothing: QWidget) -> None:
        """Start without a content; ``nothing`` stands there until one is chosen."""
        super().__init__()
        self._context, self._project, self._messages = context, project, messages
        self._id: Id | None = None
        self._forms: dict[TipoContenido | None, ContentForm] = {}
        self.form: ContentForm | None = None
        self.bar = StateBar(context)
        self.live = LiveReview(context.services, project)
        self._length = PageLength(context.services, project)
        self.review = ReviewCard(context)
        self.measure, self._measure_sign = ElidedLabel("", Qt.TextElideMode.ElideRight), QLabel()
        self.measure.setObjectName("menor")
        self._stack = QStackedWidget()
        self._paper = Card()
        self._paper.body.addWidget(self._stack, 1)
        self.walk = button("", self._walk, "enlace")
        self.walk.setToolTip("F7 va a la siguiente palabra; Ctrl+. abre las sugerencias de la que tiene el cursor")
        self.walk.hide()
        foot = row(self._measure_sign, self.measure, self.walk, spacing=GRID // 2)
        foot.setStretchFactor(self.measure, 1)
        self._paper.body.addLayout(foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(_stacked(self.bar, self._paper))
        layout = column(self._pages)
        self.setLayout(layout)
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._reading = QTimer(self, singleShot=True, interval=0)  # a turn of its own, so that keys come in between
        self._reading.timeout.connect(self._show_reading)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.bar.move_asked.connect(self._move)
        self.bar.word_asked.connect(self._ask_word)
        self.bar.log_asked.connect(self._log)
        self.bar.type_asked.connect(self._change_type)
        self.bar.withdraw_asked.connect(self.withdraw_asked)
        self.bar.versions_asked.connect(self._show_versions)
        self.bar.field_asked.connect(self.focus_field)
        self.bar.output_asked.connect(self.output_asked)
        self.review.field_asked.connect(self.focus_field)
        self.review.sentence_asked.connect(self._show_long_sentence)
        self.review.remedy_asked.connect(self._remedy)
        for told in (self.live.learned, self.live.stated):
            told.connect(self._read_again)
        self.live.told.connect(self._messages.tell)
        self._length.measured.connect(self.refresh)
        self._project.changed.connect(self._on_changed)

    @property
    def record_id(self) -> Id | None:
        """Return which content is written."""
        return self._id

    def show_record(self, identidad: Id | None) -> None:
        """Save what is pending and show another content, or none."""
        self.flush()
        self._id = identidad
        self.live.show_content(identidad)
        self.review.show_reading(None)
        contenido = self._contenido()
        if contenido is None:
            self._id = None
            for form in self._forms.values():
                form.show_record(None)
        else:
            self.form = self._form_of(contenido.tipo)
            self.form.show_record(contenido.id)
            self._stack.setCurrentIndex([*self._forms].index(contenido.tipo))
        self.refresh()

    def focus_field(self, nombre: str) -> None:
        """Put the cursor in a field of the content."""
        if self.form is not None and self._id is not None:
            self.form.focus_field(nombre)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the words of a text that nobody saw until now, or that changed meanwhile."""
        super().showEvent(event)
        self._reading.start()

    def flush(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.flush()

    def refresh(self) -> None:
        """Show state, length and checklist of the content as it stands on screen."""
        self._timer.stop()
        begin = perf_counter()
        contexto, writable = self._contexto(), not self._project.read_only
        contenido = self._draft()
        self._pages.setCurrentIndex(0 if contenido is None else 1)
        self.review.show_content(contexto, contenido, writable=writable)
        if contenido is not None:
            self._reading.start()
            self.bar.show_content(contexto, contenido, writable=writable)
            self._show_measure(contexto, contenido)
        # What takes long of an enormous text is done seldom, so that the window answers in between.
        took = perf_counter() - begin
        self._timer.setInterval(
            REFRESH_MS if took < QUICK_SECONDS else min(round(took * 1000) * RESTS, LONGEST_REST_MS)
        )

    def _show_measure(self, contexto: Contexto, contenido: Contenido) -> None:
        medida = medir(contexto, contenido)
        paginas, largo = self._length.said(contenido, contexto.proyecto)
        self.measure.setText("" if medida is None else con_paginas(medida, contenido, paginas))
        self.measure.setToolTip(largo)
        self._measure_sign.setVisible(medida is not None)
        if medida is not None:
            name, colour = SIGNS[medida.grado]
            icon = self._context.icon(name, getattr(self._context.colores, colour))
            self._measure_sign.setPixmap(icon.pixmap(SIGN_PIXELS, SIGN_PIXELS))
            self._measure_sign.setToolTip(medida.grado.etiqueta if medida.grado else "")

    def _show_reading(self) -> None:
        """Show how the text reads, once all its words were looked up, and how many words wait for a look."""
        contexto, contenido = self._contexto(), self._draft()
        if contenido is None or self.form is None or not self.isVisible():
            return
        if not self.live.want(self.live.text.unread(parrafos_de(contexto, contenido, self.live.text))):
            self.review.show_reading(leer_contenido(contexto, contenido, self.live.text))
        wrong = self.form.spelling.wrong()
        self.review.show_spelling(wrong, self.form.spelling.sentence or self.live.sentence)
        self.walk.setText(f"Ortografía: {wrong} (F7)")
        self.walk.setAccessibleName("Ir a la siguiente palabra por revisar")
        self.walk.setVisible(bool(wrong))

    def _read_again(self, _words: object = None) -> None:
        self._reading.start()

    def _walk(self) -> None:
        if self.form is not None:
            self.form.spelling.go_on()

    def _contexto(self) -> Contexto:
        services = self._context.services
        return Contexto(self._project.proyecto, services.today(), services.feriados)

    def _contenido(self) -> Contenido | None:
        found = self._project.proyecto.get(Contenido, self._id)
        return found if found is not None and found.activo else None

    def _draft(self) -> Contenido | None:
        if self._id is None or self.form is None:
            return None
        return cast("Contenido | None", self.form.draft())

    def _form_of(self, tipo: TipoContenido | None) -> ContentForm:
        if tipo not in self._forms:
            form = ContentForm(self._context, self._project, tipo, self.live)
            form.field_focused.connect(self.field_focused)
            form.typed.connect(self._timer.start)
            self._forms[tipo] = form
            self._stack.addWidget(_stacked(form, form.formats))
            _follow_with_tab(self.bar.more, form)
        return self._forms[tipo]

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if self._id is None:
            return
        mine = next((c for c in cambios if c.id == self._id), None)
        if mine is not None and (mine.despues is None or {"tipo", "retirado"} & mine.despues.keys()):
            self.show_record(self._id)
        else:
            self._timer.start()

    def _edit(self, motivo: str, **valores: Any) -> None:
        self.flush()
        contenido = self._contenido()
        if contenido is not None:
            self._project.edit(motivo.format(titulo=contenido.nombre), [cambio(contenido, **valores)])
            self.refresh()

    def _move(self, avance: Avance) -> None:
        self.flush()
        contenido = self._contenido()
        if avance.falta:
            if self._messages.ask(f"{avance.texto}: todavía no", avance.falta, [GO]) == 0:
                self.focus_field(avance.campo)
        elif contenido is not None and offers_log(self._project.proyecto, contenido, avance.estado):
            self._ask_publication(contenido, avance)
        else:
            self._edit(f"{avance.texto}: «{{titulo}}»", estado=avance.estado)

    def _ask_publication(self, contenido: Contenido, avance: Avance) -> None:
        """Offer to register the publication in the same step."""
        proyecto, hoy = self._project.proyecto, self._context.services.today()
        valores = desde_contenido(proyecto, contenido, hoy)
        dialog = PublishDialog(self, self._context, self._project, valores)
        dialog.accepted.connect(lambda: self._publish(avance, valores | dialog.valores if dialog.logs else {}))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _publish(self, avance: Avance, publicacion: dict[str, Any]) -> None:
        contenido = self._contenido()
        if contenido is None:
            return
        nuevas = [alta(Publicacion(id=nuevo_id(), **publicacion))] if publicacion else []
        motivo = f"{avance.texto}: «{contenido.nombre}»"
        self._project.edit(motivo, [cambio(contenido, estado=avance.estado), *nuevas])
        self.refresh()

    def _change_type(self, tipo: TipoContenido) -> None:
        self._edit(f"Cambiar «{{titulo}}» a {tipo.etiqueta.lower()}", tipo=tipo)

    def _remedy(self, punto: Punto) -> None:
        """Do what mends a gap, as it stands once what is being typed is saved."""
        self.flush()
        contenido = self._contenido()
        made = None if contenido is None else remedio(self._project.proyecto, contenido, punto)
        if contenido is not None and made is not None:
            self._project.edit(made.motivo(contenido), made.cambios(contenido))
            self.refresh()
            if self.form is not None:
                self.form.go_on_in(punto.campo)

    def _show_long_sentence(self) -> None:
        if self.form is not None:
            self.form.show_long_sentence()

    def _ask_word(self) -> None:
        self.flush()
        if self._id is not None:
            self.word_asked.emit(self._id)

    def _show_versions(self, version: Id | None) -> None:
        """Open the versions of this content, with one chosen."""
        self.flush()
        if self._id is not None:
            VersionsDialog(self, self._context, self._project, self._id, version).open()

    def _log(self) -> None:
        """Go to the publication of this content; register it first when there is none."""
        self.flush()
        contenido = self._contenido()
        if contenido is None:
            return
        hechas = publicaciones_de(self._project.proyecto, contenido.id)
        publicacion = hechas[0] if hechas else self._register(contenido)
        if publicacion is not None:
            self.jump_asked.emit(Publicacion.ENTIDAD, publicacion.id, "url_publicada")

    def _register(self, contenido: Contenido) -> Publicacion | None:
        hoy = self._context.services.today()
        nueva = Publicacion(id=nuevo_id(), **desde_contenido(self._project.proyecto, contenido, hoy))
        made = self._project.edit(f"Registrar la publicación de «{contenido.nombre}»", [alta(nueva)])
        return None if made is None else nueva


def _stacked(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(*widgets))
    return made


def _follow_with_tab(before: QWidget, form: QWidget) -> None:
    """Have the Tab key go from ``before`` through a form, which was made after all that stands beside it."""
    for widget in form.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is form.window():
            QWidget.setTabOrder(before, widget)
            before = widget
