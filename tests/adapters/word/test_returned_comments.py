"""Comments of a returned document: threads and what was marked as resolved, as Word and LibreOffice write them."""

from __future__ import annotations

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.returned_comments import read_comments
from promueve_gui.domain.texto_devuelto import Comentario

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def comments(*dichos: tuple[str, str], estados: str | None = None) -> dict[str, Comentario]:
    """Return comments as they are read: each with its text and the name of its last paragraph."""
    dentro = "".join(
        f'<w:comment w:id="{numero}" w:author="Ana"><w:p w14:paraId="0{clave}"/>'
        f'<w:p w14:paraId="{clave}"><w:r><w:t>{texto}</w:t></w:r></w:p></w:comment>'
        for numero, (texto, clave) in enumerate(dichos)
    )
    raiz = parse_xml(f"<w:comments {nsdecls('w')} {W14}>{dentro}</w:comments>")
    extendidos = None if estados is None else parse_xml(f"<w15:commentsEx {W15}>{estados}</w15:commentsEx>")
    return read_comments(raiz, extendidos)


def state(clave: str, resuelto: str = "0", padre: str = "") -> str:
    """Return what is said of a comment."""
    de = f' w15:paraIdParent="{padre}"' if padre else ""
    return f'<w15:commentEx w15:paraId="{clave}" w15:done="{resuelto}"{de}/>'


def test_what_was_resolved_is_known() -> None:
    leidos = comments(("Uno", "A"), ("Dos", "B"), ("Tres", "C"), estados=state("A", "1") + state("B") + state("Z", "1"))
    assert {leido.texto: leido.resuelto for leido in leidos.values()} == {"Uno": True, "Dos": False, "Tres": False}


def test_answers_stand_in_the_comment_that_they_answer() -> None:
    estados = state("A") + state("B", padre="A") + state("C", padre="B") + state("D", padre="de otro archivo")
    leidos = comments(("¿Fuente?", "A"), ("INEGI", "B"), ("Gracias", "C"), ("Otra cosa", "D"), estados=estados)
    assert list(leidos) == ["0", "3"]
    assert [respuesta.texto for respuesta in leidos["0"].respuestas] == ["INEGI", "Gracias"]


def test_threads_that_go_round_in_circles_stay_as_they_are() -> None:
    estados = state("A", padre="B") + state("B", padre="A") + state("C", padre="C")
    assert list(comments(("Uno", "A"), ("Dos", "B"), ("Tres", "C"), estados=estados)) == ["0", "1", "2"]


def test_comments_without_the_part_that_tells() -> None:
    assert comments(("Uno", "")) == {"0": Comentario(texto="Uno", autor="Ana")}
    sin_nombre = comments(("Uno", ""), ("Dos", ""), ("Tres", "C"), estados=state("", "1") + state("C"))
    assert [leido.resuelto for leido in sin_nombre.values()] == [False] * 3
    assert read_comments(None) == {}
