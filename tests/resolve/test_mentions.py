"""Pronouns and descriptions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.model import Actor
from loaders.records import Attribution, Citation
from loaders.resolve import Register, actors_of

from .conftest import document, said, spans


def read(register: Register, text: str, *sources: str) -> list[Actor | None]:
    """The actors of sources in order, each with the word behind it for its content."""
    attributions = [said(text, source, text.split(source, 1)[1][:6], name=f"a{i}") for i, source in enumerate(sources)]
    return list(actors_of(document(text), attributions, register).values())


def test_a_pronoun_is_the_speaker_before(register: Register):
    text = "Lena Brandt warned of floods.\nShe added more. Erik Vane agreed now. He went on to say it."
    assert [a and a.id for a in read(register, text, "Lena Brandt", "She", "Erik Vane", "He")] == [
        "brandt",
        "brandt",
        "vane",
        "vane",
    ]


@pytest.mark.parametrize("pronoun", ["He", "It", "They"])
def test_a_pronoun_that_does_not_fit_is_nobody(register: Register, pronoun: str):
    text = f"Lena Brandt warned of floods. {pronoun} added more."
    assert read(register, text, "Lena Brandt", pronoun)[1] is None


def test_a_pronoun_does_not_look_back_far(register: Register):
    text = "Lena Brandt warned of floods.\nIt rained.\nIt snowed.\nShe added more."
    assert read(register, text, "Lena Brandt", "She")[1] is None


def test_a_description_is_who_was_described_so(register: Register):
    text = "Westland diplomat Pavel Orsk warned of floods. Snow fell.\nThe diplomat added more."
    first, second = read(register, text, "Westland diplomat Pavel Orsk", "The diplomat")
    assert first == second


def test_a_description_that_fits_two_is_unnamed(register: Register):
    text = "Diplomat Pavel Orsk came with diplomat Ivo Brenn by train. Snow fell.\nThe diplomat added more."
    (actor,) = read(register, text, "The diplomat")
    assert actor is not None
    assert actor.kind == "unnamed"


def test_a_vice_president_is_not_the_president(register: Register):
    text = "Vice President Pavel Orsk came. Snow fell.\nThe president added more."
    (actor,) = read(register, text, "The president")
    assert actor is not None
    assert actor.kind == "unnamed"


def test_a_statement_is_its_issuers_word(register: Register):
    text = "In a statement, the Stone House warned of floods. The statement reads on."
    assert [a and a.id for a in read(register, text, "the Stone House", "The statement")] == ["ndm", "ndm"]


def test_who_is_the_name_right_before(register: Register):
    assert [a and a.id for a in read(register, "It was Erik Vane, who said it then.", "who")] == ["vane"]


def test_an_outlet_known_by_its_article_is_found_within_a_sentence(register: Register):
    assert [a and a.id for a in read(register, "It snows, The Herald reported on it.", "The Herald")] == ["herald"]
    assert [a and a.id for a in read(register, "It snows. The Herald reported on it.", "The Herald")] != ["herald"]


def test_a_bare_title_is_who_was_given_it(register: Register):
    text = "PACT Secretary General Erik Vane warned of floods. Snow fell.\nThe Secretary General added more."
    first, second = read(register, text, "PACT Secretary General Erik Vane", "The Secretary General")
    assert first == second


def test_the_official_is_the_person_who_spoke(register: Register):
    text = "Spokesperson Lena Brandt warned of floods.\nThe Russian official added more."
    assert [a and a.id for a in read(register, text, "Spokesperson Lena Brandt", "The Russian official")] == [
        "brandt",
        "brandt",
    ]


def test_an_official_without_a_name_who_spoke_is_the_official(register: Register):
    text = "A senior official told of snow. Lena Brandt warned of floods.\nThe official added more."
    *_, last = read(register, text, "A senior official", "Lena Brandt", "The official")
    assert last is not None
    assert last.kind == "unnamed"


@pytest.mark.parametrize("spies", ["The spy agency", "The nation’s spy agency", "The intelligence service"])
def test_a_spy_agency_is_the_intelligence_service_named(register: Register, spies: str):
    text = f"The Norland Intelligence Bureau warned of floods. The Committee on Floods met.\n{spies} added more."
    assert [a and a.id for a in read(register, text, "The Norland Intelligence Bureau", spies)] == ["nib", "nib"]


def test_who_made_the_remarks_spoke_before_unnamed(register: Register):
    text = "The head of the harbour warned of floods.\nErik Vane, the head of the board, made the remarks in Norberg."
    (actor,) = read(register, text, "The head of the harbour")
    assert actor is not None
    assert actor.id == "vane"


def test_he_is_nobody_of_whom_his_own_words_tell(register: Register):
    text = "No talks with Erik Vane were planned, he said."
    at = text.index("he said")
    one = Attribution("a1", ((at, at + 2),), ((at + 3, at + 7),), ((0, at - 2),), "indirect", 0.9)
    assert actors_of(document(text), [one], register)["a1"] is None


@pytest.mark.parametrize("tank", ["The think tank", "The Norberg-based think tank", "The Norberg-based institute"])
def test_a_think_tank_is_the_institute_named(register: Register, tank: str):
    text = f"The Vesla Floods Institute warned of floods. Snow fell.\n{tank} added more."
    first, second = read(register, text, "The Vesla Floods Institute", tank)
    assert first is not None
    assert second == first


def test_the_head_of_state_is_the_president_who_was_named(register: Register):
    text = "President Pavel Orsk warned of floods. Snow fell.\nThe head of state added more."
    first, second = read(register, text, "President Pavel Orsk", "The head of state")
    assert first == second


def test_the_head_of_is_the_chief_of(register: Register):
    text = "PACT Secretary General Erik Vane warned of floods. Snow fell.\nThe head of PACT added more."
    first, second = read(register, text, "PACT Secretary General Erik Vane", "The head of PACT")
    assert first == second


def test_a_ministry_is_told_by_what_it_is_for_in_either_spelling(register: Register):
    text = "Norland's Defence Ministry warned of floods.\nThe foreign ministry spoke.\nThe defense ministry added more."
    first, _, third = read(register, text, "Norland's Defence Ministry", "The foreign ministry", "The defense ministry")
    assert first == third


def test_the_ministry_in_a_capital_is_that_countrys(register: Register):
    text = "In Norberg, the Defence Ministry warned of floods."
    assert [a and a.id for a in read(register, text, "the Defence Ministry")] == ["ndm"]


def test_the_lead_may_describe_who_is_named_only_later(register: Register):
    text = "It is serious, the defence secretary warned again.\nDefence Secretary Pavel Orsk came by train."
    (actor,) = read(register, text, "the defence secretary")
    assert actor is not None
    assert actor.name == "Pavel Orsk"


def test_a_title_is_whose_name_stands_behind_it_elsewhere(register: Register):
    text = "Haugvik mayor warned of floods.\nIt rained on Haugvik mayor Pavel Orsk. Mayor Ivo Brenn came."
    one = Attribution("a", ((0, 13),), ((14, 20),), ((21, 30),), "indirect", 0.9)
    (actor,) = actors_of(document(text), [one], register).values()
    assert actor is not None
    assert actor.name == "Pavel Orsk"


def test_a_short_name_in_brackets_parts_nobody_from_his_office(register: Register):
    text = "Union of States (US) Secretary-General Pavel Orsk warned of floods."
    (actor,) = read(register, text, "Union of States (US) Secretary-General Pavel Orsk")
    assert actor is not None
    assert actor.name == "Pavel Orsk"


def test_two_names_with_a_hyphen_are_nobody(register: Register):
    text = "Kim-Orsk treaty\nIvo Orsk signed it. Orsk warned of floods."
    (actor,) = read(register, text, "Orsk warned")
    assert actor is None or actor.name != "Kim-Orsk"


def test_the_expert_is_the_person_who_spoke(register: Register):
    text = "Adviser Ivo Brenn warned of floods.\nThe expert added more."
    first, second = read(register, text, "Adviser Ivo Brenn", "The expert")
    assert first == second


def test_it_is_not_the_owner_of_something(register: Register):
    text = "The NIB warned of floods.\nSnow fell because of Norland's winter.\nIt added more then."
    assert [a and a.id for a in read(register, text, "The NIB", "It")][1] != "norland"


def test_the_official_is_one_without_a_name_who_spoke(register: Register):
    text = "A senior port official warned of floods.\nSnow fell.\nThe official added more."
    first, second = read(register, text, "A senior port official", "The official")
    assert first == second
    assert second is not None
    assert second.kind == "unnamed"


def test_an_officer_is_not_the_official_who_spoke(register: Register):
    text = "A senior port officer warned of floods.\nSnow fell.\nThe official added more."
    first, second = read(register, text, "A senior port officer", "The official")
    assert first != second


def test_the_countrys_ministry_is_that_of_the_country_named_before(register: Register):
    text = "Norland warned of floods. It was cold, the country's defence ministry added more."
    assert [a and a.id for a in read(register, text, "Norland", "the country's defence ministry")] == ["norland", "ndm"]


def test_a_countrys_name_and_its_adjective_make_one_title(register: Register):
    text = "Poland's Foreign Minister Ivo Brenn warned of floods.\nSnow fell.\nThe Polish foreign minister added more."
    first, second = read(register, text, "Poland's Foreign Minister Ivo Brenn", "The Polish foreign minister")
    assert first == second


def test_officials_of_several_are_not_the_first_of_them(register: Register):
    text = "US, Polish and Norlandish officials warned of floods."
    (actor,) = read(register, text, "US, Polish and Norlandish officials")
    assert actor is not None
    assert actor.kind == "unnamed"


def test_neither_of_two_is_both(register: Register):
    text = "Neither Erik Vane nor Lena Brandt warned of floods."
    (actor,) = read(register, text, "Neither Erik Vane nor Lena Brandt")
    assert actor is not None
    assert (actor.kind, actor.name) == ("group", "Erik Vane and Lena Brandt")


def test_authorities_in_a_capital_are_the_government(register: Register):
    assert [
        a and a.id for a in read(register, "The authorities in Norberg warned of floods.", "The authorities in Norberg")
    ] == ["norland"]


def test_where_somebody_has_a_seat_is_not_who_it_is(register: Register):
    text = "The Haugvik, N.L.-based think tank Norland Intelligence Bureau warned of floods."
    source = text.split(" warned", maxsplit=1)[0]
    assert [a and a.id for a in read(register, text, source)] == ["nib"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The independent outlet Pepel", "Pepel"),
        ("Lebanese newspaper An-Nahar", "An-Nahar"),
        ("Public broadcaster ERR", "ERR"),
        ("The state-run Norberg Courier newspaper", "Norberg Courier"),
        ("Acting Governor of the Vesla Region Pavel Orsk", "Pavel Orsk"),
        ("Retired Army Lieutenant General Ben Hodges", "Ben Hodges"),
    ],
)
def test_what_somebody_is_called_is_no_part_of_the_name(who: Callable[..., Actor | None], source: str, name: str):
    actor = who(source)
    assert actor is not None
    assert actor.name == name


def test_a_ministry_of_its_own_is_not_the_one_named_elsewhere(register: Register):
    text = "The Ministry of Fishing warned of floods. The Norlandish Defence Ministry told of snow."
    first, second = read(register, text, "The Ministry of Fishing", "The Norlandish Defence Ministry")
    assert first is not None
    assert second is not None
    assert first.name == "Ministry of Fishing"
    assert second.id == "ndm"


def test_who_behind_people_without_a_name_is_those_people(register: Register):
    (actor,) = read(register, "They met Norlandish officials, who told of snow.", "who")
    assert actor is not None
    assert (actor.kind, actor.name) == ("unnamed", "Norlandish officials")


def test_the_statement_is_of_whom_its_sentence_names(register: Register):
    text = "In a statement, the Stone House made no mention of floods. The statement reads on."
    (actor,) = read(register, text, "The statement")
    assert actor is not None
    assert actor.id == "ndm"


@pytest.mark.parametrize(
    ("text", "first", "later"),
    [
        (
            "Two Westland officials warned of floods. Snow fell.\nThe officials added more.",
            "Two Westland officials",
            "The officials",
        ),
        ("Two of the officials warned of floods.\nThe officials added more.", "Two of the officials", "The officials"),
        ("One of the sources warned of floods.\nThe source added more.", "One of the sources", "The source"),
        ("One of them warned of floods.\nThe official added more.", "One of them", "The official"),
        ("Northwind Motors warned of floods.\nThe company added more.", "Northwind Motors", "The company"),
    ],
)
def test_a_description_is_who_spoke_before_so(register: Register, text: str, first: str, later: str):
    one, other = read(register, text, first, later)
    assert one == other
    assert one is not None


def test_an_official_brought_in_without_words_is_the_official(register: Register):
    text = "Diplomat Pavel Orsk warned of floods.\nA Westland diplomat came in. The diplomat added more."
    named, unnamed = read(register, text, "Diplomat Pavel Orsk", "The diplomat")
    assert named is not None
    assert unnamed is not None
    assert (unnamed.kind, unnamed.name) == ("unnamed", "Westland diplomat")


def test_officials_that_an_outlet_cites_are_not_the_officials(register: Register):
    text = "The Herald warned of floods, citing Westland officials.\nThe officials added more."
    cited = said(text, "Westland officials", "floods", name="a2")
    told = replace(said(text, "The Herald", "floods", name="a1"), sourced_from=(Citation("a2", (0, 3)),))
    later = said(text, "The officials", "more", name="a3")
    actors = actors_of(document(text), [told, cited, later], register)
    assert actors["a3"] != actors["a2"]


def test_a_ministry_is_no_person_that_is_described_with_it(register: Register):
    text = "Ivo Brenn, head of the harbour agency, warned of floods.\nThe agency added more."
    first, second = read(register, text, "Ivo Brenn", "The agency")
    assert first != second


def test_the_same_words_are_the_same_speakers(register: Register):
    text = "An official warned of floods.\n\nErik Vane spoke. It was late, he said, adding that it rained."
    he = spans(text, "he said")[0][0]
    told = [
        said(text, "An official", "floods", name="a1"),
        *(
            replace(said(text, None, content, cue, name), source=((he, he + 2),))
            for name, cue, content in (("a2", "said", "It was late"), ("a3", "adding", "that it rained"))
        ),
    ]
    actors = actors_of(document(text), told, register)
    assert [actor and actor.id for actor in actors.values()][1:] == ["vane", "vane"]


def test_the_same_official_is_the_official_who_spoke(register: Register):
    text = "A Skagen official warned of floods.\n\nThe same official added more."
    first, second = read(register, text, "A Skagen official", "The same official")
    assert first == second


def test_the_statement_is_not_of_whom_its_own_sentence_names(register: Register):
    text = (
        "Erik Vane issued a statement.\n\nOne of the men told Norland of snow, according to the statement.\nSnow fell."
    )
    assert [actor and actor.id for actor in read(register, text, "the statement")] == ["vane"]


def test_the_agency_is_the_service_that_spoke(register: Register):
    text = "Norland Military Service warned of floods. The agency added more."
    first, second = read(register, text, "Norland Military Service", "The agency")
    assert first == second


def test_a_news_agency_is_called_by_its_name(who: Callable[..., Actor | None]):
    actor = who("Norland's state news agency, the Norberg Courier,")
    assert actor is not None
    assert actor.id == "courier"


def test_an_acronym_is_the_body_that_it_spells(register: Register):
    text = "The Skagen Crime Research Institute published it. SCRI added more."
    (actor,) = read(register, text, "SCRI")
    assert actor is not None
    assert actor.name == "Skagen Crime Research Institute"


def test_a_surname_of_two_letters_is_no_country(register: Register):
    text = "Erik Vane warned of floods.\n\nYang Us, a scholar, told of snow. He added more."
    assert [actor and actor.name for actor in read(register, text, "Erik Vane", "Yang Us", "He")][1:] == ["Yang Us"] * 2
