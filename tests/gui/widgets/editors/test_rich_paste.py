"""What is pasted into a rich text: clean, whole where it fits, and nothing fetched."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QTextDocument

from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, escribir
from promueve_gui.gui.widgets.editors.rich_paste import (
    LONGEST_HTML,
    LONGEST_PAGE,
    LONGEST_TEXT,
    UNFORMATTED,
    SealedDocument,
    pasted,
    takes,
)

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("qapp")

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p.MsoNormal {color:red}</style>
<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body lang=ES-MX>
<!--StartFragment--><h1>Camas <span style='color:red'>censables</span><o:p></o:p></h1>
<p class=MsoNormal>Hay <b>más</b> <i>camas</i> en <a href="https://ejemplo.gob.mx/camas">el portal</a>.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'>·<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Uno</p>
<p class=MsoListParagraphCxSpLast><![if !supportLists]><span>2.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif
]><b>Dos</b></p>
<!--EndFragment--></body></html>"""
HOSTILE = """<p>Hola<img src="http://ejemplo.com/rastreo.png"><script>alert(1)</script>
<a href="javascript:alert(2)">clic</a> <a href="file:///etc/passwd">archivo</a>
<link rel="stylesheet" href="file:///etc/hosts"><b>fin\u202e</b></p>"""


def mime(html: str = "", text: str = "") -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    return made


def written(made: QMimeData) -> str:
    return escribir(pasted(made).bloques)


def test_from_word_come_formats_and_lists() -> None:
    assert written(mime(WORD, "Camas")) == (
        "## Camas censables\n\nHay **más** *camas* en [el portal](https://ejemplo.gob.mx/camas).\n\n- Uno\n\n2. **Dos**"
    )


TRACKED = """<p>Hay <del cite="mailto:a">doce</del><ins cite="mailto:a">trece</ins> camas<span
style='display:none;mso-hide:all'> y un secreto</span>.<span class=MsoCommentReference><a class=msocomanchor
href="#_msocom_1">[L1]</a></span></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p
class=MsoCommentText>¿Seguro?</p></div></div>"""


def test_accents_come_in_within_their_letters() -> None:
    apart = unicodedata.normalize("NFD", "Dirección")
    for given in (mime(f"<p>{apart}</p>"), mime(text=apart)):
        assert [bloque.texto for bloque in pasted(given).bloques] == ["Dirección"]


def test_places_where_a_word_may_be_cut_do_not_come_in() -> None:
    for given in (mime("<p>publi&shy;ca&#8203;c<wbr>ión</p>"), mime(text="publi\u00adca\u200bción")):
        assert [bloque.texto for bloque in pasted(given).bloques] == ["publicación"]


def test_what_word_deleted_hid_or_commented_does_not_come_in() -> None:
    assert written(mime(TRACKED)) == "Hay trece camas."


ITEM = "<p class=MsoListParagraph>{}<span style='font:7.0pt'>&nbsp;&nbsp; </span>Vados</p>"


@pytest.mark.parametrize("sign", ["a.", "B)", "iv.", "2.1.", "2.1"])
def test_items_by_letters_and_levels_say_theirs(sign: str) -> None:
    assert pasted(mime(ITEM.format(sign))).bloques == (Bloque(Clase.PARRAFO, (Tramo(f"{sign} "), Tramo("Vados"))),)


OPEN = [
    "<script ",
    "<!-- ",
    "<title>",
    "<head>",
    "<link ",
    "<del ",
    "<span ",
    "<span mso-hide:all ",
    "<a msocomanchor>",
]


@pytest.mark.parametrize("piece", [*OPEN, "<a msocomanchor ", "<div mso-element:comment-list ", "<p mso-hide:all "])
def test_what_is_never_closed_costs_no_more_than_what_is(piece: str) -> None:
    hostile = f"<p>Hola</p>{piece * (LONGEST_PAGE // len(piece) - 2)}"
    assert len(pasted(mime(hostile, "Hola")).bloques) == 1


def test_a_fragment_that_never_ends_is_the_rest() -> None:
    start = "<!--StartFragment-->"
    hostile = f"<p>Fuera</p>{start}<p>Hola</p>{start * (LONGEST_PAGE // len(start) - 3)}"
    assert written(mime(hostile)) == "Hola"


def test_nothing_hostile_comes_in() -> None:
    assert written(mime(HOSTILE)) == "Hola clic archivo **fin**"


def test_nothing_is_fetched(tmp_path: Path) -> None:
    picture = tmp_path / "foto.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(picture))
    document = SealedDocument()
    address = QUrl.fromLocalFile(str(picture))
    assert document.resource(QTextDocument.ResourceType.ImageResource, address) is None
    assert QTextDocument().resource(QTextDocument.ResourceType.ImageResource, address) is not None


def test_tables_and_lists_of_a_page_come_line_by_line() -> None:
    html = "<table><tr><td>a<td>b</table><ul><li>uno<ul><li>dos</ul></ul><ol start=3><li>tres</ol><p>x<br>y"
    assert written(mime(html)) == "a · b\n\n- uno\n- dos\n\n3. tres\n\nx\n\ny"


def test_a_row_of_a_table_is_a_line_and_a_table_that_only_lays_out_is_none() -> None:
    datos = "<table><tr><th>Estado <th>Camas</tr><tr><td> <p>Jalisco</p> <td>1,200&nbsp;</tr><tr><td><td>5</table>"
    assert written(mime(datos)) == "**Estado** · **Camas**\n\nJalisco · 1,200\n\n5"
    hoja = "<table><tr><td><p>Uno.</p><p>Dos.</p><td><table><tr><td>a<td>b</table><ul><li>c</ul></table>fin"
    assert written(mime(hoja)) == "Uno.\n\nDos.\n\na · b\n\n- c\n\nfin"


def test_lines_broken_within_a_cell_do_not_break_the_row() -> None:
    fila = "<table><tr><td>Secretaría<br>de <b>Faros</b> <td>12<br> luces</tr><tr><td>a<td>b</table>"
    assert written(mime(fila)) == "Secretaría de **Faros** · 12 luces\n\na · b"
    sola = "<table><tr><td>Uno.<br>Dos.</td></tr></table>"
    assert written(mime(sola)) == "Uno.\n\nDos."


def test_plain_text_stays_plain() -> None:
    text = "**no**\r\n- tampoco\n\n\n1. ni esto <b>x</b>\tfin"
    assert [bloque.texto for bloque in pasted(mime(text=text)).bloques] == [
        "**no**",
        "- tampoco",
        "1. ni esto <b>x</b> fin",
    ]
    assert all(not tramo.negrita for bloque in pasted(mime(text=text)).bloques for tramo in bloque.tramos)


def test_addresses_dropped_are_links_and_files_are_left_out() -> None:
    made = QMimeData()
    made.setUrls([QUrl("https://ejemplo.gob.mx/a"), QUrl("file:///etc/passwd"), QUrl("javascript:alert(1)")])
    assert written(made) == "[https://ejemplo.gob.mx/a](https://ejemplo.gob.mx/a)"


def test_what_is_too_long_is_cut_and_said() -> None:
    found = pasted(mime(text="a" * 1_000_000))
    assert sum(len(bloque.texto) for bloque in found.bloques) == LONGEST_TEXT
    assert found.aviso == "El texto era muy largo: se pegaron los primeros 60,000 caracteres."


def test_a_long_page_comes_in_without_formats() -> None:
    html = f"<p><b>{'Hola ' * 10}</b></p>" * (LONGEST_HTML // 50)
    found = pasted(mime(html, "Hola\nadiós"))
    assert escribir(found.bloques) == "Hola\n\nadiós"
    assert found.aviso == UNFORMATTED
    assert "primeros" in pasted(mime(html, "a" * (LONGEST_TEXT + 1))).aviso


def test_pictures_do_not_come_in() -> None:
    made = QMimeData()
    made.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not takes(made)
    assert takes(mime(text="a"))


def test_files_are_left_to_the_window() -> None:
    made = QMimeData()
    made.setUrls([QUrl("file:///home/ana/inventario.xlsx")])
    assert not takes(made)
    made.setUrls([QUrl("https://ejemplo.gob.mx")])
    assert takes(made)
