"""Writing in a story of ten pages with spelling, reading and rules on, beside a bare QTextEdit with the same text.

Processor time of the window's thread, so that a busy computer does not count: what a key takes until it is painted,
and the longest turn of the event loop, in which the window does not answer.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from measures.event_loop import StallWatch, idle_for
from measures.large_project import Size, records
from measures.real_window import real_window, wait_for_project
from measures.report import Figure
from measures.sampling import percentile
from promueve_gui import bootstrap
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.pasos.contenidos.content_form import ContentForm
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor

if TYPE_CHECKING:
    from promueve_gui.gui.main_window import MainWindow

MOST_KEY, MOST_STALL = 16.0, 50.0
MILLI = 1000.0
KEYS, WARM_UP = 600, 20
PAGES, LETTERS = 10, 1800
PAUSES = (0.02, 0.08, 0.2, 0.9)  # seconds after a key: of one who types, and of one who stops to think
SHARES = (70, 20, 7, 3)
FIELDS = ("antecedentes", "retos", "resultados")
WRITTEN = "solucion"  # holds nearly all of the story, which is the hardest for whatever follows the text
SHORT = 300
PROJECT = Size(groups=1000, lines=1000)
WORDS = """
la el de los datos abiertos información institución municipio transporte salud educación camas censables
hospital publica consulta descarga cada mes ciudadanía investigadoras periodistas decisiones presupuesto
transparencia programa que con para por sin según también porque cuando donde servicio agua calidad aire
registro responsabilidad interoperabilidad sistematización dependencia gobierno camion publicacion estadistica
desagregados georreferenciación país escuelas maestros estudiantes investigación herramienta visualizador
oportuno completo primario legible
""".split()
TYPED = "Los datos se publican cada mes y sirven a quienes toman desiciones sobre la salud de su municipio. "


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of typing."""
    keys = 12 if quick else KEYS
    story = _story(LETTERS if quick else PAGES * LETTERS)
    with TemporaryDirectory(prefix="promueve-bench-") as name, real_window(Path(name)) as window:
        path = Path(name) / "historia.promueve"
        wanted = Size(groups=20, lines=20) if quick else PROJECT
        bootstrap.build_opener().create(path, [*records(wanted), story])
        box, ready = _open(window, path, quick=quick)
        ours, stall = _type(box, keys)
        bare = QTextEdit()
        bare.resize(box.size())
        bare.setPlainText(box.toPlainText())
        bare.show()
        bare_keys, bare_stall = _type(bare, keys)
        bare.close()
    pages = f"in a story of {1 if quick else PAGES} pages"
    return [
        Figure(name=f"One key {pages}: p50, processor", ours=percentile(ours, 50), bare=percentile(bare_keys, 50)),
        Figure(name="  p99", ours=percentile(ours, 99), bare=percentile(bare_keys, 99), most=MOST_KEY),
        Figure(name=f"  longest stall during {keys} keys", ours=stall, bare=bare_stall, most=MOST_STALL),
        Figure(name="  longest stall while its words are looked up", ours=ready, most=MOST_STALL),
    ]


def _story(letters: int) -> Contenido:
    """Return a story of some length, in paragraphs of some sentences; always the same."""
    chance = Random(7)  # noqa: S311 - a made-up text
    lengths = dict.fromkeys(FIELDS, SHORT) | {WRITTEN: letters - SHORT * len(FIELDS)}
    texts = {name: "\n\n".join(_paragraphs(chance, length)) for name, length in lengths.items()}
    empty = Contenido(id="historia", nombre="Una historia larga", tipo=TipoContenido.HISTORIA)
    return replace(empty, **texts)  # type: ignore[arg-type]  # all are texts


def _paragraphs(chance: Random, letters: int) -> list[str]:
    made: list[str] = []
    while sum(map(len, made)) < letters:
        sentences = []
        for _ in range(chance.randint(3, 6)):
            words = " ".join(chance.choices(WORDS, k=chance.randint(8, 34)))
            sentences.append(f"{words.capitalize()}.")
        made.append(" ".join(sentences))
    return made


def _open(window: MainWindow, path: Path, *, quick: bool) -> tuple[QTextEdit, float]:
    """Show the story with the cursor in the middle of a section; return its box, and the longest stall from then on."""
    window.opening.open(path)
    wait_for_project(window)
    if window.wizard is None:
        raise LookupError
    window.wizard.jump(Contenido.ENTIDAD, "historia", WRITTEN)
    QCoreApplication.processEvents()
    watch = StallWatch(thread_time)
    idle_for(0.5 if quick else 6.0)  # while a worker looks its words up
    ready = watch.stop()
    form = next(form for form in window.findChildren(ContentForm) if form.record_id and form.isVisible())
    editor = form.editor(WRITTEN)
    if not isinstance(editor, RichTextEditor):
        raise TypeError
    return editor.box, ready


def _type(box: QTextEdit, keys: int) -> tuple[list[float], float]:
    """Type in the middle of a text; return what each key took, and the longest stall between them."""
    chance = Random(11)  # noqa: S311 - pauses, always the same
    box.setFocus()
    cursor = QTextCursor(box.document().findBlockByNumber(box.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    box.setTextCursor(cursor)
    took: list[float] = []
    watch = StallWatch(thread_time)
    for number in range(keys + WARM_UP):
        letter = TYPED[number % len(TYPED)]
        begin = thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        box.viewport().repaint()
        took.append((thread_time() - begin) * MILLI)
        watch.look_away()
        idle_for(chance.choices(PAUSES, SHARES)[0])
    return took[WARM_UP:], watch.stop()
