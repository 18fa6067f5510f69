"""A batch of returned workbooks: one that fails is told, the others go on, and what came before stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.ports import Cancelled, Progress
from promueve_gui.application.return_batch import Leido, apply_all, compare_all, compare_one, let_go, read_all
from promueve_gui.application.returns import Returns
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from returned.institution import PLAYAS, PUERTOS, project
from tests.application.returned_project import institution
from tests.fakes import MemoryAlmacen, memory_session
from tests.galeria import EDITED, read, record_exports, sent_session
from tests.returned_books import format_of

if TYPE_CHECKING:
    from promueve_gui.domain.devueltos import LibroDevuelto


def reader(path: Path, progress: Progress | None) -> LibroDevuelto | None:
    """Read what the gallery holds; tell how far it is on the way."""
    if progress is not None:
        progress(1, 0)
    if path.suffix == ".csv":
        return None
    if path.suffix == ".xls":
        raise UserError("fuente_xls", archivo=path.name)
    return read(path.name)


def leidos(*nombres: str) -> list[Leido]:
    return read_all([Path(nombre) for nombre in nombres], reader, ignore_progress)


def test_each_file_is_ours_foreign_or_refused() -> None:
    nuestro, ajeno, rehusado = leidos(EDITED, "plan.csv", "viejo.xls")
    assert nuestro.libro is not None
    assert (nuestro.ajeno, ajeno.ajeno, rehusado.ajeno) == (False, True, False)
    assert rehusado.rechazo.startswith("«viejo.xls» es de un formato antiguo de Excel")


def test_reading_tells_files_and_stops_within_one() -> None:
    dichos: list[tuple[int, int]] = []
    read_all([Path(EDITED), Path("a.csv")], reader, lambda done, total: dichos.append((done, total)))
    assert dichos == [(0, 2), (0, 2), (1, 2), (1, 2)]

    def stop(done: int, total: int) -> None:
        if len(dichos) > 4:
            raise Cancelled
        dichos.append((done, total))

    with pytest.raises(Cancelled):
        read_all([Path(EDITED), Path("a.csv")], reader, stop)


def test_what_was_refused_before_stays_so_and_a_copy_is_not_compared_twice() -> None:
    dichos: list[tuple[int, int]] = []
    comparados = compare_all(
        Returns(sent_session()),
        leidos(EDITED, "viejo.xls", "mismo archivo otra vez.xlsx", "otra institucion.xlsx"),
        lambda done, total: dichos.append((done, total)),
    )
    assert [comparado.archivo for comparado in comparados] == [
        EDITED,
        "viejo.xls",
        "mismo archivo otra vez.xlsx",
        "otra institucion.xlsx",
    ]
    assert [comparado.devolucion is not None for comparado in comparados] == [True, False, False, False]
    assert comparados[2].rechazo == f"Es el mismo archivo que «{EDITED}»; se recibe una sola vez."
    assert "Secretaría de Bosques" in comparados[3].rechazo
    assert dichos == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_somebody_may_say_whose_a_file_is() -> None:
    returns, libro = Returns(sent_session()), read("solo la hoja.xlsx")
    assert [compare_one(returns, libro, area).devolucion.area for area in (PUERTOS, None)] == [PUERTOS, PLAYAS]  # type: ignore[union-attr]  # it can be compared


def test_each_file_is_an_edition_and_decisions_are_its_own() -> None:
    session = sent_session()
    returns = Returns(session)
    comparados = compare_all(returns, leidos(EDITED, "viejo.xls", "usos llenos.xlsx"), ignore_progress)
    clave = next(d.clave for d in comparados[0].devolucion.diferencias if d.campo == "interes")  # type: ignore[union-attr]  # it was read
    dichos: list[tuple[int, int]] = []
    recibidos = apply_all(
        returns,
        comparados,
        [{clave: Decision.CONSERVAR}, {}, {}],
        lambda done, total: dichos.append((done, total)),
    )
    assert (len(recibidos.aplicados), recibidos.error) == (2, "")
    assert [asiento.detalle for asiento in session.history()[:2]] == [
        "Recibir «usos llenos.xlsx»",
        f"Recibir «{EDITED}»",
    ]
    assert dichos == [(0, 3), (1, 3), (2, 3)]
    (municipios,) = [g for g in session.proyecto.activos(GrupoUsuarios) if g.nombre == "Municipios costeros"]
    assert municipios.interes == 3  # what was decided of the first copy holds for the second, which says the same


def test_a_file_that_refuses_ends_the_batch_and_what_came_before_stays() -> None:
    class Full(MemoryAlmacen):
        """A disk that fills up with the second edition."""

        def backup(self, motivo: str) -> None:
            super().backup(motivo)
            self.refuses = UserError("disco_lleno", archivo="proyecto.promueve") if self.backups[1:] else None

    almacen = Full(project())
    session = memory_session(project(), almacen)
    record_exports(session)
    returns = Returns(session)
    comparados = compare_all(returns, leidos(EDITED, "usos llenos.xlsx"), ignore_progress)
    primera = apply_all(returns, comparados[:1], [{}], ignore_progress)
    otra = Returns(session)
    recibidos = apply_all(otra, comparados[1:], [{}], ignore_progress)
    assert (len(primera.aplicados), len(recibidos.aplicados)) == (1, 0)
    assert recibidos.error.startswith("No se guardó en «proyecto.promueve» porque el disco está lleno.")
    assert session.history()[0].detalle == f"Recibir «{EDITED}»"


def test_what_two_files_of_a_batch_change_otherwise_is_shown_as_the_conflict_that_it_will_be() -> None:
    session = institution()
    libros = [format_of(session, "a") for _ in range(3)]
    for numero, (libro, notas) in enumerate(zip(libros, ("Una", "Otra", "Una"), strict=True)):
        libro.archivo = f"{numero}.xlsx"
        libro.grupos.fila("Escuelas")["notas"] = notas
    entrada = [Leido(path=Path(libro.archivo), libro=libro.returned()) for libro in libros]
    returns = Returns(session)
    comparados = compare_all(returns, entrada, ignore_progress)
    halladas = [d for c in comparados if c.devolucion for d in c.devolucion.diferencias]
    assert [(d.tipo, d.nuestro, d.suyo) for d in halladas] == [
        (TipoDiferencia.CAMBIO, "", "Una"),
        (TipoDiferencia.CONFLICTO, "Una", "Otra"),
        (TipoDiferencia.CAMBIO, "", "Una"),
    ]
    recibidos = apply_all(returns, comparados, [{}, {}, {}], ignore_progress)
    assert [aplicado.dudas for aplicado in recibidos.aplicados] == [0, 1, 0]


def test_what_files_said_is_let_go_of_as_they_are_taken() -> None:
    returns = Returns(sent_session())
    comparados = compare_all(returns, leidos(EDITED, "usos llenos.xlsx"), ignore_progress)
    left: list[int] = []
    recibidos = apply_all(returns, let_go(comparados), [{}, {}], lambda *_: left.append(len(comparados)))
    assert left == [1, 0]
    assert [recibido.archivo for recibido in recibidos.aplicados] == [EDITED, "usos llenos.xlsx"]
