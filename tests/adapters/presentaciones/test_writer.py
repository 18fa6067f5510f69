"""Presentations, read back by python-pptx: titles, points, links, notes, numbers, language and properties."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Pt

from promueve_gui.adapters.presentaciones.writer import MAX_LAMINAS, DeckWriter
from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.presentaciones.muestras import (
    CONTENIDO,
    PLANTILLA,
    body_of,
    lamina,
    layouts_without,
    shapes_of,
    template,
    titles,
    write,
)
from tests.adapters.word.muestras import INSTITUCION, MOMENTO, project

if TYPE_CHECKING:
    from pathlib import Path


def test_cover_slides_and_data_each_with_a_title(tmp_path: Path) -> None:
    deck = write(tmp_path)
    assert titles(deck) == [
        "Los datos abiertos de puentes rurales",
        "Qué hay en Inventario de puentes rurales y Estado de los caminos",
        "Cómo usarlos",
        "Consulte los datos",
    ]
    assert body_of(deck.slides[0]).text_frame.text.split("\n") == [
        INSTITUCION.nombre,
        "Dirección de Conservación Rural",
        "3 de marzo de 2026",
    ]
    assert [slide.slide_layout.name for slide in deck.slides] == ["Portada", *["Título y puntos"] * 3]
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_points_keep_their_letters_and_links(tmp_path: Path) -> None:
    runs = [run for p in body_of(write(tmp_path).slides[1]).text_frame.paragraphs for run in p.runs]
    looks = {run.text: (run.font.bold, run.font.italic, run.hyperlink.address) for run in runs}
    assert looks["4,812 puentes"] == (True, None, None)
    assert looks["máxima"] == (None, True, None)
    assert looks["el portal"] == (None, None, "https://datos.example.org/x")
    assert {run.font.language_id for run in runs} == {MSO_LANGUAGE_ID.MEXICAN_SPANISH}
    assert {run.font.size for run in runs} == {None}


def test_headings_numbers_and_loose_text_within_a_slide(tmp_path: Path) -> None:
    xml = list(body_of(write(tmp_path).slides[2]).element.iter("{*}pPr"))
    signs = [[child.tag.rpartition("}")[2] for child in p] for p in xml]
    assert signs == [["buNone"], ["buSzPct", "buFont", "buAutoNum"], ["buSzPct", "buFont", "buAutoNum"], ["buNone"]]
    assert [n.get("startAt") for p in xml for n in p.iter("{*}buAutoNum")] == ["3", "3"]


def test_lines_without_signs_are_points_each_and_one_alone_is_a_sentence(tmp_path: Path) -> None:
    varios = body_of(write(tmp_path, laminas=[lamina("uno\ndos")]).slides[1])
    assert not list(varios.element.iter("{*}buNone"))
    solo = body_of(write(tmp_path, laminas=[lamina("uno")]).slides[1])
    assert len(list(solo.element.iter("{*}buNone"))) == 1


def test_the_data_slide_has_each_direct_address_and_whom_to_ask(tmp_path: Path) -> None:
    last = body_of(write(tmp_path).slides[3])
    links = {run.hyperlink.address for p in last.text_frame.paragraphs for run in p.runs if run.hyperlink.address}
    assert "https://datos.example.org/dataset/puentes-rurales" in links
    assert "https://datos.example.org/dataset/estado-caminos" in links
    assert "mailto:puentes@secapur.example.org" in links
    assert "Contacto" in last.text_frame.text.split("\n")


def test_without_data_whom_to_ask_has_the_slide_for_itself_and_without_both_there_is_none(tmp_path: Path) -> None:
    solo = replace(CONTENIDO, conjuntos=())
    assert titles(write(tmp_path, solo))[-1] == "Contacto"
    nada = replace(solo, correo_contacto="", contacto_tecnico=None)
    assert titles(write(tmp_path, nada))[-1] == "Cómo usarlos"


def test_notes_are_notes_and_tell_the_text_of_the_picture(tmp_path: Path) -> None:
    deck = write(tmp_path)
    assert [slide.has_notes_slide for slide in deck.slides] == [False, True, False, False]
    frame = deck.slides[1].notes_slide.notes_text_frame
    assert frame is not None
    assert frame.text == "Saludar.\nPresentar al equipo.\n\nTexto alternativo de la imagen: Mapa de los puentes"
    assert {run.font.language_id for p in frame.paragraphs for run in p.runs} == {MSO_LANGUAGE_ID.MEXICAN_SPANISH}


def test_every_slide_has_its_number_and_the_institution_at_its_foot(tmp_path: Path) -> None:
    for slide in write(tmp_path).slides:
        found = {shape.name: shape for shape in shapes_of(slide)}
        assert found["Pie"].text_frame.text == INSTITUCION.nombre
        assert [f.get("type") for f in found["Número de lámina"].element.iter("{*}fld")] == ["slidenum"]
        identities = [shape.shape_id for shape in slide.shapes]
        assert len(set(identities)) == len(identities)


def test_no_place_stays_empty(tmp_path: Path) -> None:
    for plantilla in (None, template()):
        deck = write(tmp_path, laminas=[lamina("", "Solo el título")], plantilla=plantilla)
        assert titles(deck)[1] == "Solo el título"
        assert all(shape.text_frame.text for slide in deck.slides for shape in shapes_of(slide))


def test_the_file_says_what_it_is_and_nothing_of_its_template(tmp_path: Path) -> None:
    core = write(tmp_path, plantilla=template()).core_properties
    assert (core.title, core.author, core.language) == (CONTENIDO.nombre, CONTENIDO.autor, "es-MX")
    assert core.subject == "Presentación"
    assert core.last_modified_by == INSTITUCION.nombre
    assert "Inventario de puentes rurales" in core.keywords
    assert str(core.created) == "2026-12-22 15:30:00"
    names = zipfile.ZipFile(tmp_path / "p.pptx").namelist()
    assert [n for n in names if n.startswith("docProps/")] == ["docProps/core.xml"]


def test_without_institution_or_slides_the_text_makes_them(tmp_path: Path) -> None:
    contenido = replace(CONTENIDO, cuerpo="Antes.\n\n## Uno\n\n- a\n- b\n\n## Dos", autor="", fecha=None, conjuntos=())
    deck = write(tmp_path, replace(contenido, correo_contacto="", contacto_tecnico=None), proyecto=Proyecto())
    assert titles(deck) == [CONTENIDO.nombre, CONTENIDO.nombre, "Uno", "Dos"]
    assert body_of(deck.slides[1]).text_frame.text == "Antes."
    assert all(shape.name != "Pie" for slide in deck.slides for shape in shapes_of(slide))


def test_a_slide_without_a_title_is_given_one_for_whoever_is_read_it(tmp_path: Path) -> None:
    assert titles(write(tmp_path, laminas=[lamina("- a", nombre=" ")]))[1] == "Sin título"


def test_too_much_goes_on_to_more_slides_with_titles_of_their_own(tmp_path: Path) -> None:
    puntos = "\n".join(f"- Punto {n}: palabras que siguen hasta ocupar dos renglones, por lo menos" for n in range(20))
    deck = write(tmp_path, laminas=[lamina(puntos, "Todo", notas="Una vez")])
    middle = titles(deck)[1:-1]
    assert middle == [f"Todo ({n} de {len(middle)})" for n in range(1, len(middle) + 1)]
    assert len(middle) >= 2
    said = "\n".join(body_of(slide).text_frame.text for slide in list(deck.slides)[1:-1]).split("\n")
    assert said == [line.removeprefix("- ") for line in puntos.split("\n")]
    assert [slide.has_notes_slide for slide in deck.slides].count(True) == 1


def test_a_little_too_much_is_a_little_smaller(tmp_path: Path) -> None:
    deck = write(tmp_path, laminas=[lamina("\n".join(f"- Punto {n}" for n in range(9)))])
    assert len(deck.slides) == 3
    sizes = {run.font.size for p in body_of(deck.slides[1]).text_frame.paragraphs for run in p.runs}
    assert sizes == {Pt(20)}


def test_a_cover_with_large_letters_keeps_its_text_in_its_place(tmp_path: Path) -> None:
    cover = body_of(write(tmp_path, plantilla=template()).slides[0])
    sizes = {run.font.size for p in cover.text_frame.paragraphs for run in p.runs}
    assert len(sizes) == 1
    assert all(size is not None and size < Pt(32) for size in sizes)


def test_numbers_leave_room_before_their_text_whatever_the_letters(tmp_path: Path) -> None:
    body = body_of(write(tmp_path, laminas=[lamina("1. a\n2. b")], plantilla=template()).slides[1])
    assert {int(p.get("marL", "0")) for p in body.element.iter("{*}pPr")} == {int(Pt(32 * 1.6))}


def test_on_a_template_that_has_nothing_everything_is_filled_in(tmp_path: Path) -> None:
    names = [layout.name for layout in write(tmp_path, plantilla=template()).slide_layouts]
    bare = template(layouts_without(*(name for name in names if name != "Blank")))
    deck = write(tmp_path, plantilla=bare)
    assert titles(deck)[0] == CONTENIDO.nombre
    assert {slide.slide_layout.name for slide in deck.slides} == {"Blank"}
    points = body_of(deck.slides[1])
    assert [c.get("char") for c in points.element.iter("{*}buChar")] == ["•"] * 3
    assert all(run.font.size for p in points.text_frame.paragraphs for run in p.runs)


@pytest.mark.parametrize(
    "hostil",
    ["<a:t>x</a:t> & ]]>", "a\x00\x0b\ud800\ufffeb", "\u202eabc", "[x](javascript:alert(1))", "=1+1", "x" * 5000],
)
def test_hostile_text_is_text(tmp_path: Path, hostil: str) -> None:
    institucion = replace(INSTITUCION, nombre=hostil)
    hojas = [lamina(hostil, hostil, notas=hostil, texto_alternativo=hostil)]
    contenido = replace(CONTENIDO, nombre=hostil, autor=hostil)
    deck = write(tmp_path, contenido, hojas, proyecto=project(institucion, *hojas))
    assert all(titles(deck))
    parts = zipfile.ZipFile(tmp_path / "p.pptx")
    for name in parts.namelist():
        assert b'Target="javascript' not in parts.read(name)
    links = [
        run.hyperlink.address
        for s in deck.slides
        for sh in shapes_of(s)
        for p in sh.text_frame.paragraphs
        for run in p.runs
    ]
    assert all(link is None or link.startswith(("https://", "mailto:")) for link in links)


def test_more_slides_than_anybody_shows_are_refused_before_any_is_made(tmp_path: Path) -> None:
    largo = replace(CONTENIDO, cuerpo="\n".join(["palabra"] * 30_000))
    with pytest.raises(UserError) as info:
        write(tmp_path, largo, [])
    assert (info.value.code, info.value.data["maximo"]) == ("presentacion_larga", MAX_LAMINAS)
    assert int(info.value.data["laminas"]) > MAX_LAMINAS
    assert list(tmp_path.iterdir()) == []


def test_writing_tells_of_every_slide_and_can_be_stopped(tmp_path: Path) -> None:
    contenido, oidos = replace(CONTENIDO, cuerpo="\n".join(["palabra"] * 60)), []

    def progress(done: int, total: int) -> None:
        oidos.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        DeckWriter(PLANTILLA)(contenido, Entrega(proyecto=project(), momento=MOMENTO), tmp_path / "p.pptx", progress)
    total = oidos[0][1]
    assert (oidos, total > 3) == ([(0, total), (1, total), (2, total)], True)
    assert list(tmp_path.iterdir()) == []
