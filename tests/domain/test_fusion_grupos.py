"""Groups merged and parted again: links follow and come back, nothing is said twice, nothing is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.fusion_grupos import Fusion, unidos
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.movido import Movido
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.separacion_grupos import separar, separar_varias
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.domain.vocabularios import TipoUso
from promueve_gui.domain.voces import Voces
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

HOY = date(2026, 3, 2)
NOMBRES = {"q": "INEGI", "a": "Inst. de Estadística", "b": "I.N.E.G.I.", "z": "Otro"}


def project(*registros: Registro) -> Proyecto:
    """Return a project with four groups and other records."""
    return project_of(*(GrupoUsuarios(id=i, nombre=n, notas=f"Nota {i}") for i, n in NOMBRES.items()), *registros)


def merge(proyecto: Proyecto, queda: str, *sobrantes: str, **valores: Valor) -> None:
    fusion = Fusion(proyecto, HOY, (queda, *sobrantes))
    fusion.unir(queda, sobrantes, valores, dict.fromkeys(sobrantes, "Son el mismo."))
    proyecto.apply(fusion.cambios())


def part(proyecto: Proyecto, sobrante: str) -> list[str]:
    (union,) = [union for union in proyecto.activos(UnionGrupos) if union.sobrante == sobrante]
    hecha = separar(proyecto, union)
    proyecto.apply(hecha.cambios)
    return hecha.avisos


def in_use(proyecto: Proyecto) -> list[str]:
    return [grupo.id for grupo in proyecto.activos(GrupoUsuarios)]


def lists(proyecto: Proyecto) -> dict[str, tuple[str, ...]]:
    return {linea.id: linea.grupos for linea in proyecto.todos(LineaPlan)}


def uses(proyecto: Proyecto) -> dict[str, str | None]:
    return {uso.id: uso.grupo for uso in proyecto.activos(UsoDatos)}


def test_links_follow_and_the_others_are_withdrawn_with_a_record_each() -> None:
    base = project(
        UsoDatos(id="u", grupo="a", conjunto="c"),
        Contacto(id="k", nombre="Ana Luz", grupo="b"),
        LineaPlan(id="l", nombre="Boletín", grupos=("a", "z", "q", "b")),
        Evento(id="e", nombre="Mesa", grupos=("b", "a")),
    )
    merge(base, "q", "a", "b", nombre="INEGI (México)")
    assert in_use(base) == ["q", "z"]
    assert (uses(base), base.activos(Contacto)[0].grupo) == ({"u": "q"}, "q")
    assert (lists(base), base.todos(Evento)[0].grupos) == ({"l": ("q", "z")}, ("q",))
    sobrante = base.get(GrupoUsuarios, "a")
    assert sobrante is not None
    assert sobrante.retirado == "Se unió con «INEGI (México)»."
    hechas = base.activos(UnionGrupos)
    assert [(u.queda, u.sobrante, u.razon, u.fecha) for u in hechas] == [
        ("q", "a", "Son el mismo.", HOY),
        ("q", "b", "Son el mismo.", HOY),
    ]


def test_a_merge_is_one_change_per_record_and_takes_back_as_one() -> None:
    base = project(LineaPlan(id="l", nombre="Boletín", grupos=("a", "b")))
    antes = base.snapshot()
    fusion = Fusion(base, HOY, "qabzrx")
    fusion.unir("q", ["a", "b"], {"notas": "Una sola"}, {})
    cambios = fusion.cambios()
    assert base == antes
    assert len({(c.entidad, c.id) for c in cambios}) == len(cambios)
    base.apply(cambios)
    base.apply(c.inverso for c in reversed(cambios))
    assert base == antes


@pytest.mark.parametrize(("queda", "sobrantes"), [("x", ["a"]), ("r", ["a"]), ("q", []), ("q", ["q", "r", "x"])])
def test_what_is_not_in_use_is_not_merged(queda: str, sobrantes: list[str]) -> None:
    base = project(GrupoUsuarios(id="r", nombre="Retirado", retirado="Se repitió"))
    fusion = Fusion(base, HOY, "qabzrx")
    assert fusion.unir(queda, sobrantes, {}, {}) == []
    assert fusion.cambios() == []


def test_what_ends_as_it_was_is_no_change() -> None:
    fusion = Fusion(project(), HOY, "qab")
    fusion.unir("q", ["a"], {"notas": "Otra"}, {})
    fusion.unir("q", ["b"], {"notas": "Nota q"}, {})
    assert "q" not in {hecho.id for hecho in fusion.cambios()}


def test_uses_of_one_dataset_become_one_and_part_again() -> None:
    base = project(
        UsoDatos(id="u", grupo="q", conjunto="c", tipo=TipoUso.POTENCIAL, uso="Censos"),
        UsoDatos(id="v", grupo="a", conjunto="c", tipo=TipoUso.ACTUAL, uso="Mapas"),
        UsoDatos(id="w", grupo="a", conjunto="d"),
        UsoDatos(id="x", grupo="a", conjunto="c", retirado="Se repitió"),
    )
    antes = base.snapshot()
    merge(base, "q", "a")
    (junto, otro) = base.activos(UsoDatos)
    assert (junto.id, junto.grupo, junto.tipo, junto.uso) == ("u", "q", TipoUso.ACTUAL, "Censos\nMapas")
    assert (otro.id, otro.grupo) == ("w", "q")
    repetido = base.get(UsoDatos, "v")
    assert repetido is not None
    assert repetido.retirado == "Ya estaba en «INEGI», con el que se unió su grupo."
    assert part(base, "a") == []
    assert base.todos(UsoDatos) == antes.todos(UsoDatos)


def test_a_person_is_one_only_when_nothing_contradicts_it() -> None:
    base = project(
        Contacto(id="k", nombre="Ana Luz", grupo="q", correo="ana@inegi.example"),
        Contacto(id="l", nombre="ANA LUZ", grupo="a", cargo="Analista", no_contactar=True),
        Contacto(id="m", nombre="Ana Luz", grupo="b", correo="otra@inegi.example"),
        Contacto(id="n", nombre="Beto Sol", grupo="a"),
        Contacto(id="o", nombre="Sin grupo", retirado="Se fue"),
    )
    merge(base, "q", "a", "b")
    ana, otra, beto = sorted(base.activos(Contacto), key=lambda contacto: contacto.id)
    assert (ana.correo, ana.cargo, ana.no_contactar) == ("ana@inegi.example", "Analista", True)
    assert {ana.grupo, otra.grupo, beto.grupo} == {"q"}
    assert otra.correo == "otra@inegi.example"


def test_remembered_pairs_and_earlier_merges_are_left_as_they_are() -> None:
    base = project(NoDuplicado(id="n", grupo="a", otro="z"))
    merge(base, "a", "b")
    merge(base, "q", "a")
    assert base.activos(NoDuplicado)[0].grupo == "a"
    assert Procedencias.of(base).queda_por == {"a": "q", "b": "q"}


def test_fields_come_back_unless_they_changed_since() -> None:
    base = project()
    merge(base, "q", "a", nombre="INEGI nacional", notas="Nota q\nNota a", siglas="INEGI")
    final = base.get(GrupoUsuarios, "q")
    assert final is not None
    base.apply([hecho for hecho in [cambio(final, notas="Otra cosa")] if hecho])
    assert part(base, "a") == ["«Notas» de «INEGI nacional» se queda como está porque cambió después de unirlos."]
    queda = base.get(GrupoUsuarios, "q")
    assert queda is not None
    assert (queda.nombre, queda.siglas, queda.notas) == ("INEGI", "", "Otra cosa")
    assert sorted(in_use(base)) == ["a", "b", "q", "z"]


def test_a_value_goes_with_the_group_that_brought_it() -> None:
    base = project()
    merge(base, "q", "a", "b", nombre=NOMBRES["a"], notas="Las tres")
    assert part(base, "b") == [f"«Notas» de «{NOMBRES['a']}» se queda como está porque también viene de otro grupo."]
    assert base.titulo("grupo_usuarios", "q") == NOMBRES["a"]
    assert part(base, "a") == []
    assert base.get(GrupoUsuarios, "q") == GrupoUsuarios(id="q", nombre="INEGI", notas="Nota q")


def test_of_several_parted_at_once_only_what_none_of_them_gives_back_is_told() -> None:
    base = project()
    merge(base, "q", "a", "b", nombre=NOMBRES["a"], notas="Las tres", siglas="INEGI")
    final = base.get(GrupoUsuarios, "q")
    assert final is not None
    base.apply([hecho for hecho in [cambio(final, siglas="Otras")] if hecho])
    antes = base.snapshot()
    hecha = separar_varias(base, base.activos(UnionGrupos))
    assert base == antes
    assert hecha.avisos == ["«Siglas» de «INEGI» se queda como está porque cambió después de unirlos."]
    base.apply(hecha.cambios)
    assert base.get(GrupoUsuarios, "q") == GrupoUsuarios(id="q", nombre="INEGI", siglas="Otras", notas="Nota q")
    assert sorted(in_use(base)) == ["a", "b", "q", "z"]


def test_a_value_that_somebody_put_back_already_is_no_matter() -> None:
    base = project()
    merge(base, "q", "a", notas="Las dos")
    final = base.get(GrupoUsuarios, "q")
    assert final is not None
    base.apply([hecho for hecho in [cambio(final, notas="Nota q")] if hecho])
    assert part(base, "a") == []


def test_links_that_name_another_group_by_now_stay_and_are_told() -> None:
    base = project(
        UsoDatos(id="u", grupo="a", conjunto="c", uso="Censos"), LineaPlan(id="l", nombre="Boletín", grupos=("a",))
    )
    merge(base, "q", "a")
    uso, linea = base.todos(UsoDatos)[0], base.todos(LineaPlan)[0]
    base.apply([hecho for hecho in [cambio(uso, grupo="z"), cambio(linea, grupos=("z",))] if hecho])
    assert part(base, "a") == [
        "«Grupo de usuarios» de «Censos» ahora corresponde a otro grupo.",
        "«Grupos de usuarios» de «Boletín» ya no lo nombra.",
    ]
    assert (uses(base), lists(base)) == ({"u": "z"}, {"l": ("z",)})


def test_the_rest_of_a_merge_keeps_what_two_groups_brought() -> None:
    base = project(
        UsoDatos(id="u", grupo="a", conjunto="c"),
        UsoDatos(id="v", grupo="b", conjunto="c"),
        LineaPlan(id="l", nombre="Boletín", grupos=("a", "b")),
    )
    merge(base, "q", "a", "b")
    assert uses(base) == {"u": "q"}
    part(base, "a")
    assert (uses(base), lists(base)) == ({"u": "a", "v": "q"}, {"l": ("q", "a")})
    part(base, "b")
    assert (uses(base), lists(base)) == ({"u": "a", "v": "b"}, {"l": ("b", "a")})


def test_what_several_repeated_is_in_favour_of_the_first_of_them() -> None:
    base = project(*(UsoDatos(id=f"u{g}", grupo=g, conjunto="c") for g in "abz"))
    merge(base, "q", "a", "b", "z")
    part(base, "a")
    assert uses(base) == {"ua": "a", "ub": "q"}
    part(base, "b")
    assert uses(base) == {"ua": "a", "ub": "b", "uz": "q"}


def test_a_merge_of_a_merge_parts_in_any_order() -> None:
    base = project(
        UsoDatos(id="u", grupo="a", conjunto="c"),
        UsoDatos(id="v", grupo="z", conjunto="c"),
        LineaPlan(id="l", nombre="Boletín", grupos=("a",)),
        LineaPlan(id="m", nombre="Visor", grupos=("a", "z")),
    )
    antes = base.snapshot()
    merge(base, "q", "a")
    merge(base, "z", "q")
    assert (uses(base), lists(base)) == ({"v": "z"}, {"l": ("z",), "m": ("z",)})
    otra = base.snapshot()
    part(base, "a")
    assert (uses(base), lists(base)) == ({"u": "a", "v": "z"}, {"l": ("a",), "m": ("z", "a")})
    part(base, "q")
    assert (uses(base), {k: set(v) for k, v in lists(base).items()}) == (
        uses(antes), {k: set(v) for k, v in lists(antes).items()}
    )  # fmt: skip
    part(otra, "q")
    assert (uses(otra), lists(otra)) == ({"u": "q", "v": "z"}, {"l": ("q",), "m": ("z", "q")})
    part(otra, "a")
    assert (uses(otra), lists(otra)) == (uses(antes), {"l": ("a",), "m": ("z", "a")})


def test_what_was_withdrawn_for_good_is_not_missed() -> None:
    base = project(UsoDatos(id="u", grupo="a", conjunto="c"), UsoDatos(id="v", grupo="q", conjunto="c"))
    merge(base, "q", "a")
    union = base.activos(UnionGrupos)[0]
    sin = project_of(*[r for r in (*base.todos(GrupoUsuarios), union) if isinstance(r, (GrupoUsuarios, UnionGrupos))])
    assert {hecho.entidad for hecho in separar(sin, union).cambios} == {"grupo_usuarios", "union_grupos"}


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_whatever_is_merged_can_be_parted_in_any_order(data: st.DataObject) -> None:
    ids = list("abcde")
    pares = st.tuples(st.sampled_from(ids), st.sampled_from("xy"))
    usos = data.draw(st.lists(pares, unique=True, max_size=8))
    lineas = data.draw(st.lists(st.lists(st.sampled_from(ids), unique=True, max_size=4), max_size=4))
    base = project_of(
        *(GrupoUsuarios(id=i, nombre=f"Grupo {i}", notas=i) for i in ids),
        *(UsoDatos(id=f"u{n}", grupo=g, conjunto=c, uso=f"Uso {n}") for n, (g, c) in enumerate(usos)),
        *(LineaPlan(id=f"l{n}", nombre=f"L{n}", grupos=tuple(grupos)) for n, grupos in enumerate(lineas)),
    )
    antes = base.snapshot()
    for _ in range(data.draw(st.integers(1, 3))):
        vivos = in_use(base)
        if len(vivos) > 1:
            queda, *otros = data.draw(st.permutations(vivos))
            merge(base, queda, *otros[: data.draw(st.integers(1, 2))], notas=data.draw(st.sampled_from(["x", "y"])))
    nombrados = {grupo for grupos in lists(base).values() for grupo in grupos}
    assert nombrados <= set(in_use(base))
    for sobrante in data.draw(st.permutations([union.sobrante or "" for union in base.activos(UnionGrupos)])):
        part(base, sobrante)
    assert set(in_use(base)) == set(ids)
    assert uses(base) == uses(antes)
    for linea in antes.todos(LineaPlan):
        assert set(lists(base)[linea.id]) == set(linea.grupos)


@pytest.mark.parametrize(
    ("uno", "otro", "junto"),
    [("A", "", "A"), ("A", " ", "A"), ("", "B", "B"), ("A", "B", "A\nB"), ("La Prensa", "prensa", "La Prensa"),
     ("prensa", "La Prensa rural", "La Prensa rural")],
)  # fmt: skip
def test_texts_are_joined_without_repeating(uno: str, otro: str, junto: str) -> None:
    assert unidos(uno, otro) == junto


@pytest.mark.parametrize(
    "texto",
    ["", "{}", "no es JSON", "[1, 2]", '{"sueltos": 3}', '{"sueltos": [["uso_datos", "u"], 4, ["x", "u", "grupo"]]}',
     '{"sueltos": [["uso_datos", "u", "nada"]], "plegados": [["x", "u", "v"]], "listas": [[1, 2, 3, 4]]}'],
)  # fmt: skip
def test_what_a_damaged_file_says_was_moved_is_read_as_far_as_it_goes(texto: str) -> None:
    assert Movido.leido(texto) == Movido()


def test_each_area_keeps_its_own_words() -> None:
    base = project()
    merge(base, "q", "a", nombre="Uno", notas="x")
    merge(base, "q", "b", nombre="Dos")
    merge(base, "z", "q")
    final = base.get(GrupoUsuarios, "z")
    assert final is not None
    voces = Voces(base, Procedencias.of(base))
    assert {voz.id: voz.nombre for voz in voces.de(final)} == NOMBRES
    assert {voz.id: voz.notas for voz in voces.de(final)} == {i: f"Nota {i}" for i in NOMBRES}
    q = base.get(GrupoUsuarios, "q")
    assert q is not None
    base.apply([hecho for hecho in [cambio(q, nombre="Tres"), retiro(base.activos(UnionGrupos)[-1], "x")] if hecho])
    assert Voces(base, Procedencias.of(base)).de(final) == [final]
    tres = base.get(GrupoUsuarios, "q")
    assert tres is not None
    assert Voces(base, Procedencias.of(base)).de(tres)[0].nombre == "Tres"
