"""What differs between a returned workbook and the project, as data: to be shown, decided on, and applied. No logic."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.importacion import Problema
    from promueve_gui.domain.texto_devuelto import CampoRevisado, Candidato


class TipoDiferencia(Opcion):
    """What kind of difference it is. Only the first two are certain, and taken unless somebody says otherwise.

    ``RENGLON`` is a whole row of which it is not sure that it is a new record.
    """

    CAMBIO = "cambio", "Cambia"
    NUEVO = "nuevo", "Nuevo"
    CONFLICTO = "conflicto", "En conflicto"
    FALTANTE = "faltante", "Ya no viene"
    TACHADO = "tachado", "Viene tachado"
    VALOR = "valor", "No se entiende"
    RENGLON = "renglon", "Por confirmar"


CIERTAS = frozenset({TipoDiferencia.CAMBIO, TipoDiferencia.NUEVO})
RETIRAN = frozenset({TipoDiferencia.FALTANTE, TipoDiferencia.TACHADO})  # taken, something goes


class Decision(Opcion):
    """What somebody decided about a difference. There is no default for what is not certain: it waits."""

    TOMAR = "tomar", "Lo del archivo"
    CONSERVAR = "conservar", "Lo del proyecto"
    AMBOS = "ambos", "Los dos textos"
    ESPERAR = "esperar", "Decidir después"


@frozen(kw_only=True)
class Lugar:
    """Where in the file: sheet, row from 1 and column letter; row 0 and no letter when it is about a missing row."""

    hoja: str
    renglon: int = 0
    columna: str = ""


@frozen(kw_only=True)
class Diferencia:
    """One difference: a field of a record, or a whole record that is new or no longer comes (``campo`` empty).

    ``clave`` tells it from the others of its file; ``fila`` is the word by which its row is known when the file comes
    again, and ``dichos`` what its cells say, by field. ``base`` is what was exported, ``nuestro`` what the project says
    now, ``suyo`` what the file says (for ``VALOR`` the nearest valid value, or ``None``) and ``texto`` its cell as
    written. ``valores`` are all the fields that are set when it is taken; ``parecido`` an existing record that a new
    one looks like. ``mensaje`` says in a sentence what is wrong and what to do, where something is.
    """

    clave: str
    tipo: TipoDiferencia
    entidad: str
    id: Id
    titulo: str
    lugar: Lugar
    campo: str = ""
    base: Valor = None
    nuestro: Valor = None
    suyo: Valor = None
    texto: str = ""
    mensaje: str = ""
    valores: Mapping[str, Valor] = field(default_factory=dict)
    parecido: Id | None = None
    fila: str = ""
    dichos: Mapping[str, str] = field(default_factory=dict)

    @property
    def cierta(self) -> bool:
        """Tell whether it is taken unless somebody says otherwise."""
        return self.tipo in CIERTAS


@frozen(kw_only=True)
class Devolucion:
    """A returned workbook compared with the project, as it was at line ``posicion`` of its bitácora.

    ``iguales`` counts records without differences, by table; ``conservados`` fields that only the project changed since
    the export; ``avisos`` says in sentences what people should know of the whole file (an older version, the same file
    again). ``reconocidas`` are the rows without identity that are records of the project, by table: key and identity.
    Of a document, ``contenido`` is the content that it is of, ``None`` while nobody knows; ``candidatos`` are those
    that it may be of where it does not say; ``revisados`` are the fields that people worked on in it.
    """

    libro: LibroDevuelto
    area: Id | None
    diferencias: Sequence[Diferencia]
    iguales: Mapping[str, int]
    conservados: int
    problemas: Sequence[Problema]
    avisos: Sequence[str] = ()
    posicion: int = 0
    reconocidas: Mapping[str, Sequence[tuple[str, Id]]] = field(default_factory=dict)
    contenido: Id | None = None
    revisados: Sequence[CampoRevisado] = ()
    candidatos: Sequence[Candidato] = ()

    @property
    def sin_elegir(self) -> bool:
        """Tell whether it is a document of which nobody knows yet what content it is."""
        return self.libro.texto is not None and self.contenido is None
