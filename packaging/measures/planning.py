"""A plan of five years, filtered and grouped for each view, and what the rules propose for many data and groups."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from dateutil.rrule import DAILY, MONTHLY, rrule

from measures.large_plan import END, TINY, TODAY, YEARS, PlanSize, plan_of_years, promotable
from measures.large_project import PLACES, TOPICS, YEAR, size
from measures.report import Figure
from measures.sampling import interleaved, milliseconds, percentile
from measures.usage import peak_mebibytes
from promueve_gui import bootstrap
from promueve_gui.application.alerts import alerts
from promueve_gui.application.coverage import Columnas, Filas, coverage
from promueve_gui.application.month import by_day, waiting
from promueve_gui.application.plan_filter import FiltroPlan, matching
from promueve_gui.application.plan_lines import in_order
from promueve_gui.application.plan_views import Carriles, board, lanes_in_parts
from promueve_gui.application.proposals import propose
from promueve_gui.application.search import SearchIndex
from promueve_gui.application.upcoming import upcoming
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Frecuencia

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from promueve_gui.domain.ficha import Registro

GROUPS = 500
MOST_VIEW = 100.0
MOST_PROPOSALS = 2_000.0
WORDS = (*PLACES, *TOPICS, "estudiantes", "entrega 1999", "nada que se le parezca")
FILTERS = (
    FiltroPlan(estado=frozenset({EstadoLinea.PLANEADA, EstadoLinea.LISTA})),
    FiltroPlan(canal=frozenset({Canal.REDES}), desde=date(YEAR, 3, 1), hasta=date(YEAR, 8, 31)),
    FiltroPlan(texto="salud oaxaca", estado=frozenset({EstadoLinea.IDEA})),
)
# Whether dateutil counts a frequency in days or in months, and how many, for the baseline.
RULES = {
    Frecuencia.SEMANAL: (True, 7),
    Frecuencia.QUINCENAL: (True, 14),
    Frecuencia.MENSUAL: (False, 1),
    Frecuencia.BIMESTRAL: (False, 2),
    Frecuencia.TRIMESTRAL: (False, 3),
    Frecuencia.CUATRIMESTRAL: (False, 4),
    Frecuencia.SEMESTRAL: (False, 6),
    Frecuencia.ANUAL: (False, 12),
}


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of filtering, of each view and of proposing."""
    wanted = replace(size(quick=quick), groups=GROUPS)
    runs = 1 if quick else 5
    plan = project_of(plan_of_years(wanted))
    what = f"{wanted.lines:,} lines over {YEARS} years"
    return [*_filtering(plan, what, runs), *_views(plan, what, runs), *_proposing(TINY if quick else PlanSize(), runs)]


def project_of(records: Iterable[Registro]) -> Proyecto:
    """Return a project that holds these records."""
    proyecto = Proyecto()
    proyecto.apply(alta(record) for record in records)
    return proyecto


def _filtering(plan: Proyecto, what: str, runs: int) -> list[Figure]:
    index = SearchIndex()
    index.warm_up(plan)
    texts = [index.text(linea) for linea in plan.activos(LineaPlan)]
    typed = [word[:length] for word in WORDS for length in range(1, len(word) + 1)]
    filters = [*(FiltroPlan(texto=word) for word in typed), *FILTERS * 10]
    ours = [milliseconds(partial(matching, plan, filtro, index)) for _ in range(runs) for filtro in filters]
    bare = [milliseconds(partial(_holding, texts, filtro.texto)) for _ in range(runs) for filtro in filters]
    return [
        Figure(name=f"Filtering {what} as one types: p50", ours=percentile(ours, 50), bare=percentile(bare, 50)),
        Figure(name="  p99", ours=percentile(ours, 99), bare=percentile(bare, 99), most=MOST_VIEW),
    ]


def _holding(texts: Sequence[str], word: str) -> list[str]:
    return [text for text in texts if word in text]


def _views(plan: Proyecto, what: str, runs: int) -> list[Figure]:
    """Return what each view takes to be grouped again, beside sorting the same lines by date and nothing else."""
    lineas = plan.activos(LineaPlan)
    feriados = bootstrap.build_feriados()
    views: dict[str, Callable[[], object]] = {
        "table, by date": lambda: in_order(lineas),
        "month": lambda: (by_day(lineas, date(YEAR, 3, 1), date(YEAR, 4, 5)), waiting(lineas)),
        "timeline by group": lambda: deque(lanes_in_parts(plan, in_order(lineas), Carriles.GRUPOS), 0),
        "timeline by dataset": lambda: deque(lanes_in_parts(plan, in_order(lineas), Carriles.OBJETO), 0),
        "board": lambda: board(in_order(lineas)),
        "coverage of groups": lambda: coverage(plan, Filas.GRUPOS, Columnas.BIMESTRES, YEAR),
        "coverage of datasets": lambda: coverage(plan, Filas.CONJUNTOS, Columnas.TIPOS, YEAR),
        "what is coming in a year": lambda: upcoming(plan, TODAY, END, feriados),
        "alerts": lambda: alerts(plan, TODAY, feriados),
    }
    times = interleaved(runs, *views.values(), lambda: sorted(lineas, key=lambda linea: linea.fecha or date.max))
    bare = times.pop()
    figures = [Figure(name=f"Grouping {what} for a view: sorting alone", ours=bare, bare=bare)]
    return figures + [
        Figure(name=f"  {view}", ours=time, bare=bare, most=MOST_VIEW) for view, time in zip(views, times, strict=True)
    ]


def _proposing(wanted: PlanSize, runs: int) -> list[Figure]:
    feriados = bootstrap.build_feriados()
    rules = bootstrap.build_recursos().load_perfil("vigente")
    proyecto = project_of([*rules, *promotable(wanted)])
    before = peak_mebibytes()
    ours, bare = interleaved(runs, lambda: propose(proyecto, TODAY, END, feriados), lambda: _expand(proyecto))
    name = f"Proposals for {wanted.datasets:,} datasets and {wanted.groups:,} groups"
    return [
        Figure(name=name, ours=ours, bare=bare, most=MOST_PROPOSALS),
        Figure(name="  peak of memory since the start", ours=peak_mebibytes(), bare=before, unit="MiB"),
    ]


def _expand(proyecto: Proyecto) -> list[datetime]:
    """Expand the dates of the same datasets with dateutil, which is the least that proposing has to know."""
    inicio, fin = (datetime(d.year, d.month, d.day) for d in (TODAY, END))  # noqa: DTZ001  # rrule counts days
    dates: list[datetime] = []
    for conjunto in proyecto.activos(ConjuntoDatos):
        first, frecuencia = conjunto.fecha_publicacion, conjunto.frecuencia
        if first is not None and frecuencia in RULES:
            days, step = RULES[frecuencia]
            start = datetime(first.year, first.month, first.day)  # noqa: DTZ001  # rrule counts days
            dates += rrule(DAILY if days else MONTHLY, interval=step, dtstart=start).between(inicio, fin, inc=True)
    return dates
