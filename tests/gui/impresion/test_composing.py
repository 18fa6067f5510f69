"""Documents broken into pages: nothing is lost, nothing stands outside its page, titles are repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from promueve_gui.application.print_model import EstiloTexto, Parrafos
from promueve_gui.domain.enriquecido import Tramo
from promueve_gui.gui.impresion.painting import paint_page
from promueve_gui.gui.impresion.paper import POINT, Look, Paper, Typesetter, printable
from promueve_gui.gui.impresion.table_flow import CONTINUES
from promueve_gui.gui.theme import CLARO, font
from tests.gui.impresion.made import composed, document, month, said, squeezed, table, text

if TYPE_CHECKING:
    from promueve_gui.gui.impresion.pages import Pages

LONG = "una actividad cuyo nombre es bastante largo y se parte en varios renglones "
SAME_FONT = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outside(pages: Pages) -> list[str]:
    """Return the lines of text that stand outside the place of the document on their page."""
    body, letters = pages.body, pages.type
    return [
        words.text
        for page in pages.sheets
        for words in page.words
        if words.x < body.left() - 1
        or words.x + letters.width(words.text, words.look) > body.right() + 1
        or words.y > body.bottom() + 1
        or words.y - letters.ascent(words.look) < body.top() - 1
    ]


def test_paper_is_letter() -> None:
    assert (Paper(landscape=True).width, Paper(landscape=True).height) == (7920, 6120)
    assert (Paper(landscape=False).width, Paper(landscape=False).height) == (6120, 7920)


def test_a_short_table_is_one_page() -> None:
    pages = composed(document(table(("Enero", [["1", "Boletín", ""]]))))
    assert said(pages) == ["Plan de promoción\nDetalle\nFecha\nActividad\nNotas\nEnero\n1\nBoletín"]
    assert pages.complete


def test_titles_and_headings_are_repeated_on_each_page() -> None:
    rows = [[str(n), LONG * 2, "nota"] for n in range(60)]
    pages = said(composed(document(table(("Enero", rows[:30]), ("Febrero", rows[30:])))))
    assert len(pages) > 3
    assert all("Fecha\nActividad\nNotas" in page for page in pages)
    assert pages[0].count("Enero") == 1
    assert f"Enero {CONTINUES}" in pages[1]
    assert f"Febrero {CONTINUES}" in pages[-1]
    assert [n for n in range(60) if not any(f"\n{n}\n" in f"\n{page}\n" for page in pages)] == []


def test_a_row_is_not_broken_where_a_page_can_hold_it() -> None:
    rows = [[str(n), f"principio{n} " + LONG * 3 + f"final{n}", ""] for n in range(40)]
    for page in said(composed(document(table(("Enero", rows))))):
        assert [n for n in range(40) if (f"principio{n} " in page) != (f"final{n}" in page.split())] == []


def test_a_row_taller_than_a_page_goes_on_over_several() -> None:
    words = [f"palabra{n}" for n in range(3000)]
    pages = composed(document(table(("Enero", [["1", " ".join(words), "corta"], ["2", "después", ""]]))))
    assert len(pages.sheets) > 2
    joined = " ".join(said(pages)).split()
    assert [word for word in words if word not in joined] == []
    assert outside(pages) == []


def test_a_tall_row_does_not_leave_much_of_a_page_blank() -> None:
    tall = [["1", LONG * 12, ""]] * 8
    pages = composed(document(table(("Enero", tall))))
    for page in pages.sheets[:-1]:
        assert max(words.y for words in page.words) > pages.body.top() + 0.6 * pages.body.height()


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    for count in range(1, 40):
        pages = said(composed(document(table(("Enero", [["1", "x", ""]] * count), ("Febrero", [["2", LONG, ""]])))))
        assert not any(page.rstrip().endswith("Febrero") for page in pages)


def test_a_block_without_rows_is_its_heading() -> None:
    assert "Enero" in said(composed(document(table(("Enero", [])))))[0]


def test_tables_follow_one_another() -> None:
    (page,) = said(composed(document(table(("Uno", [["1", "a", ""]])), table(("Dos", [["2", "b", ""]])))))
    assert page.index("Uno") < page.index("Dos")


@SAME_FONT
@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=12))
def test_any_table_is_printed_whole_and_inside(rows: list[list[str]]) -> None:
    pages = composed(document(table(("Enero", rows))))
    assert outside(pages) == []
    letters = squeezed("".join(said(pages)))
    for row in rows:
        for cell in row:
            for line in printable(cell).split("\n"):
                assert all(squeezed(part) in letters for part in line.split()[:1] if len(part) < 8)


def test_an_empty_document_is_its_title() -> None:
    assert said(composed(document())) == ["Plan de promoción\nDetalle"]


def test_a_month_has_a_page_of_its_own_with_everything_written() -> None:
    junio = month({3: ["Boletín", "Mensaje <b>fuerte</b>"], 30: ["Informe"]}, {5: ["Dato: aforos"]}, "Día de la Marina")
    pages = composed(document(junio, junio))
    assert len(pages.sheets) == 2
    page = said(pages)[0]
    assert page.startswith("Junio de 2026\nLunes\nMartes")
    for thing in ("• Boletín", "• Mensaje <b>fuerte</b>", "• Informe", "◦ Dato: aforos", "Día de la Marina"):
        assert squeezed(thing) in squeezed(page)
    assert outside(pages) == []


@pytest.mark.parametrize("cuantas", [1, 8, 30, 200])
def test_what_does_not_fit_in_its_box_is_listed_after_the_month(cuantas: int) -> None:
    things = {day: [f"Cosa {n} del {day} {LONG}" for n in range(cuantas)] for day in (1, 2, 10, 30)}
    pages = composed(document(month(things)))
    everything = squeezed(" ".join(said(pages)))
    assert [thing for day in things.values() for thing in day if squeezed(thing) not in everything] == []
    assert outside(pages) == []
    assert (len(pages.sheets) > 1) == (cuantas > 1)
    if cuantas > 8:
        assert "Junio de 2026 (continúa)" in said(pages)[1]
        assert "1 de junio de 2026" in said(pages)[1]
        assert "al final" in said(pages)[0]


def test_a_day_is_not_named_at_the_foot_of_a_page_without_what_it_holds() -> None:
    for count in range(20, 44):
        pages = said(composed(document(month({1: [f"Cosa {n}" for n in range(count)], 2: ["Otra " + LONG * 9]}))))
        assert not any(page.endswith("2 de junio de 2026") for page in pages)


@SAME_FONT
@given(st.dictionaries(st.integers(1, 30), st.lists(st.text(max_size=80), max_size=12), max_size=30))
def test_any_month_stands_inside_its_pages(things: dict[int, list[str]]) -> None:
    assert outside(composed(document(month(things, things, "Día")))) == []


def test_a_month_after_a_table_begins_a_page_and_a_table_after_a_month_too() -> None:
    pages = composed(document(table(("Enero", [["1", "a", ""]])), month({}), table(("Sin fecha", [["", "b", ""]]))))
    assert [page.split("\n")[0] for page in said(pages)] == ["Plan de promoción", "Junio de 2026", "Fecha"]


def test_running_text_goes_on_on_the_next_page() -> None:
    parrafos = [
        (EstiloTexto.TITULO, "Nuevos aforos"),
        *[(EstiloTexto.TEXTO, f"Párrafo {n}. " + LONG * 8) for n in range(12)],
    ]
    pages = composed(document(text(*parrafos, (EstiloTexto.CITA, "Dijo que sí")), apaisado=False))
    assert len(pages.sheets) > 1
    assert outside(pages) == []
    assert "Dijo que sí" in said(pages)[-1]
    assert said(pages)[0].startswith("Nuevos aforos\nPárrafo 0.")
    cita = pages.sheets[-1].words[-1]
    assert (cita.colour, cita.x > pages.body.left()) == (CLARO.secundario, True)


@pytest.mark.parametrize("texto", ["x" * 500, "🦤" * 120, "palabra " * 80, "a\nb\r\nc", "", "\x00\x07"])
def test_lines_are_no_wider_than_they_may_be_and_together_say_it_all(texto: str) -> None:
    letters = Typesetter(font())
    lines = letters.wrap(texto, Look.TEXT, 1500)
    assert all(letters.width(line, Look.TEXT) <= 1501 for line in lines)
    assert squeezed("".join(lines)) == squeezed(printable(texto))
    assert letters.wrap(texto, Look.TEXT, 1500) is lines


RICH = (
    Tramo("Los datos 🦤 son "),
    Tramo("muy importantes", negrita=True),
    Tramo(", "),
    Tramo("de verdad", cursiva=True),
    Tramo(": "),
    Tramo("vea el portal", enlace="https://www.gob.mx"),
    Tramo(" " + LONG),
)


def test_a_text_looks_as_it_was_written() -> None:
    pages = composed(document(Parrafos([(EstiloTexto.TEXTO, RICH)]), apaisado=False))
    first, second = pages.sheets[0].words
    assert [(run.text, run.bold, run.italic, run.link) for run in first.runs][:6] == [
        ("Los datos 🦤 son ", False, False, False),
        ("muy importantes", True, False, False),
        (", ", False, False, False),
        ("de verdad", False, True, False),
        (": ", False, False, False),
        ("vea el portal", False, False, True),
    ]
    assert squeezed(first.text + second.text) == squeezed("".join(tramo.texto for tramo in RICH))
    places = [run.x for run in first.runs]
    assert places[0] == 0
    assert places == sorted(places)
    strong = QFontMetricsF(pages.type.font(first.look, first.runs[1])).horizontalAdvance("muy importantes")
    assert strong > pages.type.width("muy importantes", first.look)
    assert abs(places[2] - places[1] - strong) < POINT


def test_stretches_are_painted_as_they_look() -> None:
    pages = composed(document(Parrafos([(EstiloTexto.TEXTO, RICH)]), apaisado=False))
    plain = composed(document(text((EstiloTexto.TEXTO, "".join(tramo.texto for tramo in RICH))), apaisado=False))
    links = [QColor(CLARO.acento).name() in colours(made) for made in (pages, plain)]
    assert links == [True, False]


def colours(pages: Pages) -> set[str]:
    """Return the colours of the first lines of text on the first page."""
    picture = QImage(int(pages.paper.width / 5), int(pages.paper.height / 5), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(0.2, 0.2)
    paint_page(painter, pages, 0)
    painter.end()
    top = int(pages.body.top() / 5)
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(top, top + 100)}
