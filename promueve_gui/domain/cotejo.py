"""Compares one row of a returned sheet with what was sent and with what the project says today. Pure.

Only cells that say something else than what was sent count; of a row that was not sent, only what it fills in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.diferencias import Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.ficha import Tipo, campos, defaults
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.interpretacion import DudosoError, cell_text
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.devueltos import Celda
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.interpretacion import Columna
    from promueve_gui.domain.partes import Partes, Renglon

_VACIADO = "«{campo}» decía «{base}» y ahora está vacío, pero hace falta; escríbalo o conserve lo que había."
_DE_BAJA = "dice «{dicho}» donde se envió «{base}»; si es para quitarlo, retírelo en el proyecto, o conserve el nombre."
_RETIRADO = "Se retiró del proyecto ({motivo}) y el archivo lo trae con cambios; decida si vuelve a usarse."
_AJENO = "{lugar}: este nombre se envió en otro renglón; si de verdad cambia de nombre, tome lo del archivo."
_REPETIDO = "Otro renglón del mismo archivo dice otra cosa de lo mismo; elija cuál vale."
_SIGNOS = "*.:!¡-\u2013\u2014()[] "  # around such a word
TACHADO = "Viene tachado."
# What people write over a name to say that it goes.
_BAJAS = frozenset(
    ("baja", "borrado", "borrar", "dar de baja", "eliminado", "eliminar", "n/a", "no aplica", "quitar", "ya no existe")
)


class Cotejo:
    """Compares the rows of one kind of record; counts what has no differences and what only the project changed."""

    def __init__(self, partes: Partes, entidad: str) -> None:
        """Take the sides of the comparison."""
        self._partes = partes
        self._entidad = entidad
        self._tipo = POR_ENTIDAD[entidad]
        self._campos = campos(self._tipo)
        self._iniciales = defaults(self._tipo)
        self._propuestos: dict[tuple[Id, str], Valor] = {}  # what a row of this file proposes already
        self.iguales = 0
        self.conservados = 0

    def compare(self, renglon: Renglon, columnas: Sequence[Columna]) -> list[Diferencia]:
        """Return the differences of a row that is a record of the project."""
        nuestro = renglon.nuestro
        halladas = [] if nuestro is None else list(self._changed(renglon, nuestro, columnas))
        if not halladas:
            self.iguales += 1
        elif nuestro is not None and not nuestro.activo:
            return [self._withdrawn(renglon, nuestro, halladas)]
        return halladas

    def struck(self, renglon: Renglon, nuestro: Registro) -> Iterator[Diferencia]:
        """Yield the question whether a record that was sent goes, since somebody struck its row through."""
        enviado = renglon.base is not None and renglon.fila.tachada
        if not enviado or not nuestro.activo or self._partes.memoria.missed(self._entidad, nuestro.id):
            return
        titulo, lugar = title_of(nuestro, self._partes), place(renglon)
        yield Diferencia(
            clave=f"{self._entidad}:{renglon.clave if renglon.copia else nuestro.id}:",
            tipo=TipoDiferencia.TACHADO,
            entidad=self._entidad,
            id=nuestro.id,
            titulo=titulo,
            lugar=lugar,
            nuestro=titulo,
            texto=TACHADO,
            mensaje=f"{where(lugar)}: «{titulo}» viene tachado; decida si se retira o se conserva.",
            valores={"retirado": f"Viene tachado en «{self._partes.archivo}»."},
            fila=nuestro.id,
        )

    def _changed(self, renglon: Renglon, nuestro: Registro, columnas: Sequence[Columna]) -> Iterator[Diferencia]:
        base = renglon.base
        for lugar, (campo, celda, columna) in enumerate(
            zip(renglon.hoja.campos, renglon.fila.celdas, columnas, strict=True)
        ):
            propio = getattr(nuestro, campo)
            if celda is ILEGIBLE:
                continue
            if base is None:
                if not self._fills_in(renglon, campo, celda, columna, propio):
                    continue
            elif columna.says(celda, enviado := getattr(base, campo)):
                self.conservados += nuestro is not base and propio != enviado
                continue
            if not self._partes.memoria.said(self._entidad, renglon.ref, campo, cell_text(celda)):
                hallada = self._difference(renglon, nuestro, lugar, columna)
                if hallada is not None:
                    yield hallada

    def _fills_in(self, renglon: Renglon, campo: str, celda: Celda, columna: Columna, propio: Valor) -> bool:
        """Tell whether a row that was not sent says something in a field, and something that it has not said before."""
        if celda is None or celda == "" or (renglon.llave and campo in naming_fields(self._tipo)):
            return False
        visto = renglon.visto
        if visto is None or not columna.says(celda, getattr(visto, campo)):
            return True
        return not renglon.nueva and propio == self._iniciales[campo]

    def _difference(self, renglon: Renglon, nuestro: Registro, lugar: int, columna: Columna) -> Diferencia | None:
        """Return what a cell that says something else comes to; ``None`` when it comes to the same."""
        campo, celda = renglon.hoja.campos[lugar], renglon.fila.celdas[lugar]
        propio = getattr(nuestro, campo)
        base = None if renglon.base is None else self._redirected(campo, getattr(renglon.base, campo))
        try:
            valor = columna.read(celda)
        except DudosoError as error:
            return self._doubtful(renglon, nuestro, lugar, str(error), error.cercano)
        if _same(columna, valor, propio):
            return None
        if renglon.base is None:
            cierta, omitido = propio == self._iniciales[campo], valor == self._iniciales[campo]
        else:
            cierta, omitido = _same(columna, propio, base), _same(columna, valor, base)
        if omitido:
            return None
        if columna.campo.requerido and not valor:
            mensaje = _VACIADO.format(campo=columna.campo.etiqueta, base=columna.written(propio))
            return self._doubtful(renglon, nuestro, lugar, mensaje, None)
        if campo in naming_fields(self._tipo) and says_it_goes(cell_text(celda), columna.written(propio)):
            mensaje = _DE_BAJA.format(dicho=cell_text(celda), base=columna.written(propio))
            return self._doubtful(renglon, nuestro, lugar, mensaje, None)
        if renglon.nombre_ajeno:
            mensaje = _AJENO.format(lugar=where(place(renglon, lugar)))
            return self._made(TipoDiferencia.CONFLICTO, renglon, nuestro, lugar, valor, mensaje)
        anterior = self._propuestos.setdefault((nuestro.id, campo), valor)
        if anterior != valor:
            return self._made(TipoDiferencia.CONFLICTO, renglon, nuestro, lugar, valor, _REPETIDO)
        tipo = TipoDiferencia.CAMBIO if cierta else TipoDiferencia.CONFLICTO
        return self._made(tipo, renglon, nuestro, lugar, valor)

    def _redirected(self, campo: str, valor: Valor) -> Valor:
        """Return what was sent, with links to the groups that stand today for those that were merged."""
        descrito = self._campos[campo]
        if descrito.destino != GrupoUsuarios.ENTIDAD or not valor:
            return valor
        if descrito.tipo is Tipo.REFERENCIA:
            return self._partes.standing(cast("Id", valor))
        return tuple(dict.fromkeys(map(self._partes.standing, cast("tuple[Id, ...]", valor))))

    def _made(  # what a difference is
        self,
        tipo: TipoDiferencia,
        renglon: Renglon,
        nuestro: Registro,
        lugar: int,
        suyo: Valor,
        mensaje: str = "",
    ) -> Diferencia:
        campo = renglon.hoja.campos[lugar]
        return Diferencia(
            clave=f"{self._entidad}:{renglon.clave}:{campo}",
            tipo=tipo,
            entidad=self._entidad,
            id=nuestro.id,
            titulo=title_of(nuestro, self._partes),
            lugar=place(renglon, lugar),
            campo=campo,
            base=None if renglon.base is None else getattr(renglon.base, campo),
            nuestro=getattr(nuestro, campo),
            suyo=suyo,
            texto=cell_text(renglon.fila.celdas[lugar]),
            mensaje=mensaje,
            valores={} if tipo is TipoDiferencia.VALOR and suyo is None else {campo: suyo},
            fila=renglon.ref,
            dichos={campo: cell_text(renglon.fila.celdas[lugar])},
        )

    def _doubtful(self, renglon: Renglon, nuestro: Registro, lugar: int, mensaje: str, cercano: Valor) -> Diferencia:
        return self._made(
            TipoDiferencia.VALOR, renglon, nuestro, lugar, cercano, f"{where(place(renglon, lugar))}: {mensaje}"
        )

    def _withdrawn(self, renglon: Renglon, nuestro: Registro, halladas: Sequence[Diferencia]) -> Diferencia:
        """Return one question for all the changes to a record that is no longer in use."""
        valores: dict[str, Valor] = {"retirado": ""}
        for hallada in halladas:
            valores |= hallada.valores
        motivo = nuestro.retirado.rstrip(".")
        return Diferencia(
            clave=f"{self._entidad}:{renglon.clave}:retirado",
            tipo=TipoDiferencia.CONFLICTO,
            entidad=self._entidad,
            id=nuestro.id,
            titulo=title_of(nuestro, self._partes),
            lugar=place(renglon),
            campo="retirado",
            base="",
            nuestro=nuestro.retirado,
            suyo="",
            texto="; ".join(f"{self._campos[h.campo].etiqueta}: {h.texto}" for h in halladas),
            mensaje=f"{where(place(renglon))}: {_RETIRADO.format(motivo=motivo)}",
            valores=valores,
            fila=renglon.ref,
            dichos={hallada.campo: hallada.texto for hallada in halladas},
        )


def says_it_goes(dicho: str, nombre: str = "") -> bool:
    """Tell whether what stands where a name does is that whatever is there goes: «ELIMINAR», «BAJA - Hoteleros».

    ``nombre`` is what is called so, if anything is.
    """
    plano, propio = (plegar(texto).strip(_SIGNOS) for texto in (dicho, nombre))
    restos = (plano.removeprefix(baja) if plano.startswith(baja) else plano.removesuffix(baja) for baja in _BAJAS)
    return plano in _BAJAS or (plano != propio != "" and propio in {resto.strip(_SIGNOS) for resto in restos})


def title_of(registro: Registro, partes: Partes) -> str:
    """Return what people call a record; of a use of data, whose and of what."""
    if not isinstance(registro, UsoDatos):
        return registro.titulo
    nuestro = partes.nuestro
    return f"{nuestro.titulo('grupo_usuarios', registro.grupo)}: {nuestro.titulo('conjunto_datos', registro.conjunto)}"


def place(renglon: Renglon, lugar: int | None = None) -> Lugar:
    """Return where a row is, or the cell that is ``lugar`` in it."""
    columna = "" if lugar is None else renglon.hoja.letras[lugar]
    return Lugar(hoja=renglon.hoja.nombre, renglon=renglon.fila.renglon, columna=columna)


def where(lugar: Lugar) -> str:
    """Return a place as sentences begin with it."""
    partes = [f"Hoja «{lugar.hoja}»"] if lugar.hoja else []
    if lugar.renglon:
        partes.append(f"renglón {lugar.renglon}")
    if lugar.columna:
        partes.append(f"columna {lugar.columna}")
    return ", ".join(partes)


def _same(columna: Columna, uno: Valor, otro: Valor) -> bool:
    if uno == otro:
        return True
    return columna.es_texto and columna.written(uno) == columna.written(otro)
