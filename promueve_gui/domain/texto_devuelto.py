"""What a content says as it left in Word, and what its file says when it comes back, before the two meet. Data only.

Writers and readers of documents make these; nothing here opens files.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.enriquecido import Bloque
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

PARTE = ":"  # between kind, identity and field of what is no field of the content itself


@frozen(kw_only=True)
class ParrafoEscrito:
    """A paragraph of the document as it is written, tidied up as readers tidy up what comes back.

    ``campo`` is the field that it is a line of («cuerpo», «lamina:<id>:puntos»), empty for what comes from elsewhere;
    ``titula`` tells that it only stands above that field, ``fijo`` that every document of its kind says so.
    ``etiqueta`` is what stands before the value in the same paragraph, ``marca`` the bookmark that the paragraph
    carries, ``aspecto`` what those that look alike have in common.
    """

    bloque: Bloque
    campo: str = ""
    titula: bool = False
    fijo: bool = False
    etiqueta: str = ""
    marca: str = ""
    aspecto: str = ""

    @property
    def encabeza(self) -> bool:
        """Tell whether a part of the document begins with it: the heading of a field, or the title of a slide."""
        return self.titula or self.campo.endswith(f"{PARTE}nombre")


@frozen(kw_only=True)
class Revision:
    """A tracked change: what was added or taken out, by whom and when (ISO 8601, as the file says it)."""

    agregado: bool
    texto: str
    autor: str = ""
    momento: str = ""


@frozen(kw_only=True)
class Comentario:
    """A comment of the file, the words that it is on, and what was answered; ``resuelto``: marked as dealt with."""

    texto: str
    citado: str = ""
    autor: str = ""
    momento: str = ""
    resuelto: bool = False
    respuestas: tuple[Comentario, ...] = ()


class ClaseAjena(Enum):
    """What a document may hold beside text; the value is how it is told."""

    CUADRO = "un cuadro de texto"
    NOTA = "una nota"
    IMAGEN = "una imagen"
    FORMULA = "una fórmula"
    SIMBOLO = "un símbolo"
    TACHADO = "texto tachado"


@frozen
class Ajeno:
    """Something in a paragraph that is no text of it; ``texto`` is what it says itself, if it does."""

    clase: ClaseAjena
    texto: str = ""


@frozen(kw_only=True)
class ParrafoDevuelto:
    """A paragraph as it stands in the file once all tracked changes are accepted; ``bloque`` has no words if none do.

    ``marcas`` are the bookmarks that touch it, ``estilo`` is how the file calls what it looks like; ``heredado`` tells
    that a paragraph deleted before it looked so, and left that behind; ``tabla`` numbers the table it is in, if any.
    ``huella`` is that of its words without those that programs fill in, such as a date.
    """

    bloque: Bloque
    estilo: str = ""
    heredado: bool = False
    tabla: int = 0
    marcas: tuple[str, ...] = ()
    revisiones: tuple[Revision, ...] = ()
    comentarios: tuple[Comentario, ...] = ()
    ajenos: tuple[Ajeno, ...] = ()
    huella: str = ""


@frozen(kw_only=True)
class TextoDevuelto:
    """The body of a returned document, from its first paragraph to its last, and its headers and footers.

    ``hoja`` has the prints of what its letterhead said when it left; without any, nobody knows what that was.
    ``imagenes`` is how many pictures the body left with, ``None`` where nobody knows.
    """

    parrafos: Sequence[ParrafoDevuelto]
    contenido: Id = ""
    margenes: Sequence[ParrafoDevuelto] = ()
    hoja: frozenset[str] = frozenset()
    imagenes: int | None = None


class Componer(Protocol):
    """Tells which paragraphs the document of a content has."""

    def __call__(self, contenido: Contenido, proyecto: Proyecto) -> Sequence[ParrafoEscrito]:
        """Return them in their order."""


@frozen(kw_only=True)
class CampoRevisado:
    """A field of a content as the file has it: what people did to it, beside the words that differ.

    ``clave`` is that of the difference that it may have, empty for what is no field; ``antes`` and ``despues`` are both
    texts as readers see them.
    """

    titulo: str
    clave: str = ""
    antes: str = ""
    despues: str = ""
    revisiones: tuple[Revision, ...] = ()
    comentarios: tuple[Comentario, ...] = ()


@frozen
class Candidato:
    """A content that a document may be of, and which share of their words they have in common, from 0 to 1."""

    id: Id
    titulo: str
    parecido: float


def huella(texto: str) -> str:
    """Return the print of a text, by which one knows it again however a program spaces it."""
    return f"{crc32(plegar(texto).replace(' ', '').encode()):x}"
