"""Decides which record each row of a returned sheet is, whatever was done to its identities. Pure; compares nothing.

By identity, where the row has one that its sheet was sent with. Else by its key (``alcance.LLAVES``): with what was
sent, with what rows of earlier files were seen to be, with what the project has today. What is left is new.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.alcance import LLAVES, alike, key_of, naming_fields, record_key, sent
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.interpretacion import Columna, DudosoError, cell_text
from promueve_gui.domain.procedencia import grupos_de_area
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.devueltos import Celda, FilaDevuelta, HojaDevuelta
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.interpretacion import Conocido
    from promueve_gui.domain.procedencia import Procedencias
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.visto import Memoria

Nombres: TypeAlias = "Mapping[str, Mapping[str, Conocido]]"  # by field: what names, folded, mean in this file


@frozen(kw_only=True)
class Partes:
    """The sides of a comparison.

    ``base`` is the project as it was exported, ``None`` when nobody knows; ``en`` gives it after any line of the
    bitácora. ``procedencias`` are the merges of today. ``parecido`` finds a group that a name looks like.
    """

    archivo: str
    documento: str
    area: Id | None
    nuestro: Proyecto
    base: Proyecto | None
    en: Callable[[int], Proyecto]
    memoria: Memoria
    procedencias: Procedencias
    parecido: Callable[[str], Id | None]

    def standing(self, identidad: Id) -> Id:
        """Return the record that stands today for one that may have been merged."""
        return self.procedencias.queda_por.get(identidad, identidad)


@dataclass(slots=True)
class Renglon:
    """A row and the records that it is: as sent, today, and as an earlier file left it.

    ``ref`` is the word under which it is remembered; ``llave`` the key by which it was found, empty for its identity.
    ``nueva`` tells that ``visto`` was made by that file. Without ``nuestro`` it is new.
    """

    hoja: HojaDevuelta
    fila: FilaDevuelta
    ref: str
    llave: str = ""
    base: Registro | None = None
    nuestro: Registro | None = None
    visto: Registro | None = None
    nueva: bool = False


@frozen
class Suelta:
    """A row without identity: its sheet, and the values by which it could be known; no key when they are unreadable."""

    hoja: HojaDevuelta
    fila: FilaDevuelta
    valores: Mapping[str, Valor]
    llave: str


class Emparejador:
    """Pairs the rows of one kind of record, of all sheets that hold it.

    ``renglones`` are the rows in their order; ``faltan`` the records that were sent and no longer come; ``repetidas``
    the rows that only say again what another does, with its number.
    """

    def __init__(self, partes: Partes, entidad: str, hojas: Sequence[HojaDevuelta], nombres: Nombres) -> None:
        """Take the sheets; ``pair`` does the work."""
        self._partes = partes
        self._entidad = entidad
        self._tipo = POR_ENTIDAD[entidad]
        self._hojas = hojas
        self.columnas = {id(hoja): self._columns(hoja, nombres) for hoja in hojas}
        base = partes.base
        enviados = [] if base is None else sent(base, entidad, partes.documento, partes.area)
        self._enviados = {registro.id: registro for registro in enviados}
        self._propios = self._of_area(partes.area)
        self._tomados: set[Id] = set()  # records that some row is already
        self.renglones: list[Renglon] = []
        self.repetidas: list[tuple[HojaDevuelta, int, int]] = []

    def _columns(self, hoja: HojaDevuelta, nombres: Nombres) -> list[Columna]:
        descritos, partes = campos(self._tipo), self._partes
        base = partes.nuestro if partes.base is None else partes.base
        return [Columna(descritos[campo], base, partes.nuestro, nombres.get(campo, {})) for campo in hoja.campos]

    def _of_area(self, area: Id | None) -> frozenset[Id | None]:
        """Return the groups that an area named, merged or not."""
        if area is None:
            return frozenset()
        nuestro = self._partes.nuestro
        suyos = nuestro.referidos(GrupoUsuarios, "area", area)
        return frozenset(g.id for g in (*suyos, *grupos_de_area(nuestro, area, self._partes.procedencias)))

    def pair(self) -> None:
        """Find out which record each row is."""
        con_identidad: dict[Id, list[tuple[HojaDevuelta, FilaDevuelta]]] = {}
        sueltas: list[tuple[HojaDevuelta, FilaDevuelta]] = []
        for hoja in self._hojas:
            for fila in hoja.filas:
                if not any(map(cell_text, fila.celdas)):
                    continue
                if fila.id and self._is_known(fila.id):
                    con_identidad.setdefault(fila.id, []).append((hoja, fila))
                else:
                    sueltas.append((hoja, fila))
        for identidad, filas in con_identidad.items():
            sueltas += self._keep_one(identidad, filas)
        self._pair_by_key([self._loose(hoja, fila) for hoja, fila in sueltas])
        lugares = {id(hoja): lugar for lugar, hoja in enumerate(self._hojas)}
        self.renglones.sort(key=lambda renglon: (lugares[id(renglon.hoja)], renglon.fila.renglon))

    @property
    def faltan(self) -> list[Registro]:
        """Return the records that were sent in these sheets and are in no row."""
        return [registro for identidad, registro in self._enviados.items() if identidad not in self._tomados]

    def _is_known(self, identidad: Id) -> bool:
        """Tell whether a row may go by this identity here: it may come from another workbook, by copying."""
        if identidad in self._enviados:
            return True
        registro = self._partes.nuestro.registro(self._entidad, identidad)
        if registro is None or self._partes.area is None:
            return registro is not None
        return (registro.grupo if isinstance(registro, UsoDatos) else registro.id) in self._propios

    def _keep_one(
        self, identidad: Id, filas: list[tuple[HojaDevuelta, FilaDevuelta]]
    ) -> Iterator[tuple[HojaDevuelta, FilaDevuelta]]:
        """Give the identity to one of the rows that carry it, which copying brings about, and yield the others."""
        base = self._enviados.get(identidad)
        elegida = next((f for f in filas if base is not None and self._has_its_name(*f, base)), filas[0])
        self._take(*elegida, base, identidad)
        dicho = self._texts(*elegida)
        for hoja, fila in filas:
            if fila is elegida[1]:
                continue
            if self._texts(hoja, fila) == dicho:
                self.repetidas.append((hoja, fila.renglon, elegida[1].renglon))
            else:
                yield hoja, fila

    def _has_its_name(self, hoja: HojaDevuelta, fila: FilaDevuelta, base: Registro) -> bool:
        nombran = naming_fields(self._tipo)
        return all(
            columna.written(getattr(base, campo)) == cell_text(celda)
            for campo, celda, columna in zip(hoja.campos, fila.celdas, self.columnas[id(hoja)], strict=True)
            if campo in nombran
        )

    def _texts(self, hoja: HojaDevuelta, fila: FilaDevuelta) -> dict[str, str]:
        return dict(zip(hoja.campos, map(cell_text, fila.celdas), strict=True))

    def _take(
        self, hoja: HojaDevuelta, fila: FilaDevuelta, base: Registro | None, identidad: Id, llave: str = ""
    ) -> Renglon:
        queda = self._partes.standing(identidad)
        self._tomados.update((identidad, queda))
        nuestro = self._partes.nuestro.registro(self._entidad, queda)
        renglon = Renglon(hoja, fila, identidad, llave, base, nuestro)
        self.renglones.append(renglon)
        return renglon

    def _loose(self, hoja: HojaDevuelta, fila: FilaDevuelta) -> Suelta:
        valores: dict[str, Valor] = {"area": self._partes.area}
        legible = True
        for campo, celda, columna in zip(hoja.campos, fila.celdas, self.columnas[id(hoja)], strict=True):
            if campo in LLAVES[self._entidad]:
                valores[campo], leida = _tried(columna, celda)
                legible = legible and leida
        nombrada = all(valores.get(campo) for campo in naming_fields(self._tipo))
        return Suelta(hoja, fila, valores, key_of(self._entidad, valores) if legible and nombrada else "")

    def _pair_by_key(self, sueltas: Sequence[Suelta]) -> None:
        enviados = _queues(r for r in self._enviados.values() if r.id not in self._tomados) if sueltas else {}
        conocidas = [suelta.valores for suelta in sueltas if suelta.llave]
        de_hoy = alike(self._partes.nuestro, self._entidad, conocidas) if conocidas else []
        actuales = _queues(r for r in de_hoy if r.activo or self._partes.standing(r.id) != r.id)
        dichas: dict[tuple[str, ...], int] = {}
        for suelta in sueltas:
            texto = (suelta.llave, *map(cell_text, suelta.fila.celdas))
            if texto in dichas:
                self.repetidas.append((suelta.hoja, suelta.fila.renglon, dichas[texto]))
                continue
            dichas[texto] = suelta.fila.renglon
            if not suelta.llave or not self._pair_one(suelta, enviados, actuales):
                ref = f"+{suelta.llave or '|'.join(texto)}"
                self.renglones.append(Renglon(suelta.hoja, suelta.fila, ref, suelta.llave))

    def _pair_one(
        self, suelta: Suelta, enviados: Mapping[str, deque[Registro]], actuales: Mapping[str, deque[Registro]]
    ) -> bool:
        """Pair a row with a record that has its key and no row yet; tell whether there is one."""
        if enviado := _next(enviados.get(suelta.llave), self._tomados):
            self._take(suelta.hoja, suelta.fila, enviado, enviado.id)
        elif not self._pair_as_seen(suelta):
            actual = _next(actuales.get(suelta.llave), self._tomados)
            if actual is None:
                return False
            self._take(suelta.hoja, suelta.fila, None, actual.id, suelta.llave)
        return True

    def _pair_as_seen(self, suelta: Suelta) -> bool:
        """Pair a row with the record that it was seen to be; of several, with the one that says just the same."""
        posibles = []
        for conocida in self._partes.memoria.known(self._entidad, suelta.llave):
            queda = self._partes.nuestro.registro(self._entidad, self._partes.standing(conocida.id))
            if conocida.id not in self._tomados and queda is not None:
                posibles.append((conocida, self._partes.en(conocida.asiento).registro(self._entidad, conocida.id)))
        if not posibles:
            return False
        dicho = self._texts(suelta.hoja, suelta.fila)
        conocida, visto = next((par for par in posibles if self._says(par[1], dicho, suelta.hoja)), posibles[0])
        renglon = self._take(suelta.hoja, suelta.fila, None, conocida.id, suelta.llave)
        renglon.visto, renglon.nueva = visto, conocida.nueva
        return True

    def _says(self, registro: Registro | None, dicho: Mapping[str, str], hoja: HojaDevuelta) -> bool:
        return registro is not None and all(
            columna.written(getattr(registro, campo)) == dicho[campo]
            for campo, columna in zip(hoja.campos, self.columnas[id(hoja)], strict=True)
        )


def _tried(columna: Columna, celda: Celda) -> tuple[Valor, bool]:
    try:
        return columna.read(celda), True
    except DudosoError:
        return None, False


def _queues(registros: Iterable[Registro]) -> dict[str, deque[Registro]]:
    colas: dict[str, deque[Registro]] = {}
    for registro in registros:
        colas.setdefault(record_key(registro), deque()).append(registro)
    return colas


def _next(cola: deque[Registro] | None, tomados: set[Id]) -> Registro | None:
    while cola:
        registro = cola.popleft()
        if registro.id not in tomados:
            return registro
    return None
