"""The door to ``recursos``, tried on the folder that ships and on a small one made for the test."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.correos import CAMPOS
from promueve_gui.application.formats import Motivo
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.newsletters import CAMPOS_NOVEDADES, NOVEDADES
from promueve_gui.domain.campos_combinados import CAMPOS_COMBINADOS
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.enriquecido import escapar
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Opcion, Tipo, campos, campos_visibles
from promueve_gui.domain.formato import leer, mostrar
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.domain.plantillas import combinar_plantilla
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS
from promueve_gui.domain.revision import revisar_campo
from promueve_gui.domain.vocabularios import ClaseGrupo, ComputoDias, ConteoRed, LecturaBimestre, ObjetoRegla

CLAVES = {f"R{n}" for n in range(1, 15)} | {f"P{n}" for n in range(1, 6)}
PAGINAS = ("inicio", "usuarios", "plan", "contenidos", "promocion", "recomendaciones", "entregables")
PERFILES = ("vigente", "historico-2015-2018")
CITA = re.compile(r"paso \d(\.\d)?, edición (2015|2017)")


@pytest.fixture(scope="module")
def recursos() -> Recursos:
    return Recursos(find_root())


# --- Where the folder is -----------------------------------------------------------------------------------


def test_root_stands_beside_the_package() -> None:
    assert find_root() == Path(__file__).resolve().parents[2] / "recursos"


def test_root_inside_a_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_root() == tmp_path / "recursos"


def test_making_the_door_reads_nothing(tmp_path: Path) -> None:
    assert Recursos(tmp_path / "missing").perfiles() == []


# --- Profiles ----------------------------------------------------------------------------------------------


def test_profile_in_force_comes_first(recursos: Recursos) -> None:
    assert recursos.perfiles() == [("vigente", "Vigente"), ("historico-2015-2018", "Histórico 2015–2018")]


@pytest.mark.parametrize("clave", PERFILES)
def test_profile_has_one_citation_for_each_rule_and_step(recursos: Recursos, clave: str) -> None:
    citas = [registro for registro in recursos.load_perfil(clave) if isinstance(registro, CitaGuia)]
    assert {cita.clave for cita in citas} == CLAVES
    assert len(citas) == len(CLAVES)
    assert all(CITA.search(cita.cita) for cita in citas)


@pytest.mark.parametrize("clave", PERFILES)
def test_profile_fills_every_required_field_with_its_type(recursos: Recursos, clave: str) -> None:
    for registro in recursos.load_perfil(clave):
        for nombre, campo in campos(type(registro)).items():
            valor = getattr(registro, nombre)
            assert not campo.requerido or valor not in {"", None}, (registro.titulo, nombre)
            assert campo.tipo is not Tipo.OPCION or isinstance(valor, Opcion) or not campo.requerido


def test_profile_in_force(recursos: Recursos) -> None:
    perfil = _perfil(recursos, "vigente")
    assert perfil.siglas_rector == "ATDT"
    assert perfil.portal == "Plataforma Nacional de Datos Abiertos"
    assert perfil.sitio_portal == "https://www.datos.gob.mx/"
    assert perfil.licencia == "CC-BY-4.0"
    assert perfil.correo_asesoria == ""
    assert (perfil.dias_respuesta, perfil.computo_dias) == (30, ComputoDias.NATURALES)
    assert perfil.lectura_bimestre is LecturaBimestre.CALENDARIO
    assert (perfil.caracteres_cuartilla, perfil.frase_larga) == (1800, 30)


def test_historical_profile(recursos: Recursos) -> None:
    perfil = _perfil(recursos, "historico-2015-2018")
    assert (perfil.siglas_rector, perfil.portal, perfil.licencia) == ("CEDN", "datos.gob.mx", "Libre Uso MX")
    assert (perfil.nombre_asesoria, perfil.correo_asesoria) == ("Escuadrón de Datos", "escuadron@datos.gob.mx")
    assert (perfil.seccion_historias, perfil.seccion_herramientas) == ("Impacto", "Herramientas")


def test_network_limits(recursos: Recursos) -> None:
    redes = [registro for registro in recursos.load_perfil("vigente") if isinstance(registro, RedSocial)]
    assert {red.nombre: red.limite for red in redes} == {
        "X": 280,
        "Threads": 500,
        "Bluesky": 300,
        "Mastodon": 500,
        "Instagram": 2200,
        "LinkedIn": 3000,
        "Facebook": 63206,
        "Telegram": 4096,
    }
    assert {red.nombre: red.cuenta_url for red in redes if red.cuenta_url} == {"X": 23, "Mastodon": 23}
    assert all(red.vigente for red in redes)


def test_each_load_of_a_profile_has_its_own_identities(recursos: Recursos) -> None:
    primera, segunda = (recursos.load_perfil("vigente") for _ in range(2))
    assert {registro.id for registro in primera}.isdisjoint(registro.id for registro in segunda)


def test_unknown_profile_is_said(recursos: Recursos) -> None:
    with pytest.raises(UserError) as caught:
        recursos.load_perfil("inexistente")
    assert mensaje(caught.value).startswith("No existe el perfil «inexistente».")


def _perfil(recursos: Recursos, clave: str) -> Perfil:
    return next(registro for registro in recursos.load_perfil(clave) if isinstance(registro, Perfil))


# --- Help --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tipo", TIPOS, ids=lambda tipo: tipo.ENTIDAD)
def test_every_visible_field_has_help_and_no_other(recursos: Recursos, tipo: type) -> None:
    ayudas = recursos.load_ayuda(tipo.ENTIDAD)  # type: ignore[attr-defined]  # parametrised over record types
    otras = {"membrete"} if tipo is Contenido else set()  # shown by its own form, and in no table
    assert [nombre for nombre in ayudas if nombre not in otras] == list(campos_visibles(tipo))
    assert otras <= set(ayudas)


@pytest.mark.parametrize("entidad", POR_ENTIDAD)
def test_help_is_one_or_two_sentences_with_example_and_known_citation(recursos: Recursos, entidad: str) -> None:
    for campo, ayuda in recursos.load_ayuda(entidad).items():
        donde = f"{entidad}.{campo}"
        assert 20 <= len(ayuda.ayuda) <= 200, donde
        assert ayuda.ayuda.endswith((".", "…")), donde
        assert ayuda.ejemplo, donde
        assert ayuda.cita in CLAVES | {""}, donde


@pytest.mark.parametrize("entidad", POR_ENTIDAD)
def test_every_example_of_the_help_is_a_value_of_its_field(recursos: Recursos, entidad: str) -> None:
    descritos, vacio = campos(POR_ENTIDAD[entidad]), Proyecto()
    for nombre, ayuda in recursos.load_ayuda(entidad).items():
        campo = descritos[nombre]
        if not campo.destino:  # other records go by whatever people called them
            valor = leer(campo, ayuda.ejemplo, vacio)
            assert (mostrar(campo, valor, vacio), revisar_campo(campo, valor)) == (ayuda.ejemplo, ""), nombre


def test_no_help_without_its_record(recursos: Recursos) -> None:
    ayudas = {ruta.stem for ruta in (find_root() / "ayuda").glob("*.toml")}
    assert ayudas - {"pasos", "glosario"} == set(POR_ENTIDAD)


def test_unknown_entity_has_no_help(recursos: Recursos) -> None:
    assert dict(recursos.load_ayuda("inexistente")) == {}


def test_help_is_read_once(tmp_path: Path) -> None:
    carpeta = tmp_path / "ayuda"
    carpeta.mkdir()
    archivo = carpeta / "grupo.toml"
    archivo.write_text('[nombre]\nayuda = "Antes."\nejemplo = "Uno"\n', encoding="utf-8")
    recursos = Recursos(tmp_path)
    assert recursos.load_ayuda("grupo")["nombre"].ayuda == "Antes."
    archivo.unlink()
    assert recursos.load_ayuda("grupo")["nombre"].cita == ""


def test_every_page_has_its_introduction(recursos: Recursos) -> None:
    assert tuple(recursos.pasos) == PAGINAS
    for paso in recursos.pasos.values():
        assert paso.titulo
        assert len(paso.texto) > 100
        assert paso.cita in CLAVES | {""}


def test_glossary_has_no_repeated_word(recursos: Recursos) -> None:
    palabras = [termino.termino for termino in recursos.glosario]
    assert len(set(palabras)) == len(palabras) >= 25
    assert all(termino.definicion.endswith(".") for termino in recursos.glosario)


def test_manual_tells_of_every_step(recursos: Recursos) -> None:
    for titulo in ("Inicio", "Paso 1", "Paso 2", "Paso 3", "Paso 4", "Paso 5", "Entregables", "Atajos del teclado"):
        assert titulo in recursos.manual


# --- Catalogues --------------------------------------------------------------------------------------------


def test_sectors_are_those_of_the_portal(recursos: Recursos) -> None:
    assert len(recursos.sectores) == 12
    assert (recursos.sectores[0], recursos.sectores[-1]) == ("Educación", "Otros")


def test_starter_catalogue_covers_the_three_classes(recursos: Recursos) -> None:
    grupos = recursos.grupos_tipicos
    assert len(grupos) >= 40
    assert len({grupo.nombre for grupo in grupos}) == len(grupos)
    assert {grupo.clase for grupo in grupos} == set(ClaseGrupo)
    for sector in recursos.sectores:  # every sector has some of each class to start with
        suyos = [grupo.clase for grupo in grupos if grupo.sector == sector]
        assert (len(suyos) >= 5, set(suyos)) == (True, set(ClaseGrupo)), sector
    assert all(grupo.descripcion.endswith(".") and len(grupo.descripcion) <= 100 for grupo in grupos)
    assert all(bool(grupo.ejes) == (grupo.clase is ClaseGrupo.SOCIEDAD) for grupo in grupos)


def test_rules_of_the_plan_are_whole_and_lean_on_what_every_profile_cites(recursos: Recursos) -> None:
    for clave, _ in recursos.perfiles():
        reglas = [registro for registro in recursos.load_perfil(clave) if isinstance(registro, ReglaPlan)]
        assert {regla.cita for regla in reglas} <= CLAVES
        assert len({regla.nombre for regla in reglas}) == len(reglas)
        for regla in reglas:
            assert all(getattr(regla, nombre) for nombre, campo in campos(ReglaPlan).items() if campo.requerido), regla


def test_rules_of_the_plan_watch_everything_and_the_gaps_without_a_limit(recursos: Recursos) -> None:
    reglas = [registro for registro in recursos.load_perfil("vigente") if isinstance(registro, ReglaPlan)]
    assert {regla.objeto for regla in reglas} == set(ObjetoRegla)
    huecos = {ObjetoRegla.CONJUNTO: "R3", ObjetoRegla.GRUPO: "R3", ObjetoRegla.BIMESTRE: "R8"}
    for regla in reglas:
        if regla.objeto in huecos:
            admite_todo = (regla.tope, regla.clase, regla.eje, regla.cuadrante, regla.prioritarios)
            assert (regla.cita, admite_todo) == (huecos[regla.objeto], (None, None, None, None, False))


# --- Rows of the sample ------------------------------------------------------------------------------------


def test_sample_rows_are_completed_with_the_default_of_their_file(tmp_path: Path) -> None:
    carpeta = tmp_path / "catalogos" / "ejemplo"
    carpeta.mkdir(parents=True)
    texto = '[defecto]\nrol = "enlace"\n[[filas]]\nclave = "a"\n[[filas]]\nclave = "b"\nrol = "tecnico"\n'
    (carpeta / "persona.toml").write_text(texto, encoding="utf-8")
    filas = Recursos(tmp_path).ejemplo()
    assert filas == {"persona": [{"rol": "enlace", "clave": "a"}, {"rol": "tecnico", "clave": "b"}]}


def test_sample_has_a_file_per_kind_but_those_of_the_profile_and_documents_of_an_institution(
    recursos: Recursos,
) -> None:
    assert set(recursos.ejemplo()) == set(POR_ENTIDAD) - {
        "perfil",
        "red_social",
        "cita_guia",
        "sinonimo",
        "plantilla_correo",
        "regla_plan",
        "fragmento",
        "membrete",
        "plantilla_presentacion",
    }


# --- Snippets and networks ---------------------------------------------------------------------------------


def test_snippets_are_ready_to_be_put_into_a_text(recursos: Recursos) -> None:
    fragmentos = recursos.fragmentos()
    assert len({fragmento.nombre for fragmento in fragmentos}) == len(fragmentos) >= 8
    conocidos = {campo.nombre for campo in CAMPOS_COMBINADOS}
    for fragmento in fragmentos:
        assert set(re.findall(r"\{(.*?)\}", fragmento.texto)) <= conocidos
        assert fragmento.texto == escapar(fragmento.texto)
    assert any("Libre Uso MX" in fragmento.texto for fragmento in fragmentos)


@pytest.mark.parametrize("clave", PERFILES)
def test_networks_say_how_they_count(recursos: Recursos, clave: str) -> None:
    redes = {red.nombre: red.conteo for red in recursos.load_perfil(clave) if isinstance(red, RedSocial)}
    assert redes["X"] is ConteoRed.PONDERADO
    assert redes["Mastodon"] is ConteoRed.VISIBLES_SIN_SERVIDOR
    assert redes["Facebook"] is ConteoRed.CARACTERES
    assert redes.get("Bluesky", ConteoRed.VISIBLES) is ConteoRed.VISIBLES
    assert redes.get("Threads", ConteoRed.EMOJI_EN_BYTES) is ConteoRed.EMOJI_EN_BYTES


# --- Messages ----------------------------------------------------------------------------------------------


def test_there_is_a_message_for_each_reason_to_write_to_areas(recursos: Recursos) -> None:
    assert {motivo.value for motivo in Motivo} <= {mensaje.clave for mensaje in recursos.mensajes()}


def test_messages_hold_only_fields_that_can_be_filled_in(recursos: Recursos) -> None:
    for plantilla in recursos.mensajes():
        valores = dict.fromkeys(CAMPOS_NOVEDADES if plantilla.clave == NOVEDADES else CAMPOS, "x")
        for texto in (plantilla.asunto, plantilla.cuerpo):
            assert texto == texto.strip() != ""
            assert combinar_plantilla(texto, valores).desconocidos == ()


def test_messages_are_new_records_each_time(recursos: Recursos) -> None:
    ids = [mensaje.id for _ in range(2) for mensaje in recursos.mensajes()]
    assert len(set(ids)) == len(ids)
