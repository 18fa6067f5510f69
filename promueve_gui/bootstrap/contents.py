"""What writes contents and letters, and what reads their language."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from promueve_gui.bootstrap import places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from promueve_gui.adapters.word.writer import WordWriter
    from promueve_gui.application.export_documents import ContentWriter, Entrega, FormatWriter
    from promueve_gui.application.page_estimates import PageEstimator
    from promueve_gui.application.ports import Lengua, Progress
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.enriquecido import Tramo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import ParrafoEscrito


def content_writer() -> ContentWriter:
    """Return what writes contents, and keeps the letterheads ready between one and the next."""

    @cache
    def writer() -> WordWriter:
        from promueve_gui.adapters.resource_root import find_root
        from promueve_gui.adapters.word.writer import WordWriter

        return WordWriter(find_root() / "plantillas" / "membrete.docx", lambda: datetime.now(UTC))

    def write(contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: Id) -> None:
        writer().write_content(contenido, proyecto, path, letterhead, exportacion)

    return write


def write_letter(
    clave: str, valores: Mapping[str, str], entrega: Entrega, path: Path, letterhead: bytes | None
) -> tuple[str, ...]:
    """Write a letter of a kind with its values, on a letterhead or the one that ships; return what it left open."""
    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.adapters.word.letters import LetterWriter

    writer = LetterWriter((find_root() / "plantillas" / "membrete.docx").read_bytes, lambda: datetime.now(UTC))
    return writer.write(letter_template(clave).read_bytes(), valores, entrega.proyecto, path, letterhead)


def letter_template(clave: str) -> Path:
    """Return where the template of a kind of letter is: that of the institution or, without one, that of Promueve."""
    from promueve_gui.adapters.resource_root import find_root

    propia = places.templates_folder() / f"{clave}.docx"
    return propia if propia.is_file() else find_root() / "plantillas" / f"{clave}.docx"


def share_templates() -> Path:
    """Put into the user's folder the templates that it lacks, to be edited in Word, and return the folder."""
    from shutil import copyfile

    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.application.letters import PLANTILLAS

    folder = places.templates_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for nombre in (f"{plantilla.clave}.docx" for plantilla in PLANTILLAS):
        if not (folder / nombre).exists():
            copyfile(find_root() / "plantillas" / nombre, folder / nombre)
    return folder


def format_writers() -> dict[str, FormatWriter]:
    """Return the writers of contents in formats other than Word; each imports its library when it is first called."""
    from functools import partial

    from promueve_gui.application.content_formats import FORMATOS

    return {formato.clave: partial(_write_as, formato.clave) for formato in FORMATOS}


def _write_as(clave: str, contenido: Contenido, entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.application.content_formats import ODT, PPTX

    if clave == PPTX.clave:
        from promueve_gui.adapters.presentaciones.writer import DeckWriter
        from promueve_gui.adapters.resource_root import find_root

        DeckWriter(find_root() / "plantillas" / "presentacion.pptx")(contenido, entrega, path, progress)
    elif clave == ODT.clave:
        from promueve_gui.adapters.odt.writer import write_odt

        write_odt(contenido, entrega, path)
    else:
        from promueve_gui.adapters.portal.writers import WRITERS

        WRITERS[clave](contenido, entrega, path)


def render_content(clave: str, contenido: Contenido, proyecto: Proyecto) -> str:
    """Return a content as the text of a format («fragmento», «texto»), to be pasted."""
    from promueve_gui.adapters.portal.writers import RENDERERS

    return RENDERERS[clave](contenido, proyecto)


def check_slide_template(data: bytes) -> list[str]:
    """Return what a template of presentations lacks. Raises ``UserError`` when ``data`` cannot serve as one."""
    from promueve_gui.adapters.presentaciones.writer import check_template

    return check_template(data)


def compose_content(contenido: Contenido, proyecto: Proyecto) -> list[tuple[str, list[Tramo]]]:
    """Return the paragraphs of a content as its Word document has them: the part that each plays, and its text."""
    from promueve_gui.adapters.word.composition import compose
    from promueve_gui.domain.enriquecido import Tramo

    return [
        (parrafo.estilo.value, [Tramo(uno.texto, uno.fuerte, uno.enfasis, uno.enlace) for uno in parrafo.tramos])
        for parrafo in compose(contenido, proyecto)
    ]


def page_estimator(letterhead: bytes | None, proyecto: Proyecto) -> PageEstimator:
    """Return what tells how many pages a content takes on a letterhead, in the typefaces that this computer shows.

    The letterhead is measured here, which takes a while; ``None`` is the one that ships, whose measures are known.

    Raises:
        UserError: ``membrete_…``, when it cannot serve.
    """
    from promueve_gui.gui.widgets.typeface_here import typefaces_here

    estimate = _named_estimator(letterhead, proyecto)
    estimate.set_in(typefaces_here(estimate.familias))
    return estimate


def _named_estimator(letterhead: bytes | None, proyecto: Proyecto) -> PageEstimator:
    from promueve_gui.adapters.word.estimating import LengthEstimator

    if letterhead is None:
        return LengthEstimator()
    from promueve_gui.adapters.word.measuring import measure
    from promueve_gui.adapters.word.writer import prepare

    return LengthEstimator(measure(prepare(letterhead, proyecto)))


def compose_lines(contenido: Contenido, proyecto: Proyecto) -> list[ParrafoEscrito]:
    """Return the paragraphs of a content as they are compared with those that come back."""
    from promueve_gui.adapters.word.composition import compose
    from promueve_gui.adapters.word.stamp import written

    return written(compose(contenido, proyecto))


def check_letterhead(data: bytes) -> tuple[str, ...]:
    """Return what a letterhead lacks and how it is made up for; raise ``UserError`` when it cannot serve."""
    from promueve_gui.adapters.word.writer import check_letterhead as check

    return check(data)


def build_lengua() -> Lengua:
    """Return what helps to write Spanish; spelling only where this computer has a dictionary."""
    from promueve_gui.adapters.lengua.diccionarios import OWN, dictionary_folders, find_dictionary
    from promueve_gui.adapters.lengua.ortografia import HunspellApart, own_command
    from promueve_gui.adapters.lengua.personal import PersonalWords, read_words
    from promueve_gui.adapters.lengua.silabas import silabas
    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.application.ports import Lengua

    recursos = find_root()
    dictionary = find_dictionary(dictionary_folders(recursos))
    ortografia = None if dictionary is None else HunspellApart(own_command(dictionary))
    personal = PersonalWords(places.settings_path().with_name("diccionario.txt"))
    return Lengua(ortografia, silabas, personal, read_words(recursos / OWN / "datos-abiertos.txt"))


def serve_spelling(dictionary: Path) -> None:
    """Answer the window's questions about words, in a process of their own; see ``adapters.lengua.consulta``."""
    import sys

    from promueve_gui.adapters.lengua.consulta import serve

    serve(dictionary, sys.stdin.buffer, sys.stdout.buffer)
