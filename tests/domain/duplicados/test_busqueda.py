"""Which groups look alike, how much, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.domain.duplicados import MINIMO, UMBRAL, buscar
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.domain.duplicados.comparar import SINONIMOS, group, pairs, score, slips

DENTRO, GOBIERNO, SOCIEDAD = ClaseGrupo


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("Comisión Nacional del Agua", "COMISION NACIONAL DE AGUA"),
        ("Hacienda y Crédito Público, Secretaría de", "Secretaría de Hacienda y Crédito Público"),
        ("Universidades públicas", "Universidad pública"),
        ("Investigadoras e investigadores", "Investigadores"),
        ("Sría. de Salud", "Secretaría de Salud"),
        ("Dpto. de Estadística", "Departamento de Estadística"),
        ("Red de Bcos. de Alimentos", "Red de Bancos de Alimentos"),
        ("Est. de Ing. Civil", "Estudiantes de ingeniería civil"),
        ("U. de Transparencia", "Unidad de Transparencia"),
        ("INEGI", "Instituto Nacional de Geografía y Estadística"),
        ("I.N.E.G.I.", "Inegi (Instituto Nacional de Estadística y Geografía)"),
        ("Red del Agua del Norte", "RAN"),
        ("Insituto de Caminos Rurales", "Instituto de Caminos Rurales"),
        ("Perodistas", "Periodistas"),
        ("Serbicio Sismológico", "Servicio Sismológico"),
        ("Comunicación Social", "Comunciación Social"),
        ("Administracion y Fianzas públicas", "Administarcion y Finanzas públicas"),
        ("Secretaría del Medioambiente", "Secretaría de Medio Ambiente"),
        ("Región III", "Región 3"),
        ("Jurisdicción Sanitaria Núm. 2", "Jurisdicción Sanitaria 2"),
        ("Barrios Unidos, Asociación Civil", "Barrios Unidos"),
        ("Primera Región Naval", "1a. Región Naval"),
        ("Gobierno del Estado de Jalisco", "Gobierno de Jalisco"),
        ("H. Ayuntamiento de Tonalá, Jalisco", "Ayuntamiento de Tonalá"),
        ("Fundar, Centro de Análisis, A.C.", "Fundar Centro de Análisis"),
        ("Periodismo de datos", "Periodistas de datos"),
        ("Sector académico", "Comunidad académica"),
        ("Diario Reforma", "Reforma (periódico)"),
        ("Periódico El Norte", "El Norte"),
        ("Revista Proceso", "Proceso"),
        ("Avispa Veloz (portal)", "Avispa Veloz"),
        ("Congreso del Estado de Veracruz de Ignacio de la Llave", "Congreso de Veracruz"),
        ("Empresas navieras", "Navieras"),
        ("Escuela Secundaria Técnica 45", "Secundaria Técnica 45"),
        ("HGZ 11", "Hospital General de Zona núm. 11"),
        ("IMCO", "Instituto Mexicano para la Competitividad, A.C."),
        ("FUNSALUD", "Fundación Mexicana para la Salud"),
        ("AMBAC", "Asociación Mexicana de Bibliotecarios, A. C."),
        ("AMB", "Asociación Mexicana de Bibliotecarios, A.C."),
        ("FGJCDMX", "Fiscalía General de Justicia de la Ciudad de México"),
        ("CANAPE TONALÁ", "Cámara Nacional de Pesca de Tonalá"),
        ("Comité del SNA", "Comité del Sistema Nacional Anticorrupción"),
        ("Secretaría de Hacienda", "SHCP"),
        ("Instituto Nacional de Estadística", "INEGI"),
        ("Cámara de Diputados. Comisión de Salud", "Comisión de Salud de la Cámara de Diputados"),
        ("PROCMAPA", "Programa de Campos y Aguas"),
        ("Procmpa", "PROCAMPA"),
        ("Inst. Nac. de Estadística y Geografía (INEGI)", "INEGI"),
        ("PROCAMPA Ribera", "Programa de Orillas"),
        ("U.G. de Tonalá", "Unión Ganadera de Tonalá"),
        ("Médico general", "Médicos generales"),
        ("Investigación y enseñanza", "Enseñanzas e investigaciones"),
    ],
)
def test_the_same_group_written_in_two_ways(uno: str, otro: str) -> None:
    assert score(uno, otro) >= UMBRAL
    assert score(otro, uno) == score(uno, otro)


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("Secretaría de Pesca del Gobierno de México", "Secretaría de Pesca del Gobierno de Puebla"),
        ("Gobierno de México", "Gobierno del Estado de México"),
        ("Dependencias del gobierno federal", "Dependencias"),
        ("Oficinas del gobierno federal", "Oficinas del gobierno estatal"),
        ("Diario de Yucatán", "Gobierno de Yucatán"),
        ("Diario de Yucatán", "Yucatán"),
        ("Periódico local", "Red local"),
        ("Lectores de revista", "Lectores"),
        ("HGZ 1", "Hospital General de Zona 11"),
        ("Secretaría de Hacienda de Jalisco", "SHCP"),
        ("Hoteles de Cancún, Quintana Roo", "Hoteles de Quintana Roo"),
        ("Universidad de Sonora", "Universidad Estatal de Sonora"),
        ("Instituto Mexicano de Contadores Públicos", "Contadores públicos"),
        ("Colegio de Notarios", "Notarios"),
        ("Ayuntamiento de Tonalá, Jalisco", "Ayuntamiento de Tonalá, Chiapas"),
        ("Instituto de Estadística", "INEGI"),
        ("Instituto Nacional de Estadística de Sonora", "INEGI"),
        ("Secretaría de Salud", "Secretaría de Salud y Trabajo"),
        ("Región I", "Región II"),
        ("Delegación 1", "Delegación 2"),
        ("Grupo A", "Grupo B"),
        ("Universidad Autónoma de Chiapas", "Universidad Autónoma de Chihuahua"),
        ("Gobierno del Estado de México", "Gobierno de la Ciudad de México"),
        ("Secretaría de Salud", "Secretaría de Salud de Jalisco"),
        ("Ayuntamiento de Benito Juárez, Sonora", "Ayuntamiento de Benito Juárez, Puebla"),
        ("Ayuntamiento de Jalisco", "Ayuntamiento"),
        ("Empresas públicas", "Empresas privadas"),
        ("Educación media superior", "Educación superior"),
        ("Comité estatal de salud rural y urbana", "Comité municipal de salud rural y urbana"),
        ("Secretaría de Salud", "Secretaría de Educación"),
        ("Comisión Nacional del Agua", "Comisión Nacional de Vivienda"),
        ("Ganaderos", "Panaderos"),
        ("Apicultores", "Avicultores"),
        ("Instituto de Neurología", "Instituto de Nefrología"),
        ("Moral", "Mural"),
        ("Bancos", "Banco de México"),
        ("Periodistas", "Periodistas de datos"),
        ("Turismo", "Turistas"),
        ("Banco Mundial", "Bomberos"),
        ("PROCAMPI", "PROCAMPA"),
        ("Periodismo de investigación", "Investigadores en periodismo"),
        ("Periodistas de investigación", "Investigadores en periodismo"),
        ("IMCP, A.C.", "Contadores públicos"),
        ("Contador público", "Instituto Mexicano de Contadores Públicos"),
        ("Médicos generales", "Médicos"),
        ("Unión Nacional Ganadera", "Productores pecuarios"),
        ("Inst. de Estadística de Jalisco (INEGI)", "INEGI"),
    ],
)
def test_other_groups_with_names_alike(uno: str, otro: str) -> None:
    assert score(uno, otro) < UMBRAL


@pytest.mark.parametrize(
    ("titulo", "personas"),
    [
        ("El Economista", "Economistas"),
        ("EL ECONOMISTA", "Los economistas"),
        ("Periódico El Financiero", "Financieras"),
        ("La Jornada (diario)", "Jornadas"),
    ],
)
def test_what_a_newspaper_is_called_is_not_the_people_of_that_name(titulo: str, personas: str) -> None:
    assert score(titulo, personas) < UMBRAL
    assert score(personas, titulo) < UMBRAL


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("El Economista", "Economista"),
        ("El economista", "Economistas"),
        ("La Ciudadana", "la ciudadana"),
        ("El Maestro Rural", "Maestros rurales"),
        ("El Profesorado", "Profesores"),
    ],
)
def test_an_article_alone_makes_no_newspaper(uno: str, otro: str) -> None:
    assert score(uno, otro) >= UMBRAL


def reasons(uno: str, otro: str) -> tuple[str, ...]:
    return pairs(group("a", uno), group("b", otro))[0].razones


@pytest.mark.parametrize(
    ("uno", "otro", "razon"),
    [
        ("Prensa", "Prensa", "El nombre es el mismo."),
        ("Prensa rural", "PRENSA RURAL", "El nombre es el mismo; solo cambian acentos, mayúsculas o espacios."),
        ("La prensa rural", "Prensa rural", "El nombre es el mismo; solo cambian signos, artículos o preposiciones."),
        ("Rural prensa", "Prensa rural", "Los nombres tienen las mismas palabras en otro orden."),
        ("Museo rural", "Museos rurales", "Los nombres tienen las mismas palabras; solo cambia el plural o el género."),
        ("INEGI", "Instituto Nacional de Estadística y Geografía",
         "«INEGI» equivale a «Instituto Nacional de Estadística y Geografía»."),
        ("Dir. Gral. de Salud", "Dirección General de Salud",
         "Los nombres dicen lo mismo; está abreviado «Dir.», «Gral.»."),
        ("Sector privado", "Iniciativa privada", "Los nombres dicen lo mismo con palabras o siglas que equivalen."),
        ("Periodismo rural", "Periodistas rurales", "«Periodismo» y «Periodistas» parecen la misma palabra."),
        ("Personal docente", "Docentes", "Los nombres se parecen, pero solo uno dice «Personal»."),
        ("H. Ayuntamiento de Tonalá, Jal.", "Ayuntamiento de Tonalá",
         "Los nombres se parecen, pero solo uno dice «Jal.»."),
        ("Observatorio de Obra Pública Local", "OOPL", "«OOPL» equivale a «Observatorio de Obra Pública Local»."),
    ],
)  # fmt: skip
def test_the_reason_is_said_with_the_words_of_people(uno: str, otro: str, razon: str) -> None:
    grupos = [group("a", uno), group("b", otro)]
    if otro == "OOPL":
        grupos[0] = group("a", uno, siglas="OOPL")
    assert buscar(grupos, SINONIMOS, slips, minimo=0)[0].razones[0] == razon


def test_a_reason_that_has_no_words_of_its_own() -> None:
    assert reasons("INEGI", "Instituto Nacional de Estadística y Geógrafos") == ("Los nombres dicen casi lo mismo.",)
    assert reasons("Socios del INEGI", "Socios de Estadística y Geografía")[0] == "Los nombres se parecen."


def test_a_name_with_other_initials_in_it_is_no_rival_for_the_initials_of_the_whole() -> None:
    nombres = [group("a", "UAS"), group("b", "U. A. de Selvas"), group("c", "Universidad Abierta de Selvas")]
    assert {(p.uno, p.otro) for p in pairs(*nombres) if p.puntaje >= UMBRAL} == {("a", "c"), ("b", "c")}


def test_initials_of_one_name_are_found_in_any_of_the_orders_in_which_it_is_written() -> None:
    ordenes = [group("a", "Observatorio Rural Nacional"), group("b", "Observatorio Nacional Rural")]
    assert {p.puntaje for p in pairs(*ordenes, group("c", "ONR"))} == {97, 88}


def test_initials_spell_a_name_as_it_was_written_whatever_its_words_stand_for() -> None:
    (pareja,) = pairs(group("a", "Confederación Nacional Docente"), group("b", "CND"))
    assert pareja.puntaje >= UMBRAL


def test_a_name_with_known_initials_has_no_others_that_leave_a_word_out() -> None:
    assert score("SHP", "Secretaría de Hacienda y Crédito Público") == 0
    assert score("SHP", "Secretaría de Hacienda y Crédito Privado") >= UMBRAL


def test_a_record_may_say_that_a_name_has_other_initials() -> None:
    uno, otro = group("a", "CANACINE"), group("b", "Cámara Nacional de la Industria Cinematográfica")
    ajeno = group("c", "Cámara Nacional de la Industria Editorial Mexicana (CANIEM)")
    (pareja,) = pairs(uno, otro, ajeno, minimo=UMBRAL)
    assert {pareja.uno, pareja.otro} == {"a", "b"}


def test_initials_that_spell_a_whole_name_are_not_those_of_one_with_a_word_more() -> None:
    grupos = [group("a", "RAN"), group("b", "Red del Agua del Norte"), group("c", "Red Abierta del Agua del Norte")]
    assert [{pareja.uno, pareja.otro} for pareja in pairs(*grupos) if pareja.puntaje >= UMBRAL] == [{"a", "b"}]


@pytest.mark.parametrize(
    ("corto", "largo"),
    [
        ("CANAPE Tonalá", "Cámara Nacional de Pesca de Tonalá"),
        ("Departamento de GF", "Departamento de Gestión Forestal"),
        ("Socios de CANAPE", "Socios de la Cámara Nacional de Pesca"),
        ("IEE Chihuahua", "Instituto Estatal Electoral de Chihuahua"),
    ],
)
def test_initials_within_a_name_are_spelt_out_by_another(corto: str, largo: str) -> None:
    (pareja,) = pairs(group("a", corto), group("b", largo))
    assert pareja.puntaje >= UMBRAL
    assert pareja.razones == (
        f"Las siglas «{next(p for p in corto.split() if p.isupper())}» corresponden al otro nombre.",
    )


@pytest.mark.parametrize(
    "otro", ["Cámara Nacional de Pesca de Loreto", "Cámara Nacional de Pesca", "Pescadores de Tonalá"]
)
def test_initials_within_a_name_do_not_do_for_the_rest_of_it(otro: str) -> None:
    assert pairs(group("a", "CANAPE Tonalá"), group("b", otro)) == []


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("Instituto Estatal de la Mujer de Jalisco", "Instituto de la Mujer del Estado de Jalisco"),
        ("Estudiantes de la carrera de medicina", "Estudiantes de medicina"),
        ("Periodistas especializados en economía", "Periodistas de economía"),
        ("Cámara de Diputados del Congreso de la Unión", "Cámara de Diputados"),
        ("Heroico Cuerpo de Bomberos", "Cuerpo de Bomberos"),
        ("Junta de Caminos de los Estados Unidos Mexicanos", "Junta de Caminos"),
        ("Secretaría de Pesca del Gobierno de México", "Secretaría de Pesca"),
        ("SECRETARÍA DE PESCA (GOBIERNO FEDERAL)", "Secretaría de Pesca"),
        ("Silvicultores de la región", "Silvicultores"),
        ("Laboratorios clínicos y similares", "Laboratorios clínicos"),
        ("Guías, intérpretes y otros", "Guías e intérpretes"),
        ("Visitantes nacionales y extranjeros", "Visitantes"),
    ],
)
def test_what_is_said_for_the_sake_of_form_tells_nothing(uno: str, otro: str) -> None:
    (pareja,) = pairs(group("a", uno), group("b", otro))
    assert pareja.puntaje >= UMBRAL


def test_initials_of_the_record_bring_names_together() -> None:
    (pareja,) = pairs(group("a", "REMA"), group("b", "Mesa regional del agua", siglas="REMA"))
    assert pareja.puntaje > UMBRAL
    assert "Tienen las mismas siglas: «REMA»." in pareja.razones
    (otra,) = pairs(group("a", "Mesa de Agua", siglas="REMA"), group("b", "Mesa de Agua y Bosques", siglas="R.E.M.A."))
    (sin,) = pairs(group("a", "Mesa de Agua"), group("b", "Mesa de Agua y Bosques"))
    assert otra.puntaje > sin.puntaje


def test_other_initials_and_another_class_lower_the_score() -> None:
    igual = pairs(group("a", "Prensa rural"), group("b", "Prensa rural"))[0]
    siglas = pairs(group("a", "Prensa rural", siglas="PR"), group("b", "Prensa rural", siglas="PRU"))[0]
    assert siglas.puntaje < igual.puntaje
    assert "Sus siglas son distintas." in siglas.razones
    fuera = pairs(group("a", "Prensa rural", clase=GOBIERNO), group("b", "Prensa rural", clase=SOCIEDAD))[0]
    dentro = pairs(group("a", "Prensa rural", clase=DENTRO), group("b", "Prensa rural", clase=SOCIEDAD))[0]
    mismas = pairs(
        group("a", "Prensa rural", clase=DENTRO, siglas="PR"), group("b", "Prensa rural", clase=SOCIEDAD, siglas="PR")
    )[0]
    assert igual.puntaje > fuera.puntaje >= UMBRAL > dentro.puntaje
    assert mismas.puntaje >= UMBRAL
    assert "Su clase es distinta, y eso baja el parecido." in fuera.razones


def test_a_description_tips_the_scale_between_doubtful_names() -> None:
    dicho = "Hacen reportajes con datos públicos de riego"
    sin = pairs(group("a", "Prensa rural"), group("b", "Prensa"))[0]
    con = pairs(group("a", "Prensa rural", descripcion=dicho), group("b", "Prensa", notas=f"{dicho} y drenaje"))[0]
    assert con.puntaje > sin.puntaje
    assert "Sus descripciones dicen casi lo mismo." in con.razones


def test_pairs_known_to_be_different_are_not_told() -> None:
    grupos = [group("a", "Prensa"), group("b", "La prensa")]
    assert buscar(grupos, SINONIMOS, slips, distintos={frozenset("ab")}) == []


def test_a_nameless_group_is_known_by_its_initials_or_not_at_all() -> None:
    grupos = [
        group("a", "", siglas="INEGI"),
        group("b", "INEGI"),
        group("c", ""),
        group("d", "¿?"),
        group("e", "A. C."),
    ]
    assert [(p.uno, p.otro) for p in pairs(*grupos)] == [("a", "b")]


def test_a_name_of_small_words_alone_is_still_compared() -> None:
    assert score("Con y sin", "CON Y SIN") == 100
    assert score("Los de la", "Los de la") == 100
    assert score("Zona 1", "Zona 1") == 100


def test_the_surest_pairs_come_first_and_the_rest_is_left_out() -> None:
    grupos = [group("a", "Prensa rural"), group("b", "Prensa rural"), group("c", "Personal de prensa rural")]
    halladas = buscar(grupos, SINONIMOS, slips)
    puntajes = [pareja.puntaje for pareja in halladas]
    assert puntajes == sorted(puntajes, reverse=True)
    assert all(puntaje >= MINIMO for puntaje in puntajes)
    assert len(buscar(grupos, SINONIMOS, slips, minimo=98)) == 1


def test_very_many_groups_of_one_name_are_held_together_without_every_pair() -> None:
    muchos = [group(f"g{n}", "Prensa rural", clase=list(ClaseGrupo)[n % 2]) for n in range(40)]
    halladas = pairs(*muchos, minimo=MINIMO)
    assert len(halladas) < 60
    assert {identidad for pareja in halladas for identidad in (pareja.uno, pareja.otro)} == {g.id for g in muchos}
    otros = [group(f"h{n}", "Personal de prensa rural", clase=list(ClaseGrupo)[n % 2]) for n in range(5)]
    entre = [p for p in pairs(*muchos, *otros, minimo=MINIMO) if {p.uno[0], p.otro[0]} == {"g", "h"}]
    assert len(entre) == 4


def test_words_that_very_many_names_have_are_no_reason_to_compare() -> None:
    nombres = [f"Escuela {una * 4}{otra * 4}" for una in "bcdfglmnprtwx" for otra in "aeiou"]
    grupos = [group(f"g{n}", nombre) for n, nombre in enumerate(["Escuela", *nombres])]
    iguales = [group("x", "Escuela Juárez de música"), group("y", "Escuela Juáres de música")]
    assert [(p.uno, p.otro) for p in pairs(*grupos, *iguales, minimo=UMBRAL)] == [("x", "y")]


def test_progress_is_told_and_may_stop_the_search() -> None:
    dichos: list[tuple[int, int]] = []
    grupos = [group(f"g{n}", f"Grupo {n}") for n in range(300)]
    buscar(grupos, SINONIMOS, slips, progress=lambda hecho, total: dichos.append((hecho, total)))
    assert dichos
    assert all(0 < hecho <= total == 600 for hecho, total in dichos)

    def stop(hecho: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        buscar(grupos, SINONIMOS, slips, progress=stop)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_whatever_people_write_can_be_compared(nombres: list[str]) -> None:
    grupos = [group(str(n), nombre, siglas=nombre[:3]) for n, nombre in enumerate(nombres)]
    halladas = pairs(*grupos)
    assert all(0 <= pareja.puntaje <= 100 and pareja.razones for pareja in halladas)
    assert len({frozenset((p.uno, p.otro)) for p in halladas}) == len(halladas)


@given(
    st.permutations(["Prensa rural", "La prensa rural", "INEGI", "Perodistas", "Periodistas", "Docentes", "Maestra"])
)
def test_the_order_of_the_groups_does_not_matter(nombres: list[str]) -> None:
    halladas = pairs(*(group(nombre, nombre) for nombre in nombres))
    assert {(frozenset((p.uno, p.otro)), p.puntaje) for p in halladas} == {
        (frozenset(("Prensa rural", "La prensa rural")), 97),
        (frozenset(("Perodistas", "Periodistas")), 89),
        (frozenset(("Docentes", "Maestra")), 97),
    }
