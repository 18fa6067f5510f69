"""What writes the documents that leave: books, plans, calendars, drafts of e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.bootstrap.contents import content_writer, format_writers, write_letter
from promueve_gui.bootstrap.projects import build_feriados, build_recursos

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.application.export_documents import AreaWriter, Entrega, Exporter
    from promueve_gui.application.formats import FormatSender
    from promueve_gui.application.letters import LetterExporter
    from promueve_gui.application.newsletters import NewsMaker
    from promueve_gui.application.person_listing import Linea
    from promueve_gui.application.personal_data import PersonalStore
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.received import Recibido
    from promueve_gui.application.return_results import ResultSaver
    from promueve_gui.domain.ficha import Id


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
    return Exporter(DiskFiles(), libros, content_writer(), _format_writer(), format_writers())


def build_letter_exporter() -> LetterExporter:
    """Return the use case that writes oficios and letters."""
    from promueve_gui.application.letters import LetterExporter

    return LetterExporter(build_exporter(), write_letter)


def build_format_sender() -> FormatSender:
    """Return the use case that prepares workbooks and drafts for the areas."""
    from promueve_gui.adapters.correo import write_draft
    from promueve_gui.adapters.excel.exportado import is_export
    from promueve_gui.application.formats import FormatSender

    return FormatSender(build_exporter(), write_draft, is_export)


def build_news_maker() -> NewsMaker:
    """Return the use case that prepares drafts with news for the user groups."""
    from promueve_gui.adapters.novedades import news_text, write_news
    from promueve_gui.application.newsletters import NewsMaker

    return NewsMaker(build_exporter(), write_news, news_text)


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


def build_result_saver() -> ResultSaver:
    """Return the use case that writes what became of returned workbooks."""
    from promueve_gui.application.return_results import ResultSaver

    return ResultSaver(build_exporter(), _write_result)


def _write_result(recibido: Recibido, entrega: Entrega, path: Path, progress: Progress) -> None:
    from promueve_gui.adapters.excel.resultado import write_result

    write_result(recibido, entrega, path, progress)
