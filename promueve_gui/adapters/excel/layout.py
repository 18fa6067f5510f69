"""The columns of every sheet, derived from ``Campo``: one description that the writer follows and a reader can trust.

It says where each field stands and how wide it is; it knows neither cells nor styles nor files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Campo, Tipo, campos, campos_visibles
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

VERSION = 1  # of the layout, written in the file; raised whenever a reader would have to know
CLAVE_ID = "id"
HOLGURA = 500  # blank rows under the data that already have their dropdowns

# A sheet has to fit on a letter page and be read there: texts wrap, in less width than they would have on a screen.
_ANCHO_TEXTO = 28
_ANCHO_GIRADO = 6
_ESTRECHO = 14  # what is no wider than this stays as it is
# Types whose column is narrower than its title: the title is turned upwards.
GIRADOS = frozenset({Tipo.ESCALA, Tipo.BOOLEANO})


@frozen(kw_only=True)
class Columna:
    """One column. ``derivada`` marks what the program works out, which a reader must not take in.

    ``ayuda`` explains a column that is no field of a record; fields have theirs in ``recursos/ayuda``. ``fijo`` is its
    width in characters where the sheet has room to spare, for titles that lie flat too.
    """

    clave: str
    campo: Campo
    derivada: bool = False
    ayuda: str = ""
    fijo: int = 0

    @property
    def oculta(self) -> bool:
        """Tell whether the column is there for the program alone."""
        return self.clave == CLAVE_ID

    @property
    def ancho(self) -> int:
        """Return its width in characters, from the one that its field asks for."""
        if self.fijo:
            return self.fijo
        if self.girada:
            return _ANCHO_GIRADO
        return min(max(self.campo.ancho * 7 // 10, min(self.campo.ancho, _ESTRECHO)), _ANCHO_TEXTO)

    @property
    def girada(self) -> bool:
        """Tell whether its title is written upwards."""
        return self.campo.tipo in GIRADOS and not self.fijo


ID = Columna(clave=CLAVE_ID, campo=Campo(CLAVE_ID, Tipo.TEXTO, ancho=2), derivada=True)


def columnas(tipo: type[Registro], *, personales: bool = False) -> tuple[Columna, ...]:
    """Return the hidden identity and the visible fields of a record; data of persons only when asked for."""
    visibles = campos_visibles(tipo).items()
    return (ID, *(Columna(clave=c, campo=campo) for c, campo in visibles if personales or not is_personal(campo)))


def is_personal(campo: Campo) -> bool:
    """Tell whether a field names a person: by itself, or because what it refers to is known by a person's name."""
    if not campo.destino:
        return campo.personal
    destino = POR_ENTIDAD[campo.destino]
    return campo.personal or campos(destino)[destino.TITULO].personal
