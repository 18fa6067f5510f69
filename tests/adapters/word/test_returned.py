"""A content that leaves in Word, is edited there, and comes back: exactly the edits, and nothing without any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.word.returned import read_document
from promueve_gui.adapters.word.stamp_marks import stamp
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, escribir
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.devueltos import (
    Salida,
    add_after,
    changes,
    lines,
    paragraph,
    remove,
    say,
    without_marks,
)
from tests.adapters.word.muestras import BOLETIN, HISTORIA, MEMBRETES, VISOR_CONTENIDO, project, sheet

if TYPE_CHECKING:
    from pathlib import Path

RICO = replace(
    BOLETIN,
    cuerpo=(
        "Los datos de **{conjunto}** se consultan en [el portal]({url}) o en https://datos.example.org.\n\n"
        "## Cómo se usan\n\n- *Uno*: en campo\n- Dos, con {contacto}\n\n3. Tres\n4. Cuatro\n\nFin \\*sin marca\\*."
    ),
)


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


@pytest.fixture
def rico(tmp_path: Path) -> Salida:
    return Salida(RICO, tmp_path / "rico.docx")


@pytest.mark.parametrize("contenido", [BOLETIN, HISTORIA, VISOR_CONTENIDO, RICO], ids=lambda c: c.id)
def test_what_nobody_touched_brings_nothing(contenido: Contenido, tmp_path: Path) -> None:
    salida = Salida(contenido, tmp_path / "c.docx")
    devolucion = salida.back(salida.open())
    assert (list(devolucion.diferencias), list(devolucion.problemas), list(devolucion.revisados)) == ([], [], [])
    assert devolucion.iguales == {"contenido": 1}


@pytest.mark.parametrize("membrete", sorted(MEMBRETES.glob("*.docx")), ids=lambda path: path.stem)
def test_on_any_letterhead_it_is_known_and_brings_nothing(membrete: Path, tmp_path: Path) -> None:
    salida = Salida(RICO, tmp_path / "c.docx", membrete.read_bytes())
    leido = read_document(salida.path)
    assert (leido.sello.exportacion, leido.sello.documento) == ("entrega/contenido:boletin", "contenido:boletin")
    devolucion = salida.back()
    assert (list(devolucion.diferencias), list(devolucion.problemas)) == ([], [])


def test_an_edited_line_is_the_only_change(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Durante la etapa"), "nueve municipios", "doce municipios")
    esperado = BOLETIN.cuerpo.replace("nueve municipios", "doce municipios")
    assert changes(boletin.back(document)) == {"cuerpo": esperado}


def test_merge_fields_stay_where_their_words_do(rico: Salida) -> None:
    document = rico.open()
    say(paragraph(document, "Los datos de"), "Los datos de", "Ya están los datos de")
    say(paragraph(document, "Dos, con"), "Dos, con", "Segundo: escriba a")
    esperado = RICO.cuerpo.replace("Los datos de", "Ya están los datos de").replace("Dos, con", "Segundo: escriba a")
    assert changes(rico.back(document)) == {"cuerpo": esperado}


def test_a_merge_field_whose_words_were_changed_is_what_they_say(rico: Salida) -> None:
    document = rico.open()
    say(paragraph(document, "Los datos de"), "Inventario de puentes rurales", "Catálogo de puentes")
    esperado = RICO.cuerpo.replace("{conjunto}", "Catálogo de puentes")
    assert changes(rico.back(document)) == {"cuerpo": esperado}


def test_new_bold_italics_and_headings_come_back(rico: Salida) -> None:
    document = rico.open()
    fin = paragraph(document, "Fin")
    fin.add_run(" Importa").bold = True
    fin.add_run(" mucho").italic = True
    add_after(paragraph(document, "Cómo se usan"), "Quién los usa")
    cuerpo = changes(rico.back(document))["cuerpo"]
    assert cuerpo.endswith("Fin \\*sin marca\\*.** Importa*** mucho*")
    assert "## Cómo se usan\n\n## Quién los usa\n\n- *Uno*" in cuerpo


def test_items_of_lists_are_added_moved_and_numbered_anew(rico: Salida) -> None:
    document = rico.open()
    add_after(paragraph(document, "Tres"), "Tres y medio")
    uno, dos = paragraph(document, "Uno"), paragraph(document, "Dos")
    dos.paragraph_format.element.addnext(uno.paragraph_format.element)
    cuerpo = changes(rico.back(document))["cuerpo"]
    assert "- Dos, con {contacto}\n- *Uno*: en campo\n" in cuerpo
    assert "3. Tres\n4. Tres y medio\n5. Cuatro\n\n" in cuerpo


def test_title_summary_quote_and_number_are_fields_of_their_own(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Abre la Secretaría"), "Abre", "Publica")
    say(paragraph(document, "Comunicado No."), "012/2026", "034/2026")
    add_after(paragraph(document, "Nueve municipios"), "Hay un mapa.")
    remove(paragraph(document, "«Un puente"))
    assert changes(boletin.back(document)) == {
        "nombre": BOLETIN.nombre.replace("Abre", "Publica"),
        "numero": "034/2026",
        "sumarios": f"{BOLETIN.sumarios}\n- Hay un mapa.",
        "cita": "",
    }


def test_place_and_day_are_read_from_their_line(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Ciudad de México, 22"), "Ciudad de México, 22 de diciembre", "Xalapa, a 23 de diciembre")
    devolucion = boletin.back(document)
    assert changes(devolucion) == {"lugar": "Xalapa", "fecha": date(2026, 12, 23)}
    assert [revisado.titulo for revisado in devolucion.revisados] == ["Lugar", "Fecha"]


def test_a_day_that_cannot_be_read_is_told(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Ciudad de México, 22"), "22 de diciembre de 2026", "el 31 de 2026")
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    (problema,) = devolucion.problemas
    assert problema.mensaje.startswith("«Ciudad de México, el 31 de 2026» no se entiende como lugar y fecha")


def test_place_and_day_that_are_gone_are_told_and_kept(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Ciudad de México, 22"), "Ciudad de México, ", "")
    devolucion = boletin.back(document)
    dicho = "«22 de diciembre de 2026» ya no dice el lugar; se conserva el del proyecto."
    assert (changes(devolucion), [p.mensaje for p in devolucion.problemas]) == ({}, [dicho])
    remove(paragraph(document, "22 de diciembre"))
    devolucion = boletin.back(document)
    dicho = (
        "«Ciudad de México, 22 de diciembre de 2026» ya no viene en el archivo; "
        "se conservan el lugar y la fecha del proyecto."
    )
    assert (changes(devolucion), [p.mensaje for p in devolucion.problemas]) == ({}, [dicho])


@pytest.mark.parametrize("dicho", ["Ciudad de México", "Ciudad de México, a la brevedad"])
def test_a_day_that_was_taken_out_is_told(boletin: Salida, dicho: str) -> None:
    document = boletin.open()
    say(paragraph(document, "Ciudad de México, 22"), "Ciudad de México, 22 de diciembre de 2026", dicho)
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    assert [p.mensaje.partition(";")[0] for p in devolucion.problemas] == [
        f"«{dicho}» no se entiende como lugar y fecha y no se tomó"
    ]


def test_contacts_added_below_the_last_one_are_told(boletin: Salida) -> None:
    document = boletin.open()
    contacto = document.tables[-1].rows[-1].cells[-1].paragraphs[-1]
    add_after(contacto, "Enlace nuevo")
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    assert [p.mensaje.partition(" se escribió")[0] for p in devolucion.problemas] == ["«Enlace nuevo»"]


def test_what_comes_from_elsewhere_is_told_and_not_taken(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Prensa"), "55 5000 1234", "55 9999 0000")
    add_after(paragraph(document, "-oOo-"), "Texto suelto al final")
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    suelto, prensa = (problema.mensaje for problema in devolucion.problemas)
    assert suelto.startswith("«Texto suelto al final» se escribió fuera de los textos del contenido y no se tomó;")
    assert prensa.startswith("«Tel. 55 5000 1234, ext. 101» dice ahora «Tel. 55 9999 0000, ext. 101»")
    assert "sale de otros datos y no se tomó" in prensa


def test_a_title_that_is_gone_stays_ours(boletin: Salida) -> None:
    document = boletin.open()
    remove(paragraph(document, "Abre la Secretaría"))
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    assert [p.mensaje for p in devolucion.problemas] == [
        "«Título» ya no viene en el archivo, pero hace falta; se conserva el del proyecto."
    ]


def test_without_bookmarks_words_and_headings_tell(tmp_path: Path) -> None:
    salida = Salida(HISTORIA, tmp_path / "h.docx")
    document = without_marks(salida.open())
    retos = [p for p in document.paragraphs if p.text.startswith("Con el archivo de")][1]
    say(retos, "se pegó en la pared", "se publicó en la puerta")
    add_after(
        paragraph(document, "Retos"), "Un párrafo que no se parece a nada de lo que había."
    ).style = document.paragraphs[-1].style
    devolucion = salida.back(document)
    nuevo = "Un párrafo que no se parece a nada de lo que había."
    esperado = HISTORIA.retos.replace("se pegó en la pared", "se publicó en la puerta")
    assert changes(devolucion) == {"retos": f"{nuevo}\n{esperado}"}


def test_a_paragraph_cut_in_two_stays_in_its_field(boletin: Salida) -> None:
    document = boletin.open()
    entrada = paragraph(document, "La Secretaría de Caminos")
    primera, segunda = entrada.text.split(", con su ubicación", 1)
    entrada.runs[0].text = f"{primera}."
    add_after(entrada, f"Con su ubicación{segunda}")
    assert changes(boletin.back(document)) == {"entrada": f"{primera}.\n\nCon su ubicación{segunda}"}


def test_a_field_that_is_written_anew_keeps_its_place(boletin: Salida) -> None:
    document = boletin.open()
    paragraph(document, "La Secretaría de Caminos").runs[0].text = "Nada de lo anterior: hoy hubo feria."
    assert changes(boletin.back(document)) == {"entrada": "Nada de lo anterior: hoy hubo feria."}


def test_a_line_break_within_a_paragraph_begins_another(boletin: Salida) -> None:
    document = boletin.open()
    ultimo = paragraph(document, "«Un puente").runs[0]
    ultimo.add_break()
    ultimo.add_text("Y nada más.")
    assert changes(boletin.back(document))["cita"].endswith("Ríos.\n\nY nada más.")


def test_credits_of_a_story_are_read_without_their_labels(tmp_path: Path) -> None:
    salida = Salida(HISTORIA, tmp_path / "h.docx")
    document = salida.open()
    say(paragraph(document, "Autoría:"), "Conservación Rural", "Puentes")
    paragraph(document, "Sector:").runs[-1].text = "Transporte"
    assert changes(salida.back(document)) == {"autor": "Dirección de Puentes", "sector": "Transporte"}


def test_links_typed_changed_and_taken_out(rico: Salida) -> None:
    document = rico.open()
    enlace = next(e for e in document.element.body.iter(qn("w:hyperlink")) if "portal" in "".join(e.itertext()))
    otro = document.part.relate_to("https://otro.example.org/a%20b/", RT.HYPERLINK, is_external=True)
    enlace.set(qn("r:id"), otro)
    assert changes(rico.back(document))["cuerpo"] == RICO.cuerpo.replace(
        "[el portal]({url})", "[el portal](https://otro.example.org/a%20b/)"
    )


def test_a_link_to_a_place_in_a_page_is_the_same_when_programs_keep_the_place_apart(tmp_path: Path) -> None:
    salida = Salida(replace(RICO, cuerpo="Vea [la ficha](https://datos.example.org/p#campos)."), tmp_path / "c.docx")
    document = salida.open()
    enlace = next(e for e in document.element.body.iter(qn("w:hyperlink")) if "ficha" in "".join(e.itertext()))
    enlace.set(qn("r:id"), document.part.relate_to("https://datos.example.org/p", RT.HYPERLINK, is_external=True))
    enlace.set(qn("w:anchor"), "campos")
    assert changes(salida.back(document)) == {}
    enlace.set(qn("w:anchor"), "licencia")
    assert changes(salida.back(document)) == {"cuerpo": "Vea [la ficha](https://datos.example.org/p#licencia)."}


def test_another_program_that_loses_the_properties_keeps_the_bookmarks(tmp_path: Path) -> None:
    identidad, entrega = "0190e2a4-1111-7abc-8def-0123456789ab", "0190e2a4-2222-7abc-8def-0123456789ab"
    contenido = replace(BOLETIN, id=identidad)
    salida = Salida(contenido, tmp_path / "c.docx")
    document = salida.open()
    stamp(document, contenido, salida.proyecto, f"{entrega}/contenido:{identidad}")
    relaciones = document.part.package.rels
    for clave in [clave for clave, r in relaciones.items() if "custom-properties" in r.reltype]:
        del relaciones[clave]
    document.save(str(salida.path))
    sello = read_document(salida.path).sello
    assert (sello.exportacion, sello.documento) == (f"{entrega}/contenido:{identidad}", f"contenido:{identidad}")
    assert sello.version == 0


def test_a_document_of_somebody_else_says_nothing_of_itself(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Una carta cualquiera")
    document.save(str(tmp_path / "carta.docx"))
    leido = read_document(tmp_path / "carta.docx")
    assert (leido.sello.exportacion, leido.sello.documento) == ("", "")
    assert leido.texto is not None
    assert [p.bloque.texto for p in leido.texto.parrafos] == ["Una carta cualquiera"]


palabra = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=12)
tramo = st.builds(
    Tramo,
    st.one_of(palabra, st.sampled_from(["{conjunto}", "{url} y {contacto}", "https://a.example.org/ñ", "a@b.example"])),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://x.example.org/a b", "https://x.example.org/ñ/", "mailto:a@b.example", "{url}"]),
)
bloque = st.builds(
    Bloque, st.sampled_from(list(Clase)), st.lists(tramo, max_size=4).map(tuple), st.integers(min_value=0, max_value=99)
)


@settings(max_examples=50)
@given(
    tipo=st.sampled_from(list(TipoContenido)),
    ricos=st.lists(st.lists(bloque, max_size=6).map(escribir), min_size=4, max_size=4),
    planos=st.lists(palabra, min_size=5, max_size=5),
)
def test_whatever_was_written_an_untouched_file_brings_nothing(
    tmp_path_factory: pytest.TempPathFactory, tipo: TipoContenido, ricos: list[str], planos: list[str]
) -> None:
    """The identity that all rests on."""
    nombre, numero, autor, sumarios, mensaje = planos
    cuerpo = [campo for campo in CUERPO_POR_TIPO[tipo] if campo not in {"sumarios", "mensaje"}]
    contenido = sheet(
        tipo=tipo,
        nombre=nombre or "T",
        numero=numero,
        autor=autor,
        sumarios=sumarios,
        mensaje=mensaje,
        conjuntos=("puentes",),
        correo_contacto="a@b.example",
        **dict(zip(cuerpo, ricos, strict=False)),
    )
    salida = Salida(contenido, tmp_path_factory.mktemp("p") / "c.docx")
    devolucion = salida.back(salida.open())
    assert [(d.campo, d.base, d.suyo) for d in devolucion.diferencias] == []


def test_lines_are_the_same_every_time() -> None:
    assert lines(HISTORIA, project(HISTORIA)) == lines(HISTORIA, project(HISTORIA))
