"""OpenDocument, read back by odfdo and by the XML that it is: real styles, headings, lists and links."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document

from promueve_gui.adapters.odt.styles import page_lines, style_name
from promueve_gui.adapters.odt.tables import CONTACTOS, DATOS
from promueve_gui.adapters.odt.writer import elements, write_odt
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.text import Tramo, lines
from promueve_gui.application.export_documents import Entrega
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.texto_devuelto import huella
from tests.adapters.word.muestras import (
    BOLETIN,
    CAMINOS,
    HISTORIA,
    INSTITUCION,
    MOMENTO,
    PERSONA,
    PUENTES,
    VISOR_CONTENIDO,
    project,
)

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element as XmlElement

    from odfdo import Document as OdfDocument
    from odfdo import Element

    from promueve_gui.domain.contenidos import Contenido

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}
RICO = (
    "## Cómo\n\n**Uno** y *dos*, [tres](https://a.example.org/x?b=1&c=2), [***cuatro***](https://a.example.org/y).\n\n"
    "- a\n- b\n\n4. cuatro\n5. cinco"
)


def written(folder: Path, contenido: Contenido, proyecto: Proyecto | None = None) -> OdfDocument:
    path = folder / "c.odt"
    write_odt(contenido, Entrega(proyecto=proyecto or project(), momento=MOMENTO), path)
    return Document(path)


def test_it_says_of_which_content_and_export_it_is(tmp_path: Path) -> None:
    entrega = Entrega(proyecto=project(), momento=MOMENTO)
    write_odt(BOLETIN, entrega, tmp_path / "c.odt")
    assert Document(tmp_path / "c.odt").meta.get_user_defined_metadata() == {
        "Promueve.Exportacion": f"{entrega.identidad}/odt:boletin",
        "Promueve.Contenido": "boletin",
        "Promueve.Proyecto": INSTITUCION.id,
        "Promueve.Institucion": INSTITUCION.nombre,
        "Promueve.Version": "1",
        "Promueve.Hoja1": " ".join(huella(linea) for linea in ("", *page_lines(project()))),
    }
    assert page_lines(project()) == [
        f"{INSTITUCION.siglas} | {INSTITUCION.nombre}",
        f"{INSTITUCION.correo_contacto} · {INSTITUCION.sitio} Página de",
    ]


def styled(document: OdfDocument) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph and heading, in order."""
    found = document.body.get_elements("//text:p | //text:h")
    return [(str(e.get_attribute("text:style-name")), text(e)) for e in found]


def text(element: Element) -> str:
    """Return the text of an element, with its tabs, spaces and line breaks."""
    return words(fromstring(element.serialize(with_ns=True)))


def words(part: XmlElement) -> str:
    sign = SIGNS.get(part.tag, "") * int(part.get(f"{TEXT}c", "1"))
    return sign + (part.text or "") + "".join(words(child) + (child.tail or "") for child in part)


def test_a_bulletin_has_the_same_paragraphs_as_in_word(tmp_path: Path) -> None:
    expected = [(style_name(p.estilo), p.texto) for p in compose(BOLETIN, project())]
    assert [one for one in styled(written(tmp_path, BOLETIN)) if one[0] != "Standard"] == expected


def cells(document: OdfDocument, name: str) -> list[list[str]]:
    """Return the texts of the cells of a table, by rows."""
    (table,) = document.body.get_elements(f"//table:table[@table:name='{name}']")
    return [
        [" / ".join(text(p) for p in cell.get_elements("text:p")) for cell in row.get_elements("table:table-cell")]
        for row in table.get_elements("table:table-row")
    ]


def test_contacts_stand_in_columns_as_in_word(tmp_path: Path) -> None:
    corta = replace(PERSONA, correo="r@secapur.example.org")
    (row,) = cells(written(tmp_path, BOLETIN, project(corta)), CONTACTOS)
    assert [said.partition("\n")[0] for said in row] == ["Prensa", "Datos abiertos", "Contacto técnico"]


def test_contacts_that_do_not_fit_side_by_side_go_on_below(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, correo_contacto=f"{'x' * 60}@secapur.example.org"))
    rows = cells(document, CONTACTOS)
    assert len(rows) > 1
    assert sum(map(len, rows)) >= 3


def test_one_contact_alone_is_no_table(tmp_path: Path) -> None:
    document = written(tmp_path, replace(HISTORIA, contacto_tecnico=None, conjuntos=()))
    assert not document.body.get_elements("//table:table")


def test_each_link_has_its_code_beside_it_said_in_words(tmp_path: Path) -> None:
    document = written(tmp_path, HISTORIA)
    assert [row[0].partition("\n")[0] for row in cells(document, DATOS)] == [PUENTES.nombre, CAMINOS.nombre]
    said = [text(d) for d in document.body.get_elements("//draw:frame/svg:desc")]
    assert said == [f"Código QR que abre {conjunto.url}" for conjunto in (PUENTES, CAMINOS)]
    with zipfile.ZipFile(tmp_path / "c.odt") as parts:
        for image in document.body.get_elements("//draw:image"):
            place = str(image.get_attribute("xlink:href"))
            assert parts.read(place).startswith(b"\x89PNG")
            assert place.encode() in parts.read("META-INF/manifest.xml")


def test_no_level_of_headings_is_skipped(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, cuerpo=RICO))
    levels = {text(h): h.get_attribute("text:outline-level") for h in document.body.get_elements("//text:h")}
    assert levels["Cómo"] == "1"


def test_headings_are_headings_of_their_level(tmp_path: Path) -> None:
    document = written(tmp_path, replace(HISTORIA, antecedentes=RICO))
    levels = [(h.get_attribute("text:outline-level"), text(h)) for h in document.body.get_elements("//text:h")]
    assert levels[:3] == [("1", "Antecedentes"), ("2", "Cómo"), ("1", "Retos")]


def test_lists_are_lists_and_begin_where_they_say(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, cuerpo=RICO))
    items = [
        [text(item) for item in made.get_elements("text:list-item")]
        for made in document.body.get_elements("//text:list")
    ]
    assert items[1:] == [["a", "b"], ["cuatro", "cinco"]]
    assert document.body.get_elements("//text:list-item[@text:start-value='4']")


def test_links_lead_where_they_say(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, cuerpo=RICO))
    links = {text(a): a.get_attribute("xlink:href") for a in document.body.get_elements("//text:a")}
    assert links["tres"] == "https://a.example.org/x?b=1&c=2"
    assert links["cuatro"] == "https://a.example.org/y"
    assert links["prensa@secapur.example.org"] == "mailto:prensa@secapur.example.org"


def test_letters_have_styles_of_their_own(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, cuerpo=RICO))
    spans = {text(s): s.get_attribute("text:style-name") for s in document.body.get_elements("//text:span")}
    assert (spans["Uno"], spans["dos"]) == ("Strong_20_Emphasis", "Emphasis")
    assert spans["cuatro"] == "Strong_20_and_20_Emphasis"


def test_every_style_in_use_is_in_the_document(tmp_path: Path) -> None:
    document = written(tmp_path, replace(BOLETIN, cuerpo=RICO))
    used = {
        e.get_attribute("text:style-name")
        for e in document.body.get_elements("//text:p | //text:h | //text:span | //text:a | //text:list")
    }
    there = {e.get_attribute("style:name") for e in document.styles.get_elements("//style:style | //text:list-style")}
    assert used - there == set()
    titles = [e for e in document.styles.get_elements("//style:style") if e.get_attribute("style:name") == "Title"]
    assert len(titles) == 1


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    document = written(tmp_path, BOLETIN)
    assert document.meta.title == BOLETIN.nombre
    assert document.meta.creator == INSTITUCION.nombre
    assert document.meta.subject == "Noticia, comunicado o boletín"
    assert document.meta.language == "es-MX"
    assert document.meta.keyword == "Inventario de puentes rurales, puentes, caminos rurales"
    assert document.meta.creation_date == MOMENTO.replace(tzinfo=None)
    defaults = document.styles.get_elements("//style:default-style[@style:family='paragraph']/style:text-properties")
    assert [(d.get_attribute("fo:language"), d.get_attribute("fo:country")) for d in defaults] == [("es", "MX")]
    assert "Thumbnails/thumbnail.png" not in zipfile.ZipFile(tmp_path / "c.odt").namelist()


def test_the_page_is_letter_with_the_institution_above_and_the_page_beneath(tmp_path: Path) -> None:
    document = written(tmp_path, BOLETIN)
    (master,) = document.styles.get_elements("//style:master-page[@style:name='Standard']")
    assert "SECAPUR | Secretaría de Caminos y Puentes Rurales" in text(master)
    assert f"{INSTITUCION.correo_contacto} · {INSTITUCION.sitio}" in text(master)
    layout = master.get_attribute("style:page-layout-name")
    (page,) = document.styles.get_elements(f"//style:page-layout[@style:name='{layout}']/style:page-layout-properties")
    assert page.get_attribute("fo:page-width") == "21.59cm"


def test_without_an_institution_it_is_written_all_the_same(tmp_path: Path) -> None:
    document = written(tmp_path, BOLETIN, Proyecto())
    assert (style_name(Estilo.TITULO), BOLETIN.nombre) in styled(document)
    assert not document.meta.creator


def test_a_row_keeps_its_tab_and_the_data_their_line_break(tmp_path: Path) -> None:
    document = written(tmp_path, VISOR_CONTENIDO)
    assert document.body.get_elements("//text:p/text:tab")
    assert document.body.get_elements("//text:p/text:line-break")


@pytest.mark.parametrize("hostil", ["<text:h>a</text:h> & ]]>", "a\x00\x0b\ufffe\ud800b", "\u202eabc", '"/><x y="'])
def test_hostile_text_is_text(tmp_path: Path, hostil: str) -> None:
    institucion = replace(INSTITUCION, nombre=hostil, siglas=hostil)
    document = written(tmp_path, replace(BOLETIN, nombre=hostil, cuerpo=hostil, autor=hostil), project(institucion))
    titulo = next(said for style, said in styled(document) if style == "Title")
    assert titulo == "".join(c for c in lines(hostil)[0] if c not in "\x00\u202e\x0b")[: len(titulo)]
    assert titulo


@given(
    st.lists(
        st.text(
            st.characters(
                exclude_categories=["Cc", "Cs", "Co"],
                exclude_characters="\u2028\u2029\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
            ),
            max_size=30,
        ),
        max_size=4,
    )
)
def test_stretches_come_back_in_one_piece(textos: list[str]) -> None:
    tramos = tuple(Tramo(texto, fuerte=bool(place % 2)) for place, texto in enumerate(textos))
    (made,) = elements([Parrafo(Estilo.TEXTO, tramos)])
    assert text(made) == "".join(textos)
