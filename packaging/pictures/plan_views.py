"""The views of the plan with no lines, with a dozen and with three hundred. Made up, and always the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pictures.camera import rest, rest_until, shoot
from promueve_gui.domain.cambios import alta, retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido
from promueve_gui.gui.pasos.plan import PlanPage
from promueve_gui.gui.pasos.plan.vistas.lines_panel import VIEWS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.main_window import MainWindow

AMOUNTS = (0, 12, 300)
NAMES = (
    "Boletín de aforos carreteros",
    "Infografía de accidentes por entidad",
    "Correo a universidades",
    "Mesa redonda con transportistas",
    "Publicación en redes sobre puertos",
    "Historia de uso: rutas escolares",
    "Nota para la prensa local",
)
DAYS = 360
BREATH_MS = 400


def draw_views(window: MainWindow, folder: Path, today: date) -> None:
    """Draw every view with each amount of lines, and the form of one beside the last of them."""
    if window.project is None or window.wizard is None:
        raise LookupError
    window.wizard.jump(LineaPlan.ENTIDAD, "", "")
    page = window.findChild(PlanPage)
    if page is None:
        raise LookupError
    lines = page.lines.desk.lines
    rest_until(lambda: lines.days is not None)
    for amount in AMOUNTS:
        project = window.project
        project.edit("Vaciar", [retiro(linea, "Otra imagen") for linea in project.proyecto.activos(LineaPlan)])
        project.edit("Llenar", [alta(_line(n, amount, project.proyecto, today)) for n in range(amount)])
        for tipo in VIEWS:
            page.lines.show_view(tipo.KEY)
            rest(BREATH_MS)
            shoot(window, folder / f"{amount}-{tipo.KEY}.png")
    page.open_line(f"imagen-{AMOUNTS[-1]}-1")
    shoot(window, folder / f"{AMOUNTS[-1]}-ficha.png")


def _line(n: int, amount: int, proyecto: Proyecto, today: date) -> LineaPlan:
    """Return one of ``amount`` lines, spread over a year; some are periods, undated, signed off or of a series."""
    groups, persons = proyecto.activos(GrupoUsuarios), proyecto.activos(Persona)
    spread = DAYS if amount > AMOUNTS[1] else DAYS // 4
    fecha = None if n % 12 == 0 else today + timedelta(days=n * 37 % spread - spread // 4)
    long = fecha is not None and n % 4 == 0
    signed = persons[0].id if persons and n % 6 == 1 else None
    return LineaPlan(
        id=f"imagen-{amount}-{n}",
        nombre=f"{NAMES[n % len(NAMES)]} {n}",
        fecha=fecha,
        fecha_fin=fecha + timedelta(days=3 + n % 20) if fecha is not None and long else None,
        estado=list(EstadoLinea)[n * 7 % len(EstadoLinea)],
        canal=list(Canal)[n % len(Canal)],
        tipo_contenido=list(TipoContenido)[n % len(TipoContenido)],
        rol_responsable=list(Rol)[n % len(Rol)],
        persona=persons[n % len(persons)].id if persons else None,
        grupos=tuple({groups[n % len(groups)].id, groups[n * 3 % len(groups)].id}) if groups else (),
        serie="imagen" if n % 9 == 0 else "",
        visto_bueno=signed,
        visto_bueno_fecha=today if signed else None,
    )
