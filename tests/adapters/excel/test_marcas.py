"""Comments and struck cells, as Excel and LibreOffice write them; the gallery has whole workbooks with both."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel.marcas import Marcas, marks_of

if TYPE_CHECKING:
    from collections.abc import Mapping

LIBRO = {
    "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Grupos" r:id="a"/><sheet name="Datos" r:id="b"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
}
HOJA = "xl/worksheets/sheet1.xml"
CON_NOTAS = {
    "xl/worksheets/_rels/sheet1.xml.rels": '<Relationships><Relationship Type="http://x/comments" '
    'Target="../comments1.xml"/><Relationship Type="http://x/vmlDrawing" Target="../vml.vml"/></Relationships>'
}
ESTILOS = (
    "<styleSheet><fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
    "<cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>"
    "</styleSheet>"
)
OFICINA = (
    'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:dc="urn:d"'
)


def marks(partes: Mapping[str, str]) -> dict[str, Marcas]:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w") as nuevo:
        for nombre, contenido in partes.items():
            nuevo.writestr(nombre, contenido)
    with zipfile.ZipFile(memoria) as archivo:
        return marks_of(archivo)


def test_a_workbook_as_it_was_sent_has_none() -> None:
    assert marks(LIBRO) == {}


@pytest.mark.parametrize(
    ("texto", "dicho"),
    [
        ("<text><r><t>¿Sigue </t></r><r><t>vigente?</t></r></text><adorno>12-34</adorno>", "¿Sigue vigente?"),
        ("<text><t>[Threaded comment]\n\nYour version…\n\nComment:\n    Hola</t></text>", "Hola"),
        ("<text><t>[Comentario encadenado]\n\nSu versión…\n\nComentario:\n    Hola</t></text>", "Hola"),
    ],
)
def test_comments_are_their_words_alone(texto: str, dicho: str) -> None:
    notas = (
        f"<comments><comment ref='C5'>{texto}</comment><comment ref='?'>{texto}</comment>"
        "<comment ref='D5'><text> </text></comment></comments>"
    )
    assert marks({**LIBRO, **CON_NOTAS, "xl/comments1.xml": notas}) == {"Grupos": Marcas({(4, 2): dicho})}


def test_text_boxes_and_pictures_lie_over_the_cells() -> None:
    relaciones = '<Relationships><Relationship Type="http://x/drawing" Target="../drawings/d.xml"/></Relationships>'
    dibujo = (
        "<d><twoCellAnchor><from><col>2</col><colOff>7</colOff><row>4</row></from><to><col>5</col><row>9</row></to>"
        "<sp><p><t>Faltan los</t></p><p><t>de la sierra</t></p></sp></twoCellAnchor>"
        "<oneCellAnchor><from><col>1</col><row>9</row></from><pic/></oneCellAnchor><oneCellAnchor><pic/></oneCellAnchor>"
        "<twoCellAnchor><from><col>1</col><row>1</row></from><graphicFrame/></twoCellAnchor></d>"
    )
    partes = {**LIBRO, "xl/worksheets/_rels/sheet1.xml.rels": relaciones, "xl/drawings/d.xml": dibujo}
    assert marks(partes) == {"Grupos": Marcas(flotantes={(4, 2): "Faltan los de la sierra", (9, 1): "", (0, 0): ""})}


def test_an_opendocument_sheet_has_them_in_its_cells_or_before_them() -> None:
    contenido = f"""<office:document-content {OFICINA} xmlns:draw="urn:w"><table:table table:name="Grupos">
    <table:shapes><draw:frame><draw:text-box><text:p>Al margen</text:p></draw:text-box></draw:frame></table:shapes>
    <table:table-row><table:table-cell/><table:table-cell><draw:frame><draw:image/></draw:frame></table:table-cell>
    <table:table-cell><draw:custom-shape><text:p>Faltan</text:p></draw:custom-shape></table:table-cell>
    <table:table-cell><draw:frame><draw:object/><draw:image/></draw:frame></table:table-cell>
    <table:table-cell><draw:frame/></table:table-cell>
    </table:table-row></table:table></office:document-content>"""
    hallada = marks({"content.xml": contenido})
    assert hallada == {"Grupos": Marcas(flotantes={(0, 0): "Al margen", (0, 1): "", (0, 2): "Faltan"})}


def test_cells_with_something_in_them_are_struck_by_their_style() -> None:
    celdas = (
        "<sheetData><c r='A1' s='1' t='n'><v>5</v></c><c r='B1' s='1'/><c s='2' r='C1'><v>5</v></c>"
        "<c s='1'><v>5</v></c><c r='D1'><v>5</v></c><c r='E1' s='1'></c></sheetData>"
    )
    hallada = marks({**LIBRO, "xl/styles.xml": ESTILOS, HOJA: celdas})
    assert hallada == {"Grupos": Marcas(tachadas={(0, 0)})}


def test_words_of_a_cell_may_be_struck_too() -> None:
    textos = (
        "<sst><si><t>Limpio</t></si><si><r><rPr><strike/></rPr><t>Todo</t></r><r><t> </t></r></si>"
        "<si><r><rPr><strike/></rPr><t>Una</t></r><r><t> parte</t></r></si></sst>"
    )
    celdas = (
        "<sheetData><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' t='s' s='1'><v>2</v></c>"
        "<c r='D2'><v>1</v></c></sheetData>"
    )
    partes = {**LIBRO, "xl/styles.xml": ESTILOS, "xl/sharedStrings.xml": textos, HOJA: celdas}
    assert marks(partes) == {"Grupos": Marcas(tachadas={(1, 1)}, a_medias={(1, 2)})}


def test_an_opendocument_sheet_says_them_in_its_own_way() -> None:
    contenido = f"""<office:document-content {OFICINA}><office:automatic-styles>
    <style:style style:name="raya"><style:text-properties style:text-line-through-style="solid"/></style:style>
    <style:style style:name="limpio"><style:text-properties style:text-line-through-style="none"/></style:style>
    <style:style style:name="negra"><style:text-properties fo:font-weight="bold"/></style:style>
    </office:automatic-styles><office:body><table:table table:name="Grupos">
    <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
    <table:table-row><table:table-cell table:number-columns-repeated="2"/>
    <table:table-cell table:style-name="raya"><text:p>Todo</text:p></table:table-cell>
    <table:table-cell table:style-name="limpio"><office:annotation><dc:creator>Ana</dc:creator><text:p>¿Y esto?</text:p>
    </office:annotation></table:table-cell>
    <table:table-cell><text:p><text:span text:style-name="raya">Una</text:span> parte</text:p></table:table-cell>
    <table:table-cell><text:p><text:span text:style-name="raya">Entera</text:span></text:p></table:table-cell>
    <table:table-cell table:style-name="raya" table:number-columns-repeated="5000"><text:p>x</text:p></table:table-cell>
    </table:table-row></table:table></office:body></office:document-content>"""
    assert marks({"content.xml": contenido}) == {
        "Grupos": Marcas({(2, 3): "¿Y esto?"}, tachadas={(2, 2), (2, 5)}, a_medias={(2, 4)})
    }
