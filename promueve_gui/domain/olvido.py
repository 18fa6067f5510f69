"""Forgetting one person: what each stored text becomes. The same text always becomes the same, wherever it is kept.

That is what keeps the history whole: records and past editions are told alike, so every edition still fits.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos, per_type
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.personas import BORRADO, Busqueda
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.domain.proyecto import Clave, Proyecto


@frozen
class Olvido:
    """What is erased: the words of ``busqueda`` wherever they stand, and every personal field of ``propios``.

    ``ajenos`` are records that the user left out, such as those of somebody with the same name: they stay as they are.
    """

    busqueda: Busqueda
    propios: frozenset[Clave] = frozenset()
    ajenos: frozenset[Clave] = frozenset()

    def value(self, clave: Clave, nombre: str, texto: str) -> str:
        """Return what the field ``nombre`` of a record says afterwards."""
        campo = text_fields(POR_ENTIDAD[clave[0]]).get(nombre) if clave[0] in POR_ENTIDAD else None
        if campo is None or not texto or clave in self.ajenos:
            return texto
        if campo.personal and clave in self.propios:
            return BORRADO
        if campo.personal and campo.tipo is Tipo.TEXTO_LARGO:  # a list of persons: what stands beside the name goes too
            return self.busqueda.erased_by_lines(texto)
        return self.json(texto) if is_json(campo) else self.busqueda.erased(texto)

    def json(self, texto: str) -> str:
        """Return what a text in JSON says afterwards, or any text that is none."""
        if not self.busqueda.may_hold(texto):
            return texto
        try:
            dicho = json.loads(texto)
        except ValueError:
            return self.busqueda.erased(texto)
        limpio = self._cleaned(dicho)
        return texto if limpio == dicho else json.dumps(limpio, ensure_ascii=False, separators=(",", ":"))

    def spares(self, claves: frozenset[Clave]) -> bool:
        """Tell whether an edition of these records is left as it is: it is about others alone."""
        return bool(claves) and claves <= self.ajenos

    def cambios(self, proyecto: Proyecto) -> list[Cambio]:
        """Return what changes in the records of ``proyecto``, withdrawn ones included."""
        pasos = (self._record(registro) for tipo in TIPOS for registro in self._concerned(tipo, proyecto.todos(tipo)))
        return [paso for paso in pasos if paso is not None]

    def concerned(self, entidad: str, ids: Sequence[Id], textos: Sequence[Sequence[str]]) -> list[int]:
        """Return the places of the records of a table, with these identities and texts, that may change."""
        lugares = set(self.busqueda.sift(["\n".join(suyos) for suyos in textos]))
        suyas = {identidad for tabla, identidad in self.propios if tabla == entidad}
        if suyas:
            lugares.update(lugar for lugar, identidad in enumerate(ids) if identidad in suyas)
        return sorted(lugares)

    def _concerned(self, tipo: type[Registro], registros: Sequence[Registro]) -> list[Registro]:
        get = attrgetter("id", *text_fields(tipo))  # every kind has a text at least: the reason of its withdrawal
        filas = [get(registro) for registro in registros]
        ids, textos = [fila[0] for fila in filas], [fila[1:] for fila in filas]
        return [registros[lugar] for lugar in self.concerned(tipo.ENTIDAD, ids, textos)]

    def _record(self, registro: Registro) -> Cambio | None:
        clave = (registro.ENTIDAD, registro.id)
        textos = {nombre: getattr(registro, nombre) for nombre in text_fields(type(registro))}
        return cambio(registro, **{nombre: self.value(clave, nombre, texto) for nombre, texto in textos.items()})

    def _cleaned(self, dicho: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
        if isinstance(dicho, str):
            return self.busqueda.erased(dicho)
        if isinstance(dicho, list):
            return [self._cleaned(parte) for parte in dicho]
        return {llave: self._cleaned(parte) for llave, parte in dicho.items()} if isinstance(dicho, dict) else dicho


@per_type
def text_fields(tipo: type[Registro]) -> Mapping[str, Campo]:
    """Return the fields of a kind that hold what people write, and so may name somebody."""
    return {nombre: campo for nombre, campo in campos(tipo).items() if campo.tipo in TEXTUALES}


def is_json(campo: Campo) -> bool:
    """Tell whether a text is kept for the program alone: nobody sees a long text that is hidden, and it is JSON."""
    return campo.oculto and campo.tipo is Tipo.TEXTO_LARGO
