"""Pages as a PDF file, whole or not at all, or on a printer; page by page, so that whoever waits stays in control."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from PySide6.QtCore import QFileDevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from promueve_gui.domain.errors import UserError
from promueve_gui.gui.impresion.painting import paint_page
from promueve_gui.gui.impresion.paper import INCH, printable

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from promueve_gui.application.print_model import Impreso
    from promueve_gui.gui.impresion.pages import Pages

    Steps = Generator[tuple[int, int], None, None]

RESOLUTION = 720  # dots in an inch: as many as there are units, so that letters are where they were measured
LANGUAGE = "es-MX"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Promueve</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def page_layout(pages: Pages) -> QPageLayout:
    """Return letter paper without margins of the device: the pages have their own."""
    orientation = QPageLayout.Orientation
    way = orientation.Landscape if pages.paper.landscape else orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.Letter), way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def pdf_steps(pages: Pages, path: Path) -> Steps:
    """Write all pages to ``path``.

    Raises ``UserError`` («exportacion_bloqueada», «exportacion_fallida») and leaves what stood there.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise _refused(file, path)
    try:
        writer = QPdfWriter(file)
        _describe(writer, pages.document)
        writer.setPageLayout(page_layout(pages))
        writer.setResolution(RESOLUTION)
        yield from _paint_steps(QPainter(writer), writer, pages, range(len(pages.sheets)))
        del writer  # writes the end of the file
        yield len(pages.sheets), len(pages.sheets)  # which takes as long as some pages
        if not file.commit():
            raise _refused(file, path)
    finally:
        file.cancelWriting()  # leaves no trace of one that was stopped; nothing any more after it was committed


def _refused(file: QSaveFile, path: Path) -> UserError:
    """Return why a file cannot be written: another program has it open, or something else."""
    errors = QFileDevice.FileError
    blocked = path.exists() and file.error() in {errors.RenameError, errors.PermissionsError}
    return UserError("exportacion_bloqueada" if blocked else "exportacion_fallida", archivo=path.name)


def print_steps(pages: Pages, printer: QPrinter) -> Steps:
    """Print the pages that were asked for, all by default. Raises ``UserError`` («impresion_fallida»)."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages.sheets)
    wanted = range(max(first, 1) - 1, min(last, len(pages.sheets)))
    printer.setPageLayout(page_layout(pages))
    printer.setFullPage(True)  # the margins that the printer cannot do without lie within those of the pages
    printer.setDocName(pages.document.titulo)
    painter = QPainter()
    if not wanted or not painter.begin(printer):
        raise UserError("impresion_fallida")
    yield from _paint_steps(painter, printer, pages, wanted)


def _paint_steps(painter: QPainter, device: QPdfWriter | QPrinter, pages: Pages, wanted: Sequence[int]) -> Steps:
    scale = device.resolution() / INCH
    try:
        for done, place in enumerate(wanted):
            if done:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            paint_page(painter, pages, place)
            painter.restore()
            yield done + 1, len(wanted)
    finally:
        painter.end()


def _describe(writer: QPdfWriter, document: Impreso) -> None:
    """Note title, author and language."""
    title, author = (" ".join(printable(text).split()) for text in (document.titulo, document.institucion))
    writer.setTitle(title)
    writer.setCreator("Promueve")
    if hasattr(writer, "setAuthor"):  # since Qt 6.9
        writer.setAuthor(author)
    said = _XMP.format(title=escape(title), author=escape(author), language=LANGUAGE)
    writer.setDocumentXmpMetadata(said.encode())
