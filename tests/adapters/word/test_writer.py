"""The whole way: from a content to a document that Word, screen readers and spell-checkers understand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.contenidos import CUERPO_POR_TIPO
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import (
    BOLETIN,
    HISTORIA,
    INSTITUCION,
    PUENTES,
    everywhere,
    links,
    parts,
    project,
    read,
    sheet,
    texts,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def boletin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("boletin") / "Comunicado.docx", BOLETIN)


def test_the_styles_are_real_ones(boletin: Path) -> None:
    estilos = [parrafo.style.name for parrafo in everywhere(read(boletin)) if parrafo.style]
    assert estilos == [
        *["Identificación del comunicado"] * 3,
        "Title",
        *["List Bullet"] * 3,
        *["Body Text"] * 5,
        "Quote",
        "Heading 1",
        "Liga de los datos",
        "Normal",  # the QR code
        "Cierre",
        "Heading 1",
        *["Contacto"] * 3,
        "Normal",  # what Word wants after a table
    ]


def test_the_summary_is_a_real_list(boletin: Path) -> None:
    document = read(boletin)
    numero = document.styles["List Bullet"].element.pPr.numPr.numId.val
    numeracion = document.part.numbering_part.element
    lista = next(n for n in numeracion.num_lst if n.numId == numero).abstractNumId.val
    definida = next(a for a in numeracion.iter(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == str(lista))
    assert next(definida.iter(qn("w:numFmt"))).get(qn("w:val")) == "bullet"


def test_links_lead_where_they_say(boletin: Path) -> None:
    correos = ("puentes", "prensa", "rosalba.ejemplo")
    assert links(read(boletin)) == {
        BOLETIN.url: BOLETIN.url,
        **{f"{correo}@secapur.example.org": f"mailto:{correo}@secapur.example.org" for correo in correos},
    }


def test_links_look_like_links(boletin: Path) -> None:
    document = read(boletin)
    enlaces = [run for enlace in document.element.body.iter(qn("w:hyperlink")) for run in enlace.iter(qn("w:rStyle"))]
    assert {estilo.get(qn("w:val")) for estilo in enlaces} == {document.styles["Hyperlink"].style_id}
    relaciones = [relacion for relacion in document.part.rels.values() if "hyperlink" in relacion.reltype]
    assert all(relacion.is_external for relacion in relaciones)


def test_the_properties_are_filled_in(boletin: Path) -> None:
    core = read(boletin).core_properties
    assert (core.title, core.author, core.subject) == (
        BOLETIN.nombre,
        INSTITUCION.nombre,
        "Noticia, comunicado o boletín",
    )
    assert core.keywords == f"{PUENTES.nombre}, {PUENTES.palabras_clave}"
    assert (core.language, core.last_modified_by, core.revision) == ("es-MX", INSTITUCION.nombre, 1)
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(2026, 12, 22, 15, 30)  # noqa: DTZ001  # python-docx: UTC, naive


def test_an_author_of_its_own_and_long_texts_fit_the_properties(tmp_path: Path) -> None:
    core = read(write(tmp_path / "a.docx", replace(HISTORIA, nombre="Á" * 400))).core_properties
    assert (core.title, core.author) == ("Á" * 255, HISTORIA.autor)


def test_the_language_is_spanish_of_mexico(boletin: Path) -> None:
    document = read(boletin)
    idiomas = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert idiomas == ["es-MX"]
    assert 'themeFontLang w:val="es-MX"' in parts(boletin)["word/settings.xml"].decode()


def test_header_and_footer_name_the_institution_and_count_pages(boletin: Path) -> None:
    seccion = read(boletin).sections[0]
    assert seccion.header.paragraphs[0].text == "SECAPUR  |  Secretaría de Caminos y Puentes Rurales"
    pie = parts(boletin)["word/footer1.xml"].decode()
    assert "datos@secapur.example.org · www.secapur.example.org" in pie
    assert [campo in pie for campo in (" PAGE ", " NUMPAGES ", "Página ", " de ")] == [True] * 4


def test_writing_again_gives_the_same_parts(boletin: Path, tmp_path: Path) -> None:
    assert parts(write(tmp_path / "otra.docx", BOLETIN)) == parts(boletin)


def test_a_project_without_institution_still_gives_a_document(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, proyecto=Proyecto()))
    assert BOLETIN.nombre in texts(document)
    assert "{" not in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("tipo", [*TipoContenido, None])
def test_every_type_can_be_exported_empty_and_full(tipo: TipoContenido | None, tmp_path: Path) -> None:
    assert read(write(tmp_path / "vacio.docx", sheet(tipo=tipo), proyecto=Proyecto())).paragraphs is not None
    lleno = replace(BOLETIN, tipo=tipo, antecedentes="Antes", retos="Retos", solucion="Sol", resultados="Res")
    dichos = "\n".join(texts(read(write(tmp_path / "lleno.docx", lleno))))
    cuerpo = CUERPO_POR_TIPO[tipo] if tipo else ("cuerpo", "retos")
    assert [campo for campo in cuerpo if getattr(lleno, campo).split("\n")[0].lstrip("- ") not in dichos] == []


HOSTIL = "<b>negritas</b> & ]]> <w:p/> =1+1 @SUMA(A1) {{x}} %s \x00\x0b\ud800 \U0001f600"


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", replace(BOLETIN, nombre=HOSTIL, cuerpo=HOSTIL, lugar=HOSTIL, numero=HOSTIL))
    dicho = next(texto for texto in texts(read(path)) if texto.startswith("<b>"))
    assert dicho == "<b>negritas</b> & ]]> <w:p/> =1+1 @SUMA(A1) {{x}} %s"
    assert "w:fldSimple" not in parts(path)["word/document.xml"].decode()


@given(texto=st.text(max_size=60))
def test_any_text_gives_a_document_that_opens(tmp_path_factory: pytest.TempPathFactory, texto: str) -> None:
    path = tmp_path_factory.getbasetemp() / "cualquiera.docx"
    raro = replace(INSTITUCION, nombre=texto, siglas=texto, correo_prensa=texto)
    contenido = replace(BOLETIN, nombre=texto, sumarios=texto, cita=texto, url=texto, correo_contacto=texto)
    assert read(write(path, contenido, proyecto=project(raro))).paragraphs


def test_a_bad_letterhead_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write(tmp_path / "a.docx", BOLETIN, b"no es Word")
    assert list(tmp_path.iterdir()) == []
