"""Make `recursos/plantillas/membrete.docx`, the letterhead that ships for institutions that bring none.

Run it again whenever the look of the letterhead or the recipes of the styles change:
`.venv/bin/python packaging/make_template.py`. The same code always makes the same bytes.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402  # the line above lets a script find the package

from promueve_gui.adapters.word.metadata import set_language  # noqa: E402  # as above
from promueve_gui.adapters.word.styles import ensure_letters, ensure_styles  # noqa: E402  # as above

TARGET = ROOT / "recursos" / "plantillas" / "membrete.docx"
ACCENT, GREY, LIGHT = "8A1538", "595959", "D9D9D9"
FONT = "Calibri"  # Word has it; LibreOffice puts Carlito, of the same widths, in its place
EPOCH = (2026, 1, 1, 0, 0, 0)  # a fixed date, so that making it again changes nothing

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NS = f'xmlns:w="{W}" xmlns:r="{R}"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, color: str, half_points: int, *, bold: bool = False) -> str:
    """Return a run of text; its size is in half points, as Word counts."""
    weight = "<w:b/>" if bold else ""
    look = f'<w:rPr>{weight}<w:color w:val="{color}"/><w:sz w:val="{half_points}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, color: str, half_points: int) -> str:
    """Return a field, such as PAGE, with 1 as what it shows until it is counted."""
    return f'<w:fldSimple w:instr=" {code} ">{run("1", color, half_points)}</w:fldSimple>'


def header() -> str:
    """Return the header: initials, a stroke, the whole name, and the accent line below."""
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="5" w:color="{ACCENT}"/></w:pBdr>'
    look = f'<w:pPr><w:pStyle w:val="Header"/>{line}</w:pPr>'
    name = (
        f"{run('{siglas}', ACCENT, 36, bold=True)}{run('  |  ', ACCENT, 36)}{run('{institucion}', GREY, 22, bold=True)}"
    )
    return f"{XML}<w:hdr {NS}><w:p>{look}{name}</w:p></w:hdr>"


def footer() -> str:
    """Return the footer: where to write and «Página X de Y»."""
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LIGHT}"/></w:pBdr>'
    look = f'<w:pPr><w:pStyle w:val="Footer"/>{line}</w:pPr>'
    pages = f"{run('Página ', GREY, 17)}{field('PAGE', GREY, 17)}{run(' de ', GREY, 17)}{field('NUMPAGES', GREY, 17)}"
    return f"{XML}<w:ftr {NS}><w:p>{look}{run('{contacto}', GREY, 17)}<w:r><w:tab/></w:r>{pages}</w:p></w:ftr>"


def document() -> str:
    """Return the empty body: letter size, margins of 2.5 cm."""
    page = (
        '<w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1644" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="652" w:footer="567" w:gutter="0"/>'
    )
    return f"{XML}<w:document {NS}><w:body><w:p/><w:sectPr>{page}</w:sectPr></w:body></w:document>"


def styles() -> str:
    """Return the styles that every document has; those of the contents are added by their recipes."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    letters = f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9404"/></w:tabs>'
    plain = '<w:basedOn w:val="Normal"/>'
    return (
        f"{XML}<w:styles {NS}><w:docDefaults>{letters}<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>{plain}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>{plain}<w:pPr>{tabs}</w:pPr></w:style>'
        "</w:styles>"
    )


def settings() -> str:
    """Return the settings: today's Word, not the compatibility mode of an old one."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return f'{XML}<w:settings {NS}><w:compat>{mode}</w:compat><w:themeFontLang w:val="es-MX"/></w:settings>'


def fonts() -> str:
    """Return the table of fonts, with what to use where Calibri is missing."""
    font = f'<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:family w:val="swiss"/></w:font>'
    return f"{XML}<w:fonts {NS}>{font}</w:fonts>"


def relations(*targets: tuple[str, str, str]) -> str:
    """Return a part of relationships from identity, type and target of each."""
    links = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in targets)
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def content_types() -> str:
    """Return the list of parts and their types."""
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "header1": "header",
        "footer1": "footer",
    }
    parts = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{WORD}.{k}+xml"/>' for n, k in kinds.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{XML}<Types xmlns="{PACKAGE}/content-types">{defaults}{parts}</Types>'


def base() -> io.BytesIO:
    """Return the letterhead before the styles of the contents are in it."""
    inner = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId5", "header", "header1.xml"),
        ("rId6", "footer", "footer1.xml"),
    )
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*inner),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Return the parts as a zip that is always the same."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    target.seek(0)
    return target


def make() -> bytes:
    """Return the whole letterhead."""
    letterhead, saved = Document(base()), io.BytesIO()
    ensure_styles(letterhead, ACCENT)
    ensure_letters(letterhead)
    set_language(letterhead)
    letterhead.save(saved)
    with zipfile.ZipFile(saved) as archive:
        # python-docx dates the properties; every document is given its own when it is written.
        parts = {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    for listing in ("[Content_Types].xml", "_rels/.rels"):
        parts[listing] = without_core(parts[listing])
    return packed(parts).getvalue()


def without_core(listing: bytes) -> bytes:
    """Return a list of parts without the core properties."""
    pieces = listing.replace(b"/>", b"/>\n").split(b"\n")
    return b"".join(piece for piece in pieces if b"core.xml" not in piece)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(make())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")
