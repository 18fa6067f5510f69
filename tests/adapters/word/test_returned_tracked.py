"""Tracked changes and comments: deleted text never comes back, inserted text comes in, and who did it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.returned import read_document
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.texto_devuelto import Comentario, Revision
from tests.adapters.word.devueltos import (
    CUANDO,
    Salida,
    add_after,
    changes,
    delete_tracked,
    insert_tracked,
    paragraph,
    remove,
    tracked,
)
from tests.adapters.word.muestras import BOLETIN

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.diferencias import Devolucion
    from promueve_gui.domain.texto_devuelto import CampoRevisado, ParrafoDevuelto

DESTINO = '"https://b.example.org"'
QUIEN = "Comunicación Social"
SEGUNDO = "Durante la etapa"
PARRAFOS = BOLETIN.cuerpo.split("\n")


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def field(devolucion: Devolucion, nombre: str) -> CampoRevisado:
    """Return what was done to a field."""
    etiqueta = campos(Contenido)[nombre].etiqueta
    return next(revisado for revisado in devolucion.revisados if revisado.titulo == etiqueta)


def test_what_was_inserted_comes_in_and_says_who_and_when(boletin: Salida) -> None:
    document = boletin.open()
    insert_tracked(paragraph(document, SEGUNDO), " Hoy son doce.")
    insert_tracked(paragraph(document, SEGUNDO), " Mañana serán más.")
    devolucion = boletin.back(document)
    nuevo = f"{PARRAFOS[1]} Hoy son doce. Mañana serán más."
    assert changes(devolucion) == {"cuerpo": BOLETIN.cuerpo.replace(PARRAFOS[1], nuevo)}
    junto = Revision(agregado=True, texto=" Hoy son doce. Mañana serán más.", autor=QUIEN, momento=CUANDO)
    assert field(devolucion, "cuerpo").revisiones == (junto,)


def test_what_was_deleted_never_comes_back(boletin: Salida) -> None:
    document = boletin.open()
    delete_tracked(paragraph(document, "«Un puente"))
    devolucion = boletin.back(document)
    assert changes(devolucion) == {"cita": ""}
    quitado = Revision(agregado=False, texto=BOLETIN.cita, autor=QUIEN, momento=CUANDO)
    assert [r for revisado in devolucion.revisados for r in revisado.revisiones] == [quitado]


def test_a_paragraph_deleted_whole_leaves_no_trace(boletin: Salida) -> None:
    document = boletin.open()
    delete_tracked(paragraph(document, SEGUNDO), mark=True)
    devolucion = boletin.back(document)
    assert changes(devolucion) == {"cuerpo": "\n".join([PARRAFOS[0], *PARRAFOS[2:]])}
    assert field(devolucion, "cuerpo").revisiones[0].texto == PARRAFOS[1]
    assert [revisado.titulo for revisado in devolucion.revisados] == ["Texto"]


def test_the_last_paragraph_of_a_field_may_go_too(boletin: Salida) -> None:
    document = boletin.open()
    delete_tracked(paragraph(document, PARRAFOS[3][:20]), mark=True)
    assert changes(boletin.back(document)) == {"cuerpo": "\n".join(PARRAFOS[:3])}


def test_a_style_left_behind_by_a_deleted_paragraph_is_no_change(tmp_path: Path) -> None:
    """LibreOffice gives what follows a paragraph that was deleted with tracking on the style of that one."""
    cuerpo = "- Uno\n- Dos\n\nDespués de la lista."
    salida = Salida(replace(BOLETIN, cuerpo=cuerpo), tmp_path / "c.docx")
    document = salida.open()
    for beginning in ("Uno", "Dos"):
        delete_tracked(paragraph(document, beginning), mark=True)
    paragraph(document, "Después").style = document.styles["List Bullet 2"]
    assert changes(salida.back(document)) == {"cuerpo": "Después de la lista."}
    document = Salida(salida.contenido, salida.path).open()
    paragraph(document, "Después").style = document.styles["List Bullet 2"]
    remove(paragraph(document, "Dos"))
    assert changes(salida.back(document)) == {"cuerpo": "- Uno\n- Después de la lista."}


def test_two_paragraphs_joined_by_deleting_the_mark_between(boletin: Salida) -> None:
    document = boletin.open()
    primero = paragraph(document, PARRAFOS[0][:20])
    propiedades = primero.paragraph_format.element.get_or_add_pPr()
    propiedades.append(parse_xml(f"<w:rPr {nsdecls('w')}/>"))
    propiedades[-1].append(tracked("del"))
    cuerpo = changes(boletin.back(document))["cuerpo"]
    assert cuerpo == "\n".join([PARRAFOS[0] + PARRAFOS[1], *PARRAFOS[2:]])


def test_what_was_moved_is_where_it_went(boletin: Salida) -> None:
    document = boletin.open()
    delete_tracked(paragraph(document, SEGUNDO), mark=True, clase="moveFrom")
    destino = add_after(paragraph(document, PARRAFOS[3][:20]), "")
    insert_tracked(destino, PARRAFOS[1], "moveTo")
    cuerpo = changes(boletin.back(document))["cuerpo"]
    assert cuerpo == "\n".join([PARRAFOS[0], PARRAFOS[2], PARRAFOS[3], PARRAFOS[1]])


def test_what_one_inserted_and_another_deleted_was_never_there(boletin: Salida) -> None:
    document = boletin.open()
    segundo = paragraph(document, SEGUNDO)
    run = segundo.add_run(" Nunca estuvo.")
    agregado, quitado = tracked("ins"), tracked("del", "Otra persona")
    run.element.addprevious(agregado)
    agregado.append(quitado)
    quitado.append(run.element)
    assert changes(boletin.back(document)) == {}


def test_a_row_deleted_from_a_table_and_its_neighbour(boletin: Salida) -> None:
    document = boletin.open()
    tabla = document.add_table(rows=2, cols=1)
    tabla.cell(0, 0).text, tabla.cell(1, 0).text = "Se queda", "Se va"
    fila = tabla.rows[1].cells[0].paragraphs[0].paragraph_format.element.getparent().getparent()
    fila.get_or_add_trPr().append(tracked("del"))
    document.save(str(boletin.path))
    leido = read_document(boletin.path).texto
    assert leido is not None
    dichos = [parrafo.bloque.texto for parrafo in leido.parrafos]
    assert "Se queda" in dichos
    assert "Se va" not in dichos


def test_comments_stand_beside_the_field_they_are_on(boletin: Salida) -> None:
    document = boletin.open()
    segundo = paragraph(document, SEGUNDO)
    document.add_comment(segundo.runs, text="¿De dónde sale?\nFalta la fuente.", author=QUIEN)
    document.add_comment(paragraph(document, "Prensa").runs[:1], text="Cambió el teléfono", author="Prensa")
    devolucion = boletin.back(document)
    assert changes(devolucion) == {}
    (comentario,) = field(devolucion, "cuerpo").comentarios
    assert comentario.texto == "¿De dónde sale?\nFalta la fuente."
    assert (comentario.citado, comentario.autor) == (PARRAFOS[1], QUIEN)
    otras = devolucion.revisados[-1]
    assert (otras.titulo, otras.clave) == ("Otras partes del documento", "")
    assert [c.citado for c in otras.comentarios] == ["Prensa"]


def body(boletin: Salida, xml: str) -> ParrafoDevuelto:
    """Return the last paragraph of a file that ends with ``xml``."""
    document = boletin.open()
    fin = f'<w:p {nsdecls("w", "r")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{xml}</w:p>'
    document.element.body.insert(len(document.element.body) - 1, parse_xml(fin))
    document.save(str(boletin.path))
    leido = read_document(boletin.path).texto
    assert leido is not None
    return leido.parrafos[-1]


def code(tipo: str) -> str:
    """Return the run that begins, turns or ends a field."""
    return f'<w:r><w:fldChar w:fldCharType="{tipo}"/></w:r>'


def spelled(codigo: str) -> str:
    """Return a run of the code of a field."""
    return f"<w:r><w:instrText>{codigo}</w:instrText></w:r>"


def text(dicho: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{dicho}</w:t></w:r>'


@pytest.mark.parametrize(
    ("xml", "leido"),
    [
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ("<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/><w:noBreakHyphen/></w:r>", "\ta\nb\u2011"),
        (f"{code('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{code('separate')}{text('7')}{code('end')}x", "7"),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r>{text('visto')}", "visto"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>visto</w:t></w:r>", "visto"),
        (f"<w:sdt><w:sdtContent>{text('dentro')}</w:sdtContent></w:sdt>", "dentro"),
        (f"<w:smartTag>{text('de')}</w:smartTag>{text(' todo')}", "de todo"),
        (
            f"<w:r><mc:AlternateContent><mc:Choice>{text('no')}</mc:Choice></mc:AlternateContent></w:r>{text('sí')}",
            "sí",
        ),
        (f"{code('end')}{code('separate')}<w:r><w:instrText>X</w:instrText></w:r>{text('suelto')}", "suelto"),
        (f"<w:bookmarkEnd w:id='77'/><w:commentRangeEnd w:id='8'/>{text('nada')}", "nada"),
        (f"<w:r><w:commentReference w:id='99'/></w:r>{text('sin comentario')}", "sin comentario"),
    ],
)
def test_what_a_run_shows_is_its_text(boletin: Salida, xml: str, leido: str) -> None:
    assert body(boletin, xml.replace("</w:r>x", "</w:r>")).bloque.texto == leido


@pytest.mark.parametrize(
    ("xml", "destino"),
    [
        (
            f"<w:fldSimple w:instr='HYPERLINK \"https://a.example.org\"'>{text('a')}</w:fldSimple>",
            "https://a.example.org",
        ),
        (
            f"{code('begin')}{spelled('HYPERLINK ')}{spelled(DESTINO)}{code('separate')}{text('b')}{code('end')}",
            "https://b.example.org",
        ),
        (
            f'<w:fldSimple w:instr=\'HYPERLINK "https://a.example.org" \\l "parte" \\t "x"\'>{text("d")}</w:fldSimple>',
            "https://a.example.org#parte",
        ),
        (f'<w:hyperlink w:anchor="dentro">{text("c")}</w:hyperlink>', ""),
        (f"<w:fldSimple w:instr='HYPERLINK \\l \"dentro\"'>{text('a')}</w:fldSimple>", ""),
        (f'<w:fldSimple w:instr="DATE">{text("hoy")}</w:fldSimple>', ""),
    ],
)
def test_links_are_read_in_every_way_that_word_writes_them(boletin: Salida, xml: str, destino: str) -> None:
    (tramo,) = body(boletin, xml).bloque.tramos
    assert tramo.enlace == destino


def test_a_bookmark_left_empty_still_says_where_it_was(boletin: Salida) -> None:
    marca = "<w:bookmarkStart w:id='71' w:name='sola'/><w:bookmarkEnd w:id='71'/>"
    assert body(boletin, f"{marca}{text('x')}").marcas == ("sola",)


def test_a_comment_without_words_of_its_own_is_kept(boletin: Salida) -> None:
    document = boletin.open()
    document.add_comment(paragraph(document, "«Un puente").runs, text="", author="")
    (comentario,) = boletin.back(document).revisados[0].comentarios
    assert comentario == Comentario(texto="", citado=BOLETIN.cita, autor="", momento=comentario.momento)


def test_long_files_tell_how_far_they_were_read(boletin: Salida) -> None:
    document = boletin.open()
    for numero in range(450):
        document.add_paragraph(f"Línea {numero}")
    document.save(str(boletin.path))
    avances: list[int] = []
    read_document(boletin.path, lambda done, _total: avances.append(done))
    assert avances == [200, 400]


def test_a_last_paragraph_without_its_mark_is_read_all_the_same(boletin: Salida) -> None:
    document = boletin.open()
    ultimo = document.add_paragraph("El fin")
    propiedades = ultimo.paragraph_format.element.get_or_add_pPr()
    propiedades.append(parse_xml(f"<w:rPr {nsdecls('w')}/>"))
    propiedades[-1].append(tracked("del"))
    document.save(str(boletin.path))
    leido = read_document(boletin.path).texto
    assert leido is not None
    assert leido.parrafos[-1].bloque.texto == "El fin"
