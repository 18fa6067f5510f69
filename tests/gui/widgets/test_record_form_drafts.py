"""A text that its field does not take waits where it was typed, whatever is looked at meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora, Perfil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.fakes import MemoryAlmacen, memory_session
from tests.gui.looking import labels
from tests.gui.widgets.forms import box, group, problem, retype

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.application.ports import Recepcion
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

NO_SUCH_DAY = "«31/02/2026» no existe"


def fecha(project: Project, identidad: str = "visor") -> date | None:
    found = project.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found.fecha


def test_a_day_that_does_not_exist_comes_back_with_its_sentence(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.show_record("taller")
    assert box(lines, "fecha").text() == "05/02/2026"
    assert problem(lines, "fecha") == ""
    lines.show_record("visor")
    assert box(lines, "fecha").text() == "31/02/2026"
    assert problem(lines, "fecha").startswith(NO_SUCH_DAY)
    assert any(said.startswith(f"Fecha: {NO_SUCH_DAY}") for said in labels(lines))
    assert fecha(project) is None


def test_another_form_of_the_same_record_has_it_too(
    lines: RecordForm, context: Context, project: Project, show: Callable[..., QWidget]
) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.show_record(None)
    other = RecordForm(context, project, LineaPlan)
    show(other, 420, 700)
    other.show_record("visor")
    assert box(other, "fecha").text() == "31/02/2026"


def test_a_value_given_in_the_list_takes_the_place_of_what_waits(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.flush()
    model = RecordTableModel(project, LineaPlan, ("nombre", "fecha"))
    assert model.setData(model.index(model.row_of("visor"), 1), "28/02/2026")
    assert project.drafts.waiting(project.proyecto) == []
    assert (box(lines, "fecha").text(), problem(lines, "fecha")) == ("28/02/2026", "")
    lines.flush()
    assert fecha(project) == date(2026, 2, 28)


def test_once_corrected_nothing_waits(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.show_record("taller")
    assert [(d.identidad, d.nombre, d.texto) for d in project.drafts.waiting(project.proyecto)] == [
        ("visor", "fecha", "31/02/2026")
    ]
    lines.show_record("visor")
    retype(lines, "fecha", "28/02/2026")
    lines.show_record("taller")
    assert project.drafts.waiting(project.proyecto) == []
    assert fecha(project) == date(2026, 2, 28)
    lines.show_record("visor")
    assert box(lines, "fecha").text() == "28/02/2026"


def test_a_text_put_back_as_it_was_waits_no_longer(lines: RecordForm, project: Project) -> None:
    lines.show_record("taller")
    retype(lines, "fecha", "31/02/2026")
    lines.show_record("visor")
    lines.show_record("taller")
    retype(lines, "fecha", "05/02/2026")
    lines.flush()
    assert project.drafts.waiting(project.proyecto) == []
    assert problem(lines, "fecha") == ""
    assert project.undo() == ""


def test_half_a_name_waits_and_fits_once_somebody_is_called_so(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    retype(form, "area", "Dirección de Túneles")
    form.show_record("prensa")
    form.show_record("senado")
    assert box(form, "area").text() == "Dirección de Túneles"
    assert problem(form, "area").startswith("«Dirección de Túneles» no está")
    project.edit("Registrar", [alta(AreaGeneradora(id="tuneles", nombre="Dirección de Túneles"))])
    form.flush()
    assert group(project).area == "tuneles"
    assert problem(form, "area") == ""


def test_a_number_that_is_none_waits(context: Context, project: Project, show: Callable[..., QWidget]) -> None:
    project.edit("Registrar", [alta(Perfil(id="perfil"))])
    form = RecordForm(context, project, Perfil, ("caracteres_cuartilla",))
    show(form)
    form.show_record("perfil")
    retype(form, "caracteres_cuartilla", "mil ochocientos")
    form.show_record(None)
    form.show_record("perfil")
    assert box(form, "caracteres_cuartilla").text() == "mil ochocientos"
    assert "escriba un número entero" in problem(form, "caracteres_cuartilla")


def test_what_changes_elsewhere_does_not_write_over_it(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.flush()
    visor = project.proyecto.get(LineaPlan, "visor")
    assert visor is not None
    project.edit("Mover", [cambio(visor, fecha=date(2026, 3, 1))])
    assert box(lines, "fecha").text() == "31/02/2026"
    lines.show_record("taller")
    lines.show_record("visor")
    assert box(lines, "fecha").text() == "31/02/2026"


def test_what_belongs_to_a_withdrawn_record_is_not_asked_about(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.flush()
    visor = project.proyecto.get(LineaPlan, "visor")
    assert visor is not None
    project.edit("Retirar", [cambio(visor, retirado="Se canceló")])
    assert project.drafts.waiting(project.proyecto) == []
    project.undo()
    assert len(project.drafts.waiting(project.proyecto)) == 1


class Strict(MemoryAlmacen):
    """A file that does not take some texts, for whatever reason of its own."""

    def save(self, edicion: Edicion, recepcion: Recepcion | None = None) -> None:
        if any("@" in str((c.despues or {}).get("notas", "")) for c in edicion.cambios):
            raise UserError("valor_no_guardable")
        super().save(edicion, recepcion)


def test_a_text_that_the_file_refuses_waits(form: RecordForm, project: Project) -> None:
    proyecto = project.proyecto.snapshot()
    project.session = memory_session(proyecto, Strict(proyecto))
    form.show_record("senado")
    form.editor("notas").show_typed("a@b")
    form.editor("notas").edited.emit()
    form.show_record("prensa")
    assert form.editor("notas").typed() == ""
    form.show_record("senado")
    assert form.editor("notas").typed() == "a@b"
    assert problem(form, "notas").startswith("Un texto trae caracteres")
    assert group(project).notas == ""
