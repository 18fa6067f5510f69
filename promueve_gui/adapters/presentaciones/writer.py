"""The door to PowerPoint: one presentation in, one .pptx out, on the institution's template or the one that ships."""

from __future__ import annotations

import io
from datetime import UTC
from typing import TYPE_CHECKING

from promueve_gui.adapters.presentaciones.deck import Hoja, compose_deck, institution_of
from promueve_gui.adapters.presentaciones.fitting import Repartida, fit, with_short_title
from promueve_gui.adapters.presentaciones.layouts import find_layouts, missing, room
from promueve_gui.adapters.presentaciones.slides import SlideMaker
from promueve_gui.adapters.presentaciones.template import damage_told, open_template
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.campos_combinados import combinar, conjuntos_citados
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.contenidos import Contenido

MAX_LAMINAS = 1000  # nobody shows more; and the library takes ever longer for each one
PRUEBA = Hoja(
    titulo="Título", parrafos=(Parrafo(Estilo.NUMERO, (Tramo("Punto", "https://www.gob.mx/"),), 1),), notas="Notas"
)  # what a template is tried with
_LARGO = 255  # the longest that a property may be
_VACIAS = ("comments", "category", "content_status", "identifier", "version")


def check_template(data: bytes) -> list[str]:
    """Make sure that a file serves as template, by trying it; return what it lacks and is made up for, a sentence each.

    Raises:
        UserError: ``plantilla_…``, when it is too large, old, damaged, has macros or fetches other files.
    """
    deck = open_template(data)
    with damage_told():
        faltas = missing(deck)
        maker = SlideMaker(deck, find_layouts(deck), PRUEBA.titulo)
        maker.add_cover(PRUEBA)
        maker.add_points(Repartida(PRUEBA))
        deck.save(io.BytesIO())
    return faltas


class DeckWriter:
    """Writes presentations. ``default`` is the template that ships."""

    def __init__(self, default: Path) -> None:
        """Remember it; it is read when first needed."""
        self._default = default

    def __call__(
        self, contenido: Contenido, entrega: Entrega, path: Path, progress: Progress = ignore_progress
    ) -> None:
        """Write ``contenido`` as .pptx at ``path``; may be stopped by ``progress``, which hears of every slide.

        Raises:
            UserError: ``plantilla_…``, when the template of the institution cannot be used, or ``presentacion_larga``.
            OSError: the file cannot be written.
        """
        deck = open_template(self._default.read_bytes() if entrega.plantilla is None else entrega.plantilla)
        exposicion = compose_deck(contenido, entrega.proyecto)
        with damage_told():
            moldes = find_layouts(deck)
            maker = SlideMaker(deck, moldes, exposicion.pie)
            maker.add_cover(with_short_title(exposicion.portada, room(moldes, moldes.portada, titulo=True)))
            caja, titulo = (room(moldes, moldes.puntos, titulo=cual) for cual in (False, True))
            repartidas = [r for hoja in exposicion.hojas for r in fit(with_short_title(hoja, titulo), caja)]
            if len(repartidas) > MAX_LAMINAS:
                raise UserError("presentacion_larga", laminas=len(repartidas), maximo=MAX_LAMINAS)
            for lugar, repartida in enumerate(repartidas):
                progress(lugar, len(repartidas))
                maker.add_points(repartida)
            _describe(deck, contenido, entrega)
        deck.save(str(path))


def _describe(deck: Deck, contenido: Contenido, entrega: Entrega) -> None:
    """Fill in the core properties: title, author, subject, key words, language and dates (in UTC)."""
    proyecto = entrega.proyecto
    institucion = institution_of(proyecto)
    claves = [dicho for c in conjuntos_citados(contenido, proyecto) for dicho in (c.nombre, c.palabras_clave) if dicho]
    core = deck.core_properties
    textos = {
        **dict.fromkeys(_VACIAS, ""),
        "title": combinar(contenido.nombre, contenido, proyecto),
        "author": contenido.autor.strip() or institucion,
        "subject": contenido.tipo.etiqueta if contenido.tipo else "",
        "keywords": ", ".join(claves),
        "last_modified_by": institucion,
        "language": "es-MX",
    }
    for propiedad, texto in textos.items():
        setattr(core, propiedad, " ".join(limpio(texto).split())[:_LARGO])
    core.created = core.modified = entrega.momento.astimezone(UTC).replace(tzinfo=None)
    core.revision = 1
