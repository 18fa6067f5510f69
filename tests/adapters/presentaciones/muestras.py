"""Presentations and templates to try, and how to read back what was written."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, cast

from pptx import Presentation

from promueve_gui.adapters.presentaciones.writer import DeckWriter
from promueve_gui.application.export_documents import Entrega
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import MOMENTO, project, sheet
from tests.arquitectura.fuentes import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide, SlideLayout

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

PLANTILLA = ROOT / "recursos" / "plantillas" / "presentacion.pptx"
CONTENIDO = sheet(
    nombre="Los datos abiertos de puentes rurales",
    tipo=TipoContenido.PRESENTACION,
    conjuntos=("puentes", "caminos"),
    fecha=date(2026, 3, 3),
    autor="Dirección de Conservación Rural",
    correo_contacto="puentes@secapur.example.org",
    contacto_tecnico="tec",
)
LAMINAS = (
    Lamina(
        id="2",
        contenido="c",
        orden=2,
        nombre="Cómo usarlos",
        puntos="## Pasos\n\n3. Descargue\n4. Abra\n\nTexto suelto.",
    ),
    Lamina(
        id="1",
        contenido="c",
        orden=1,
        nombre="Qué hay en {conjunto}",
        puntos="- **4,812 puentes**\n- Carga *máxima*\n- Vea [el portal](https://datos.example.org/x)",
        notas="Saludar.\nPresentar al equipo.",
        texto_alternativo="Mapa de los puentes",
    ),
)


def write(
    folder: Path,
    contenido: Contenido = CONTENIDO,
    laminas: Sequence[Lamina] = LAMINAS,
    plantilla: bytes | None = None,
    proyecto: Proyecto | None = None,
) -> Deck:
    """Write a presentation as the program does, and read it back."""
    path = folder / "p.pptx"
    entrega = Entrega(proyecto=proyecto or project(*laminas), momento=MOMENTO, plantilla=plantilla)
    DeckWriter(PLANTILLA)(contenido, entrega, path)
    return Presentation(str(path))


def lamina(puntos: str, nombre: str = "Lámina", **campos: str) -> Lamina:
    """Return the only slide of a presentation."""
    return Lamina(id="l", contenido="c", orden=1, nombre=nombre, puntos=puntos, **campos)


def shapes_of(slide: Slide) -> list[Shape]:
    """Return the shapes of a slide that can hold text."""
    return [cast("Shape", shape) for shape in slide.shapes if shape.has_text_frame]


def body_of(slide: Slide) -> Shape:
    """Return what holds the points of a slide: neither title, number nor foot."""
    ajenas = {"Título", "Número de lámina", "Pie"}
    titulo = slide.shapes.title
    (hallado,) = [
        s for s in shapes_of(slide) if s.name not in ajenas and (titulo is None or s.shape_id != titulo.shape_id)
    ]
    return hallado


def titles(deck: Deck) -> list[str]:
    """Return the title of each slide, which all must have."""
    hallados = [slide.shapes.title for slide in deck.slides]
    assert all(hallado is not None for hallado in hallados)
    return [hallado.text_frame.text for hallado in hallados if hallado is not None]


def template(change: Callable[[Deck], object] = lambda _: None) -> bytes:
    """Return the empty presentation of python-pptx, 4:3 and in English, after a change."""
    deck, saved = Presentation(), io.BytesIO()
    change(deck)
    deck.save(saved)
    return saved.getvalue()


def layouts_without(*nombres: str) -> Callable[[Deck], None]:
    """Return a change that takes layouts away."""

    def change(deck: Deck) -> None:
        for layout in list(cast("Iterable[SlideLayout]", deck.slide_layouts)):
            if layout.name in nombres:
                deck.slide_layouts.remove(layout)

    return change


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return a package after a change in its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return saved.getvalue()
