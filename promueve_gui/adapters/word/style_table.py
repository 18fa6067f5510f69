"""The Word style of each part that a paragraph plays: how to recognise it in a letterhead, and how to make it.

Word writes the built-in names in English whatever its language, but ids in the user's («Ttulo1»), and other programs
write Spanish names; so a style is looked for by every name and id it is known to have.
"""

from __future__ import annotations

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.frozen import frozen


@frozen(kw_only=True)
class Receta:
    """One paragraph style. ``otros`` are other names and ids, folded; sizes and spaces in points, indents in cm.

    ``en_word`` is what Word in Spanish calls a built-in one. ``tamano`` 0 keeps the size of the letterhead's own text;
    ``acento`` takes the accent colour where there is one; ``alineacion`` is ``left``, ``right`` or ``center``; ``raya``
    draws a line at the left; ``junto`` leaves no space between neighbours of the same style.
    """

    nombre: str
    en_word: str = ""
    otros: frozenset[str] = frozenset()
    propio: bool = False
    tamano: float = 0
    negrita: bool = False
    cursiva: bool = False
    acento: bool = False
    alineacion: str = "left"
    antes: float = 0
    despues: float = 0
    interlineado: float = 1.0
    sangria: float = 0
    francesa: float = 0
    raya: bool = False
    con_siguiente: bool = False
    junto: bool = False
    nivel: int | None = None


RECETAS: dict[Estilo, Receta] = {
    Estilo.IDENTIFICACION: Receta(
        nombre="Identificación del comunicado", propio=True, alineacion="right", despues=8, junto=True
    ),
    Estilo.TITULO: Receta(
        nombre="Title",
        en_word="Título",
        otros=frozenset({"titulo", "ttulo", "titulo principal", "puesto"}),
        tamano=19,
        negrita=True,
        acento=True,
        antes=14,
        despues=8,
        con_siguiente=True,
    ),
    Estilo.CREDITO: Receta(nombre="Crédito", propio=True, tamano=10, despues=2),
    Estilo.SUMARIO: Receta(
        nombre="List Bullet",
        en_word="Lista con viñetas",
        otros=frozenset({"listbullet", "lista con vinetas", "listaconvietas"}),
        negrita=True,
        despues=3,
        interlineado=1.1,
        sangria=0.75,
        francesa=0.5,
    ),
    Estilo.TEXTO: Receta(
        nombre="Body Text",
        en_word="Texto independiente",
        otros=frozenset({"bodytext", "textbody", "texto independiente", "textoindependiente", "cuerpo de texto"}),
        antes=5,
        despues=2,
        interlineado=1.1,
    ),
    Estilo.CITA: Receta(
        nombre="Quote",
        en_word="Cita",
        otros=frozenset({"cita", "cita textual"}),
        cursiva=True,
        antes=8,
        despues=4,
        interlineado=1.1,
        sangria=1,
        raya=True,
    ),
    Estilo.SECCION: Receta(
        nombre="heading 1",
        en_word="Título 1",
        otros=frozenset({"heading1", "titulo 1", "ttulo1", "titulo1", "encabezado 1", "encabezado1"}),
        tamano=13,
        negrita=True,
        acento=True,
        antes=10,
        despues=2,
        con_siguiente=True,
        nivel=0,
    ),
    Estilo.APARTADO: Receta(
        nombre="heading 2",
        en_word="Título 2",
        otros=frozenset({"heading2", "titulo 2", "ttulo2", "titulo2", "encabezado 2", "encabezado2"}),
        tamano=11.5,
        negrita=True,
        acento=True,
        antes=8,
        despues=2,
        con_siguiente=True,
        nivel=1,
    ),
    Estilo.VINETA: Receta(
        nombre="List Bullet 2",
        en_word="Lista con viñetas 2",
        otros=frozenset({"listbullet2", "lista con vinetas 2", "listaconvietas2"}),
        despues=2,
        interlineado=1.1,
        sangria=1.1,
        francesa=0.5,
    ),
    Estilo.NUMERO: Receta(
        nombre="List Number",
        en_word="Lista con números",
        otros=frozenset({"listnumber", "lista con numeros", "listaconnmeros"}),
        despues=2,
        interlineado=1.1,
        sangria=1.1,
        francesa=0.6,
    ),
    Estilo.FICHA: Receta(nombre="Renglón de ficha", propio=True, despues=4, sangria=5.2, francesa=5.2),
    Estilo.DATOS: Receta(nombre="Liga de los datos", propio=True, antes=2, despues=4),
    Estilo.CIERRE: Receta(nombre="Cierre", propio=True, alineacion="center", antes=4, despues=0),
    Estilo.CONTACTO: Receta(nombre="Contacto", propio=True, tamano=9, despues=2),
}

FUERTE = "Strong"
FUERTE_OTROS = frozenset({"strong", "texto en negrita", "textoennegrita", "strong emphasis", "destaque mayor"})
ENFASIS = "Emphasis"
ENFASIS_OTROS = frozenset({"emphasis", "enfasis", "nfasis", "destaque"})
ENLACE = "Hyperlink"
ENLACE_OTROS = frozenset({"hyperlink", "hipervinculo", "hipervnculo", "enlace de internet", "internet link"})
AZUL_ENLACE = "0563C1"
