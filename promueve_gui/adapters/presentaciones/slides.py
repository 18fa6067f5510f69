"""Slides become PowerPoint: real titles, points, links, notes, numbers and foot. Nothing is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from promueve_gui.adapters.presentaciones.background import Fondo
from promueve_gui.adapters.presentaciones.fitting import cover_ratio, title_ratio
from promueve_gui.adapters.presentaciones.layouts import (
    NUMEROS,
    PIES,
    body_box,
    box_of,
    footer_box,
    footer_of,
    has_bullets,
    number_box,
    number_of,
    place_of,
    room,
    same_places,
    styles_of,
    title_box,
)
from promueve_gui.adapters.presentaciones.paragraphs import Letra, Signo, add_paragraphs, add_words, hanging
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import Slide

    from promueve_gui.adapters.presentaciones.deck import Hoja
    from promueve_gui.adapters.presentaciones.fitting import Caja, Repartida
    from promueve_gui.adapters.presentaciones.layouts import Molde, Moldes

_PIE = (
    '<p:sp {ns}><p:nvSpPr><p:cNvPr id="{identidad}" name="{nombre}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="{tipo}" sz="quarter" idx="{indice}"/></p:nvPr></p:nvSpPr><p:spPr>{donde}</p:spPr>'
    '<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p>{dentro}</a:p></p:txBody></p:sp>'
)
_NUMERO = (
    '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="es-MX">{}</a:rPr>'
    "<a:t>‹#›</a:t></a:fld>"
)
_COLOR = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
_DONDE = (
    '<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
)


class _Medidas:
    """What of a layout is the same on every slide, asked of python-pptx once."""

    def __init__(self, moldes: Moldes, molde: Molde) -> None:
        layout, fondo = molde.layout, Fondo(molde.layout)

        def colour(
            lugar: LayoutPlaceholder | None, hecha: tuple[int, int, int, int], aspecto: Sequence[BaseOxmlElement]
        ) -> str:
            return fondo.colour_for(box_of(lugar, hecha), aspecto, del_molde=lugar is not None)

        self.titulo, self.cuerpo = (room(moldes, molde, titulo=cual) for cual in (True, False))
        self.numero, self.pie = number_of(layout), footer_of(layout)
        titulo, cuerpo = (place_of(molde, titulo=cual) for cual in (True, False))
        hecha = body_box(moldes, molde)
        aspecto = [] if cuerpo is None else styles_of(layout, cuerpo, titulo=False)
        self.color_titulo = colour(titulo, title_box(moldes), styles_of(layout, titulo, titulo=True))
        self.color_cuerpo = colour(cuerpo, hecha, aspecto)
        self.color_numero = colour(self.numero, number_box(moldes), same_places(layout, self.numero, NUMEROS))
        self.color_pie = colour(self.pie, footer_box(moldes), same_places(layout, self.pie, PIES))
        self.nombres = fondo.names_for(box_of(cuerpo, hecha), aspecto, del_molde=cuerpo is not None)


@frozen
class _Lugar:
    """A place for text and its room; ``propio`` tells that the layout has none, so that letters are given a look."""

    shape: Shape
    caja: Caja
    propio: bool
    color: str = ""

    def letters(self, razon: float) -> Letra:
        """Return what to give to letters: nothing where they are as the template has them."""
        return Letra(round(self.caja.letra * razon) if self.propio or razon < 1 else 0, self.color)


class SlideMaker:
    """Adds slides to a presentation, all with the same foot."""

    def __init__(self, deck: Deck, moldes: Moldes, pie: str) -> None:
        """Take the layouts to use, and what stands at the foot."""
        self._deck, self._moldes, self._pie = deck, moldes, pie
        self._de_portada, self._de_puntos = (_Medidas(moldes, molde) for molde in (moldes.portada, moldes.puntos))
        propio = has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)
        self._signo = Signo.DE_LA_PLANTILLA if propio else Signo.PUESTO

    def add_cover(self, hoja: Hoja) -> None:
        """Add the cover: the title, and beneath it who, and when. Its foot is what the template has, and no more."""
        razon = cover_ratio(self._de_portada.cuerpo, hoja.parrafos)
        slide = self._add(self._moldes.portada, self._de_portada, hoja, razon, Signo.NINGUNO)
        self._add_foot(slide, self._de_portada, solo_suyo=True)

    def add_points(self, repartida: Repartida) -> None:
        """Add a slide of points, which fits already."""
        slide = self._add(self._moldes.puntos, self._de_puntos, repartida.hoja, repartida.razon, self._signo)
        self._add_foot(slide, self._de_puntos)

    def _add(self, molde: Molde, medidas: _Medidas, hoja: Hoja, razon: float, signo: Signo) -> Slide:
        slide: Slide = self._deck.slides.add_slide(molde.layout)
        sobrantes = list(slide.placeholders)  # those of the layout; what stays empty goes
        titulo = self._place(slide, molde, medidas, titulo=True)
        _write_title(titulo, hoja.titulo)
        usados = {molde.titulo}
        if hoja.parrafos:
            cuerpo = self._place(slide, molde, medidas, titulo=False)
            add_paragraphs(
                cuerpo.shape, hoja.parrafos, cuerpo.letters(razon), signo, hanging(cuerpo.caja.letra * razon)
            )
            usados.add(molde.cuerpo)
            if medidas.nombres and any(tramo.enlace for parrafo in hoja.parrafos for tramo in parrafo.tramos):
                _name_colours(slide, medidas.nombres)
        for shape in sobrantes:
            if shape.placeholder_format.idx not in usados:
                shape.element.getparent().remove(shape.element)
        if hoja.notas:
            _write_notes(slide, hoja.notas)
        return slide

    def _place(self, slide: Slide, molde: Molde, medidas: _Medidas, *, titulo: bool) -> _Lugar:
        """Return a place of the layout, or one that is made where the layout has none."""
        indice, caja, color = (
            (molde.titulo, medidas.titulo, medidas.color_titulo)
            if titulo
            else (molde.cuerpo, medidas.cuerpo, medidas.color_cuerpo)
        )
        for shape in slide.placeholders:
            if indice is not None and shape.placeholder_format.idx == indice:
                return _Lugar(cast("Shape", shape), caja, propio=False, color=color)
        donde = title_box(self._moldes) if titulo else body_box(self._moldes, molde)
        hecho = slide.shapes.add_textbox(*map(Emu, donde))
        hecho.name = "Título" if titulo else "Texto"
        hecho.text_frame.word_wrap = True
        if titulo:  # a title for whoever is read the slide, though the layout has no place for one
            hecho.element.get_or_add_txBody().bodyPr.set("vert", "horz")  # that of the layout may stand sideways
            hecho.element.nvSpPr.nvPr.append(parse_xml(f'<p:ph {nsdecls("p")} type="title"/>'))
        return _Lugar(hecho, caja, propio=True, color=color)

    def _add_foot(self, slide: Slide, medidas: _Medidas, *, solo_suyo: bool = False) -> None:
        """Add foot and number, with ``solo_suyo`` where the layout has them: the library leaves those out."""
        ns = nsdecls("a", "p")
        numero, color = (_COLOR.format(c) if c else "" for c in (medidas.color_numero, medidas.color_pie))
        pie = parse_xml(f'<a:r {ns}><a:rPr lang="es-MX">{color}</a:rPr><a:t/></a:r>')
        pie[1].text = limpio(self._pie)
        propio = _NUMERO.format(numero)
        partes = [("sldNum", "Número de lámina", medidas.numero, number_box(self._moldes), propio)]
        if self._pie:
            partes.append(("ftr", "Pie", medidas.pie, footer_box(self._moldes), ""))
        for tipo, nombre, suyo, caja, dentro in partes:
            if solo_suyo and suyo is None:
                continue
            identidad = max(shape.shape_id for shape in slide.shapes) + 1
            hecho = parse_xml(
                _PIE.format(
                    ns=ns,
                    identidad=identidad,
                    nombre=nombre,
                    tipo=tipo,
                    indice=_index(suyo, identidad),
                    donde="" if suyo is not None else _DONDE.format(*caja),
                    dentro=dentro,
                )
            )
            if not dentro:
                hecho.txBody.p_lst[0].append(pie)
            slide.shapes.element.append(hecho)


def _index(suyo: LayoutPlaceholder | None, identidad: int) -> int:
    """Return the place of the layout that a foot stands for; one of its own where there is none."""
    return suyo.placeholder_format.idx if suyo is not None else 900 + identidad


def _name_colours(slide: Slide, nombres: Mapping[str, str]) -> None:
    """Give the colours of the theme other names on a slide: a link has no colour of its own in older programs."""
    for anterior in slide.element.findall(qn("p:clrMapOvr")):
        slide.element.remove(anterior)
    hecho = parse_xml(f"<p:clrMapOvr {nsdecls('a', 'p')}><a:overrideClrMapping/></p:clrMapOvr>")
    hecho[0].attrib.update(nombres)
    slide.element.cSld.addnext(hecho)


def _write_title(lugar: _Lugar, titulo: str) -> None:
    """Write a title, smaller if it is long."""
    razon = title_ratio(lugar.caja, titulo)
    add_words(lugar.shape.text_frame.paragraphs[0], (Tramo(titulo),), lugar.letters(razon))


def _write_notes(slide: Slide, notas: str) -> None:
    marco = slide.notes_slide.notes_text_frame
    if marco is not None:  # the notes of this template have no place for text
        marco.text = limpio(notas)
        for parrafo in marco.paragraphs:
            for run in parrafo.runs:
                run.font.language_id = MSO_LANGUAGE_ID.MEXICAN_SPANISH
