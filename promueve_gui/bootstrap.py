"""The composition root: the only room that knows all others. It makes adapters and hands them to the use cases.

Heavy libraries are imported by the function that needs them, so that each call pays only for its own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from promueve_gui.adapters.recursos import Recursos
    from promueve_gui.application.export_documents import AreaWriter, ContentWriter, Entrega, Exporter
    from promueve_gui.application.formats import FormatSender
    from promueve_gui.application.letters import LetterExporter
    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.person_listing import Linea
    from promueve_gui.application.personal_data import PersonalStore
    from promueve_gui.application.ports import Feriados, Progress
    from promueve_gui.application.received import Aplicado
    from promueve_gui.application.return_results import ResultSaver
    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.importacion import Lectura
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Services


def run_window(path: Path | None) -> int:
    """Open the window, on the project at ``path`` if given; return the exit code."""
    from promueve_gui.application.garbage import set_aside

    with set_aside():
        from promueve_gui.gui.feature_hook import take_out

        take_out()
        from promueve_gui.gui.app import run

    return run(build_services(), settings_path(), path)


def build_services() -> Services:
    """Return the use cases that the window calls; each imports its heavy libraries when it is first called."""
    from promueve_gui import __version__
    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.gui.context import Services

    return Services(
        make_opener=build_opener,
        make_textos=build_recursos,
        feriados=build_feriados(),
        today=today,
        read_source=read_source,
        read_returned=read_returned,
        make_returns=make_returns,
        build_result_saver=build_result_saver,
        open_untouched=open_untouched,
        build_example=build_example,
        build_exporter=build_exporter,
        build_letter_exporter=build_letter_exporter,
        share_templates=share_templates,
        compose_content=compose_content,
        estimate_pages=estimate_pages,
        build_personal_store=build_personal_store,
        write_listing=write_listing,
        build_format_sender=build_format_sender,
        check_letterhead=check_letterhead,
        build_similitud=build_similitud,
        log_crash=log_crash,
        recursos=find_root(),
        version=__version__,
    )


def check_letterhead(data: bytes) -> tuple[str, ...]:
    """Return what a letterhead lacks and how it is made up for; raise ``UserError`` when it cannot serve."""
    from promueve_gui.adapters.word.writer import check_letterhead as check

    return check(data)


def build_similitud() -> Similitud:
    """Return how alike two words are."""
    from promueve_gui.adapters.similitud import similitud

    return similitud


def settings_path() -> Path:
    """Return where the window keeps its settings: the folder that the system gives to each user's programs."""
    from platformdirs import user_config_path

    return user_config_path("Promueve", appauthor=False, ensure_exists=True) / "ventana.ini"


def today() -> date:
    """Return the day, where the computer is."""
    return now().date()


def now() -> datetime:
    """Return the moment, aware and local."""
    return datetime.now().astimezone()


def build_opener() -> ProjectOpener:
    """Return the use case that starts, opens and rescues projects, for whoever is logged in."""
    from promueve_gui.adapters.sqlite.files import SqliteArchivos
    from promueve_gui.application.open_project import ProjectOpener

    return ProjectOpener(SqliteArchivos(), user_name(), now)


def user_name() -> str:
    """Return who is logged in, or nothing when the system does not tell."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def build_recursos() -> Recursos:
    """Return the read-only data that ship with the program."""
    from promueve_gui.adapters.recursos import Recursos
    from promueve_gui.adapters.resource_root import find_root

    return Recursos(find_root())


def build_feriados() -> Feriados:
    """Return the official holidays of Mexico."""
    from promueve_gui.adapters.calendario import CalendarioOficial

    return CalendarioOficial()


def build_exporter() -> Exporter:
    """Return the use case that writes documents."""
    from promueve_gui.adapters.files import DiskFiles
    from promueve_gui.application.export_documents import AGENDA, CALENDARIO_PDF, MAPA, PLAN, PLAN_PDF, Exporter

    libros = {
        MAPA.clave: _write_map,
        PLAN.clave: _write_plan,
        AGENDA.clave: _write_agenda,
        PLAN_PDF.clave: _write_plan_pdf,
        CALENDARIO_PDF.clave: _write_calendar_pdf,
    }
    return Exporter(DiskFiles(), libros, _content_writer(), _format_writer())


def build_format_sender() -> FormatSender:
    """Return the use case that prepares workbooks and drafts for the areas."""
    from promueve_gui.adapters.correo import write_draft
    from promueve_gui.adapters.excel.exportado import is_export
    from promueve_gui.application.formats import FormatSender

    return FormatSender(build_exporter(), write_draft, is_export)


def build_personal_store() -> PersonalStore:
    """Return what looks a person up in a project file and its backups, and erases her from the latter."""
    from promueve_gui.adapters.sqlite.personal_store import SqlitePersonalStore

    return SqlitePersonalStore()


def write_listing(entrega: Entrega, lineas: Sequence[Linea], path: Path) -> None:
    """Write what was found of a person to ``path``: a workbook, or plain text where it ends in «.txt»."""
    from promueve_gui.adapters.excel.persona import TITULO, write_person
    from promueve_gui.application.person_listing import as_text

    if path.suffix.lower() == ".txt":
        path.write_text(as_text(lineas, TITULO, entrega.momento), encoding="utf-8-sig")
    else:
        write_person(entrega, lineas, path)


def _write_map(entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.adapters.excel.mapa import MapWriter

    MapWriter(build_recursos().load_ayuda)(entrega, path, progress)


def _write_plan(entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.adapters.excel.plan import write_plan

    write_plan(entrega, path, progress)


def _write_agenda(entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.adapters.calendario.archivo import write_agenda

    write_agenda(entrega, path, progress)


def _write_plan_pdf(entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write the plan as PDF at one go, for those without a window; on the main thread, where fonts may be used."""
    from promueve_gui.application.print_plan import print_plan
    from promueve_gui.gui.impresion.without_window import write_pdf

    write_pdf(print_plan(entrega), path, progress)


def _write_calendar_pdf(entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.application.print_plan import print_calendar
    from promueve_gui.gui.impresion.without_window import write_pdf

    write_pdf(print_calendar(entrega, build_feriados()), path, progress)


def _format_writer() -> AreaWriter:
    """Return what writes the formats of many areas and reads the texts that they share once."""
    recursos = build_recursos()

    def write(area: Id, entrega: Entrega, path: Path, progress: Progress) -> None:
        from promueve_gui.adapters.excel.formato import FormatWriter

        FormatWriter(recursos.load_ayuda)(area, entrega, path, progress)

    return write


def _content_writer() -> ContentWriter:
    """Return what writes contents, and keeps the letterheads ready between one and the next."""
    made: list[ContentWriter] = []

    def write(contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None) -> None:
        if not made:
            from promueve_gui.adapters.resource_root import find_root
            from promueve_gui.adapters.word.writer import WordWriter

            made.append(
                WordWriter(find_root() / "plantillas" / "membrete.docx", lambda: datetime.now(UTC)).write_content
            )
        made[0](contenido, proyecto, path, letterhead)

    return write


def build_letter_exporter() -> LetterExporter:
    """Return the use case that writes oficios and letters."""
    from promueve_gui.application.letters import LetterExporter

    return LetterExporter(build_exporter(), _write_letter)


def _write_letter(clave: str, valores: Mapping[str, str], entrega: Entrega, path: Path) -> None:
    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.adapters.word.letters import LetterWriter
    from promueve_gui.application.letterheads import default_letterhead

    membrete = default_letterhead(entrega.proyecto)
    elegido = entrega.membretes.get(membrete.id) if membrete else None
    writer = LetterWriter((find_root() / "plantillas" / "membrete.docx").read_bytes, lambda: datetime.now(UTC))
    writer.write(letter_template(clave).read_bytes(), valores, entrega.proyecto, path, elegido)


def letter_template(clave: str) -> Path:
    """Return where the template of a kind of letter is: that of the institution or, without one, that of Promueve."""
    from promueve_gui.adapters.resource_root import find_root

    propia = templates_folder() / f"{clave}.docx"
    return propia if propia.is_file() else find_root() / "plantillas" / f"{clave}.docx"


def templates_folder() -> Path:
    """Return where each user keeps the institution's own templates of letters."""
    return settings_path().parent / "plantillas"


def share_templates() -> Path:
    """Put into the user's folder the templates that it lacks, to be edited in Word, and return the folder."""
    from shutil import copyfile

    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.application.letters import PLANTILLAS

    folder = templates_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for nombre in (f"{plantilla.clave}.docx" for plantilla in PLANTILLAS):
        if not (folder / nombre).exists():
            copyfile(find_root() / "plantillas" / nombre, folder / nombre)
    return folder


def compose_content(contenido: Contenido, proyecto: Proyecto) -> list[tuple[str, str]]:
    """Return the paragraphs of a content as its Word document has them: the part that each plays, and its text."""
    from promueve_gui.adapters.word.composition import compose

    return [(parrafo.estilo.value, parrafo.texto) for parrafo in compose(contenido, proyecto)]


def estimate_pages(contenido: Contenido, proyecto: Proyecto) -> float:
    """Return how many pages a content takes in Word on the letterhead that ships, with their fraction."""
    from promueve_gui.adapters.word.composition import compose
    from promueve_gui.adapters.word.pages import estimate_pages as estimate

    return estimate(compose(contenido, proyecto))


def build_example(hoy: date) -> list[Registro]:
    """Return the records of the sample project, dated around ``hoy``."""
    from promueve_gui.application.example_project import build_example as build

    recursos = build_recursos()
    return build(hoy, recursos.load_perfil("vigente"), recursos.ejemplo())


def read_source(path: Path, progress: Progress | None = None) -> Lectura:
    """Read a file to import, of any known format. Raises ``UserError`` when nothing can be read."""
    from promueve_gui.adapters.sources.detection import read_source as read
    from promueve_gui.application.garbage import held_back

    with held_back():
        return read(path, progress)


def read_returned(path: Path, progress: Progress | None = None) -> LibroDevuelto | None:
    """Read a workbook that came back by e-mail; ``None`` when it is none of ours. Raises ``UserError``."""
    from promueve_gui.adapters.excel.devueltos import read_returned as read
    from promueve_gui.application.garbage import held_back

    with held_back():
        return read(path, progress)


def make_returns(session: Session) -> Returns:
    """Return the use case that compares and applies returned workbooks."""
    from promueve_gui.adapters.similitud import similitud
    from promueve_gui.application.returns import Returns

    return Returns(session, similitud)


def build_result_saver() -> ResultSaver:
    """Return the use case that writes what became of returned workbooks."""
    from promueve_gui.application.return_results import ResultSaver

    return ResultSaver(build_exporter(), _write_result)


def _write_result(aplicado: Aplicado, entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.adapters.excel.resultado import write_result

    write_result(aplicado, entrega, path, progress)


def open_untouched(opener: ProjectOpener, path: Path) -> AbstractContextManager[Session]:
    """Open somebody else's project to be read, without changing its file."""
    from promueve_gui.adapters.copies import open_untouched as open_it

    return open_it(opener, path)


def write_older_project(path: Path, nombre: str) -> None:
    """Write a project as the first release did, for the self-test."""
    from promueve_gui.adapters.sqlite.old_schema import write_older

    write_older(path, 1, nombre)


def log_crash(error: BaseException) -> Path:
    """Note an error that should not have happened, and return the file where it is noted."""
    from promueve_gui.adapters.logs import log_crash as log

    return log(error)
