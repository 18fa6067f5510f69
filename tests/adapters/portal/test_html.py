"""HTML for a portal, read back as browsers read it: nothing runs, nothing is lost, and headings are in order."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.portal.html import EN_FRAGMENTO, body, fragment, page
from promueve_gui.adapters.portal.writers import content_fragment, content_page
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, VISOR_CONTENIDO, project, sheet

TAGS = set("article h1 h2 h3 h4 p ul ol li strong em a br blockquote html head meta title body main".split())
ATTRIBUTES = {"href", "lang", "start", "charset", "name", "content"}
VOID = {"br", "meta"}


class Reader(HTMLParser):
    """Reads a page and insists that it is well formed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[tuple[int, str]] = []
        self.said = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.said += "\n"
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data
        if self.open and self.open[-1] in {"h1", "h2", "h3", "h4"}:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def links(self) -> list[str]:
        """Return where links lead."""
        return [value for _, name, value in self.attributes if name == "href"]


def test_a_bulletin_is_an_article_with_its_headings_lists_and_links() -> None:
    read = Reader(content_fragment(BOLETIN, project()))
    assert read.tags[0] == "article"
    assert ("article", "lang", "es-MX") in read.attributes
    assert read.headings == [(2, BOLETIN.nombre), (3, "Consulte los datos"), (3, "Contacto")]
    assert read.tags.count("ul") == 1
    assert read.tags.count("li") == 3
    assert BOLETIN.url in read.links()
    assert "mailto:prensa@secapur.example.org" in read.links()
    assert "blockquote" in read.tags
    assert "Avisar antes al enlace" not in read.said


def test_a_page_is_whole_and_says_what_it_is() -> None:
    text = content_page(HISTORIA, project())
    read = Reader(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert ("html", "lang", "es-MX") in read.attributes
    assert ("meta", "charset", "utf-8") in read.attributes
    assert ("meta", "content", HISTORIA.autor) in read.attributes
    assert f"<title>{HISTORIA.nombre}</title>" in text
    assert read.headings[0] == (1, HISTORIA.nombre)
    assert [level for level, _ in read.headings[1:]] == [2] * 6
    assert any(value.endswith("…") and len(value) <= 301 for _, name, value in read.attributes if name == "content")


def test_the_institution_is_the_author_where_nobody_else_is() -> None:
    read = Reader(content_page(BOLETIN, project()))
    assert ("meta", "content", INSTITUCION.nombre) in read.attributes


def test_rich_text_keeps_its_form() -> None:
    texto = "## Cómo\n\n**Uno** y *dos*, [tres](https://a.example.org/x?b=1&c=2).\n\n- a\n- b\n\n4. cuatro\n5. cinco"
    read = content_fragment(replace(BOLETIN, entrada="", cuerpo=texto, cita=""), project())
    assert "<h3>Cómo</h3>" in read
    assert "<strong>Uno</strong> y <em>dos</em>" in read
    assert '<a href="https://a.example.org/x?b=1&amp;c=2">tres</a>' in read
    assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>" in read
    assert '<ol start="4">\n<li>cuatro</li>\n<li>cinco</li>\n</ol>' in read


def test_summaries_and_a_list_that_follows_are_two_lists() -> None:
    read = Reader(content_fragment(replace(BOLETIN, entrada="- a\n- b"), project()))
    assert read.tags.count("ul") == 2


def test_what_is_internal_to_a_sheet_is_not_published() -> None:
    read = Reader(content_fragment(VISOR_CONTENIDO, project()))
    assert "Enlace de la coordinación" not in read.said
    assert "Borrador" not in read.said
    assert read.headings[0] == (2, VISOR_CONTENIDO.nombre)
    assert "https://visor.example.org/p" in read.links()


def test_a_presentation_shows_its_slides_and_not_its_notes() -> None:
    presentacion = sheet(nombre="Datos abiertos", tipo=TipoContenido.PRESENTACION, correo_contacto="d@ejemplo.gob.mx")
    laminas = [
        Lamina(id="2", contenido="c", orden=2, nombre="Después", puntos="- b", notas="No lo diga"),
        Lamina(id="1", contenido="c", orden=1, nombre="Antes", puntos="- a"),
    ]
    read = Reader(content_fragment(presentacion, project(*laminas)))
    assert [text for _, text in read.headings] == ["Datos abiertos", "Antes", "Después", "Contacto"]
    assert "No lo diga" not in read.said


def test_a_message_is_itself_or_one_for_each_network() -> None:
    mensaje = sheet(nombre="Aviso", tipo=TipoContenido.REDES, red="x", mensaje="Hay datos")
    assert content_fragment(mensaje, project()) == '<article lang="es-MX">\n<p>Hay datos</p>\n</article>\n'
    sin_red = replace(mensaje, red=None)
    assert "<p>Hay datos</p>" in content_fragment(sin_red, project())
    otra = RedSocial(id="f", nombre="Facebook", limite=63206)
    variante = VarianteRed(id="v", contenido="c", red="f", texto="Hay muchos datos")
    read = Reader(content_fragment(mensaje, project(otra, variante)))
    assert read.headings == [(2, "X"), (2, "Facebook")]


@pytest.mark.parametrize(
    "hostil",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "[clic](javascript:alert(1))",
        "[clic](data:text/html;base64,PHNjcmlwdD4=)",
        "[clic](vbscript:x) <style>*{display:none}</style>",
        "<a href='javascript:x'>a</a> &lt;b&gt; &amp;amp;",
        "fin</article></body></html><iframe src='//x'>",
        "\u202egpj.exe \x00\x1b[31m <!-- -->",
        'https://u:p@malo.example.org/ https://a.example.org/"onclick=alert(1)',
    ],
)
def test_hostile_text_is_text(hostil: str) -> None:
    contenido = replace(BOLETIN, nombre=hostil, entrada=hostil, cuerpo=hostil, sumarios=hostil, lugar=hostil)
    for text in (content_fragment(contenido, project()), content_page(contenido, project())):
        read = Reader(text)
        assert set(read.tags) <= TAGS
        assert {name for _, name, _ in read.attributes} <= ATTRIBUTES
        assert all(link.startswith(("https://", "http://", "mailto:")) for link in read.links())
        assert not any("u:p@" in link for link in read.links())
        assert "\u202e" not in text


@pytest.mark.parametrize(
    "enlace", ["javascript:alert(1)", "ftp://a.example.org", "https:a", "mailto:nadie", "//a.b/c", ""]
)
def test_a_link_that_may_not_be_followed_is_its_text(enlace: str) -> None:
    assert body([Parrafo(Estilo.TEXTO, (Tramo("ahí", enlace),))], EN_FRAGMENTO) == "<p>ahí</p>"


def test_no_level_of_heading_is_skipped() -> None:
    estilos = [Estilo.APARTADO, Estilo.APARTADO, Estilo.SECCION, Estilo.TITULO, Estilo.APARTADO]
    read = Reader(fragment([Parrafo(estilo, (Tramo(estilo.value),)) for estilo in estilos]))
    assert [level for level, _ in read.headings] == [2, 2, 2, 2, 3]


def test_bold_italics_and_a_break_within_a_link() -> None:
    tramo = Tramo("uno\ndos\ttres", "https://a.example.org/b", fuerte=True, enfasis=True)
    dicho = '<p><a href="https://a.example.org/b"><strong><em>uno<br>dos tres</em></strong></a></p>'
    assert body([Parrafo(Estilo.TEXTO, (tramo,))], EN_FRAGMENTO) == dicho


TRAMOS = st.builds(
    Tramo, st.text(max_size=40), st.text(max_size=20) | st.just("https://a.example.org/x"), st.booleans(), st.booleans()
)
PARRAFOS = st.lists(
    st.builds(Parrafo, st.sampled_from(Estilo), st.lists(TRAMOS, max_size=4).map(tuple), st.integers(0, 9)), max_size=8
)


@given(PARRAFOS)
def test_whatever_is_written_comes_back_as_the_same_words(parrafos: list[Parrafo]) -> None:
    read = Reader(page(parrafos, "Título", "Autor"))
    words = "".join(limpio(t.texto) for p in parrafos for t in p.tramos)
    main = read.said.partition("Título")[2]
    assert "".join(main.split()) == "".join(words.split())
    assert set(read.tags) <= TAGS
    levels = [level for level, _ in read.headings]
    assert all(after - before <= 1 for before, after in pairwise([0, *levels]))


def test_without_text_there_is_no_description() -> None:
    assert "description" not in page([], "Nada", "")
    assert 'content="corta"' in page([Parrafo(Estilo.TEXTO, (Tramo("corta"),))], "Algo", "")


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    read = content_fragment(replace(BOLETIN, cita="Uno.\n\nDos."), project())
    assert "<blockquote>\n<p>Uno.</p>\n<p>Dos.</p>\n</blockquote>" in read
