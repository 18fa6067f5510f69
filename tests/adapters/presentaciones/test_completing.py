"""Templates that LibreOffice saved: its layouts do not number their places, and its masters have no styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from promueve_gui.adapters.presentaciones.completing import layouts_of, places_of
from promueve_gui.adapters.presentaciones.layouts import find_layouts, has_bullets, room
from promueve_gui.adapters.presentaciones.template import open_template
from tests.adapters.presentaciones.muestras import body_of, repacked, template, titles, write

if TYPE_CHECKING:
    from pathlib import Path

_NUMERO = re.compile(rb'(<p:ph(?! type="(?:dt|ftr|sldNum)")[^>]*?) idx="[0-9]+"')
_ESTILOS = re.compile(rb"<p:txStyles>.*</p:txStyles>", re.DOTALL)
_PARRAFO = (
    '<a:p {ns}><a:pPr{nivel} marL="432000" indent="-324000"><a:buChar char="-"/></a:pPr><a:r><a:rPr lang="en-US" '
    'sz="{letra}"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight></a:rPr><a:t>Texto</a:t></a:r></a:p>'
)


def as_libreoffice(parts: dict[str, bytes]) -> None:
    """Take out of a template what LibreOffice does not write, and write what it does: letters in the sample text."""
    for name, content in parts.items():
        if name.startswith("ppt/slideLayouts/slideLayout"):
            parts[name] = _NUMERO.sub(rb"\1", content)
    master = parse_xml(_ESTILOS.sub(b"", parts["ppt/slideMasters/slideMaster1.xml"]))
    for lugar, cuerpo in enumerate(master.iter("{*}txBody")):
        for parrafo in list(cuerpo.p_lst):
            cuerpo.remove(parrafo)
        for nivel, letra in enumerate((3300 - 900 * min(lugar, 2), 1200)):
            dicho = f' lvl="{nivel}"' if nivel else ""
            cuerpo.append(parse_xml(_PARRAFO.format(ns=nsdecls("a"), nivel=dicho, letra=letra)))
    parts["ppt/slideMasters/slideMaster1.xml"] = master.xml.encode()


@pytest.fixture
def plantilla() -> bytes:
    return repacked(template(), as_libreoffice)


def test_title_and_text_stand_each_in_its_place(tmp_path: Path, plantilla: bytes) -> None:
    deck = write(tmp_path, plantilla=plantilla)
    assert titles(deck)[2] == "Cómo usarlos"
    assert body_of(deck.slides[2]).text_frame.text == "Pasos\nDescargue\nAbra\nTexto suelto."
    for layout in layouts_of(deck):
        numeros = [lugar.get("idx", "0") for lugar in layout.element.iter("{*}ph")]
        assert len(set(numeros)) == len(numeros)


def test_letters_are_those_of_the_sample_text(plantilla: bytes) -> None:
    moldes = find_layouts(open_template(plantilla))
    titulo, cuerpo = (room(moldes, moldes.puntos, titulo=cual) for cual in (True, False))
    assert (titulo.letra, cuerpo.letra) == (33, 24)
    assert has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)
    cuerpos = [lugar for lugar in places_of(moldes.puntos.layout.slide_master) if lugar.name.startswith("Text")]
    niveles = [nivel for lugar in cuerpos for nivel in lugar.element.iterfind(".//{*}lstStyle/*")]
    assert [nivel.tag.rpartition("}")[2] for nivel in niveles] == ["lvl1pPr", "lvl2pPr"]
    letras = [(nivel[-1].get("sz"), nivel.find(".//{*}srgbClr").get("val")) for nivel in niveles]
    assert letras == [("2400", "FFFFFF"), ("1200", "FFFFFF")]
    assert not [marca for nivel in niveles for marca in nivel.iter("{*}highlight")]


def test_a_master_with_styles_stays_as_it_is() -> None:
    (master,) = open_template(template()).slide_masters
    assert [len(lugar.element.find(".//{*}lstStyle")) for lugar in places_of(master)][:2] == [0, 0]
