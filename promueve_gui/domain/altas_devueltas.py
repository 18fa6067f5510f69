"""New records in a returned sheet: what each row brings, and what of it cannot be read. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.cotejo import place, says_it_goes, where
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.diferencias import Diferencia, TipoDiferencia
from promueve_gui.domain.ficha import campos, defaults
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.interpretacion import DECLINADO, DudosoError, cell_text
from promueve_gui.domain.notas_al_pie import footnotes, is_note
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.interpretacion import Columna
    from promueve_gui.domain.partes import Partes, Renglon

_SIN_NOMBRE = "falta «{campo}» y sin eso no se sabe de qué trata el renglón; complételo y devuelva el archivo otra vez."
_REPETIDO = "otro renglón ya es «{titulo}»; decida si este es uno distinto, o corríjalo y devuelva el archivo otra vez."
_NOTA = "«{titulo}» parece una nota debajo de la tabla; si de verdad es {uno}, tómelo como está."
_TACHADO = "«{titulo}» viene tachado; si de verdad es {uno}, tómelo como está."
_DE_BAJA = (
    "«{titulo}» no parece un nombre y el renglón no dice de quién era; si es para quitar algo, retírelo en el "
    "proyecto; si de verdad es {uno}, tómelo como está."
)
_SOLO_CONJUNTO = frozenset({"conjunto"})  # all that those rows say that were sent to be filled in


@frozen
class _Leida:
    """A row as it was read: the text of each cell that says something, the values, and what is no value."""

    renglon: Renglon
    id: Id
    titulo: str
    dichos: Mapping[str, str]
    valores: Mapping[str, Valor]
    dudosos: Mapping[str, DudosoError]

    def place_of(self, campo: str) -> int | None:
        """Return which cell of the row holds a field; ``None`` when the sheet has no such column."""
        presentes = self.renglon.hoja.campos
        return presentes.index(campo) if campo in presentes else None


class Altas:
    """Reads the rows of one kind of record that are none of the project's yet."""

    def __init__(self, partes: Partes, entidad: str) -> None:
        """Take the sides of the comparison."""
        self._partes = partes
        self._entidad = entidad
        self._tipo = POR_ENTIDAD[entidad]
        self._iniciales = defaults(self._tipo)
        self._nombran = naming_fields(self._tipo)
        self._notas: dict[int, frozenset[int]] = {}  # by sheet

    def read(self, renglon: Renglon, columnas: Sequence[Columna], nuevo: Id) -> list[Diferencia]:
        """Return the new record that a row is, by the identity ``nuevo``, and a doubt for each cell that is unreadable.

        A row without what tells whose it is becomes one doubt; one that says nothing, or nothing new, none at all.
        """
        hoja, celdas = renglon.hoja, renglon.fila.celdas
        llenas = [
            (campo, celda, columna)
            for campo, celda, columna in zip(hoja.campos, celdas, columnas, strict=True)
            if celda is not None and celda is not ILEGIBLE and celda != ""
        ]
        dichos = {campo: cell_text(celda) for campo, celda, _ in llenas}
        if self._says_nothing_new(renglon, columnas, dichos):
            return []
        valores: dict[str, Valor] = {}
        dudosos: dict[str, DudosoError] = {}
        if "area" in self._iniciales and "area" not in hoja.campos and self._partes.area is not None:
            valores["area"] = self._partes.area
        for campo, celda, columna in llenas:
            try:
                valor = columna.read(celda)
            except DudosoError as error:
                dudosos[campo] = error.with_traceback(None)  # which holds this very frame
                continue
            if valor == DECLINADO:
                return []
            if valor != self._iniciales[campo]:
                valores[campo] = valor
        titulo = ": ".join(dichos.get(campo, "…") for campo in self._nombran)
        leida = _Leida(renglon, nuevo, titulo, dichos, valores, dudosos)
        if not all(map(valores.get, self._nombran)):
            return [self._unnamed(leida)]
        duda = self._doubt_about_it(leida)
        if duda:
            return [self._whole(leida, duda.format(titulo=titulo, uno=self._tipo.uno()))]
        return [self._new(leida), *(self._doubt(leida, campo) for campo in dudosos)]

    def _says_nothing_new(self, renglon: Renglon, columnas: Sequence[Columna], dichos: Mapping[str, str]) -> bool:
        """Tell whether a row is one that waits to be filled in, was dealt with before, or was taken back here since."""
        if self._tipo is UsoDatos and dichos.keys() <= _SOLO_CONJUNTO:
            return True
        memoria, base = self._partes.memoria, renglon.base
        if all(memoria.said(self._entidad, renglon.ref, campo, texto) for campo, texto in dichos.items()):
            return True
        return base is not None and all(
            columna.says(celda, getattr(base, campo))
            for campo, celda, columna in zip(renglon.hoja.campos, renglon.fila.celdas, columnas, strict=True)
        )

    def _new(self, leida: _Leida) -> Diferencia:
        renglon = leida.renglon
        parecido = self._partes.parecido(leida.titulo) if self._tipo is GrupoUsuarios else None
        return Diferencia(
            clave=self._key(renglon),
            tipo=TipoDiferencia.NUEVO,
            entidad=self._entidad,
            id=leida.id,
            titulo=leida.titulo,
            lugar=place(renglon),
            valores=leida.valores,
            parecido=parecido,
            fila=renglon.ref,
            dichos=leida.dichos,
        )

    def _doubt(self, leida: _Leida, campo: str) -> Diferencia:
        """Return the doubt about one cell of a new record, which is added without it."""
        error, lugar = leida.dudosos[campo], place(leida.renglon, leida.place_of(campo))
        return Diferencia(
            clave=f"{self._key(leida.renglon)}:{campo}",
            tipo=TipoDiferencia.VALOR,
            entidad=self._entidad,
            id=leida.id,
            titulo=leida.titulo,
            lugar=lugar,
            campo=campo,
            nuestro=self._iniciales[campo],
            suyo=error.cercano,
            texto=leida.dichos[campo],
            mensaje=f"{where(lugar)}: {error}",
            valores={} if error.cercano is None else {campo: error.cercano},
            fila=leida.renglon.ref,
            dichos={campo: leida.dichos[campo]},
        )

    def _unnamed(self, leida: _Leida) -> Diferencia:
        """Return the doubt about a whole row that cannot be added as it is; taken, it is with the nearest value."""
        faltan = [campo for campo in self._nombran if not leida.valores.get(campo)]
        campo = next((campo for campo in faltan if campo in leida.dudosos), faltan[0])
        error = leida.dudosos.get(campo)
        cercano = error.cercano if error is not None and len(faltan) == 1 else None
        lugar = place(leida.renglon, leida.place_of(campo))
        descritos = campos(self._tipo)
        mensaje = _SIN_NOMBRE.format(campo=descritos[campo].etiqueta) if error is None else str(error)
        otros = [f" {error}" for nombre, error in leida.dudosos.items() if nombre in faltan and nombre != campo]
        return Diferencia(
            clave=self._key(leida.renglon),
            tipo=TipoDiferencia.VALOR,
            entidad=self._entidad,
            id=leida.id,
            titulo=leida.titulo,
            lugar=lugar,
            campo=campo,
            suyo=cercano,
            texto="; ".join(f"{descritos[nombre].etiqueta}: {texto}" for nombre, texto in leida.dichos.items()),
            mensaje=f"{where(lugar)}: {mensaje}{''.join(otros)}",
            valores={} if cercano is None else {**leida.valores, campo: cercano},
            fila=leida.renglon.ref,
            dichos=leida.dichos,
        )

    def _doubt_about_it(self, leida: _Leida) -> str:
        """Return why it is not sure that a row is a new record, or nothing when it is."""
        renglon, dichos = leida.renglon, leida.dichos
        if renglon.repite:
            return _REPETIDO
        if renglon.fila.tachada:
            return _TACHADO
        if any(says_it_goes(dichos.get(campo, "")) for campo in self._nombran):
            return _DE_BAJA
        return _NOTA if self._is_note(leida) else ""

    def _is_note(self, leida: _Leida) -> bool:
        """Tell whether a row that says nothing but a name, or that and what is none of its columns, is hardly one."""
        renglon, dichos = leida.renglon, leida.dichos
        es_nota = any(is_note(dichos.get(campo, "")) for campo in self._nombran)
        otros = dichos.keys() - set(self._nombran)
        numeros = {campo for campo in otros if isinstance(leida.valores.get(campo), int)}  # sums
        if es_nota and all(campo in leida.dudosos or is_note(dichos[campo]) for campo in otros - numeros):
            return True
        if otros:
            return False
        notas = self._notas.get(id(renglon.hoja))
        if notas is None:
            notas = self._notas[id(renglon.hoja)] = footnotes(renglon.hoja)
        return renglon.fila.renglon in notas

    def _whole(self, leida: _Leida, mensaje: str) -> Diferencia:
        """Return the doubt whether a row is a record of its own; taken, it is."""
        lugar = place(leida.renglon)
        return Diferencia(
            clave=self._key(leida.renglon),
            tipo=TipoDiferencia.RENGLON,
            entidad=self._entidad,
            id=leida.id,
            titulo=leida.titulo,
            lugar=lugar,
            campo=self._nombran[0],
            suyo=leida.valores[self._nombran[0]],
            texto=leida.titulo,
            mensaje=f"{where(lugar)}: {mensaje}",
            valores=leida.valores,
            fila=leida.renglon.ref,
            dichos=leida.dichos,
        )

    def _key(self, renglon: Renglon) -> str:
        return f"{self._entidad}:+{renglon.hoja.nombre}:{renglon.fila.renglon}"
