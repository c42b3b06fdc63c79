"""Whom pronouns mean, in reports and in interviews."""

import pytest

from graph.model import Actor
from loaders.records import Attribution
from loaders.resolve import Register, actors_of

from .conftest import document


def read(register: Register, text: str, *wanted: tuple[str, str, str]) -> list[str | None]:
    """The ids or names of who speaks; each attribution is (source, the words before it, content)."""
    found = []
    for number, (source, before, content) in enumerate(wanted):
        at = text.index(before + source) + len(before)
        words = text.index(content)
        span = (words, words + len(content))
        found.append(Attribution(f"a{number}", ((at, at + len(source)),), (), (span,), "indirect", 0.9))
    actors = actors_of(document(text), found, register)
    return [_shown(actors[one.id]) for one in found]


def _shown(actor: Actor | None) -> str | None:
    known = actor and "-" not in actor.id
    return actor and (actor.id if known else actor.name)


REPORTS = [
    ("Erik Vane met guests. Snow fell. He warned of floods.", "vane"),
    ("Erik Vane said he saw floods.", "vane"),
    ("Erik Vane met Lena Brandt. She warned of floods.", "brandt"),
    ("At noon Lena Brandt's aide came. She warned of floods.", "brandt"),
    ("The NIB met. Erik Vane came. It warned of floods.", "nib"),
    ("“Erik Vane slept,” the note ended. He warned of floods.", None),
    ("It rained. He warned of floods.", None),
    ("Erik Vane slept. In a call with Pavel Orsk, he warned of floods.", "vane"),
    ("Asked by Pavel Orsk whether it rained, Erik Vane paused. He warned of floods.", "vane"),
    ("Erik Vane slept. A Westland adviser at the quay went on. He warned of floods.", "Westland adviser"),
    ("Erik Vane slept. A young woman from the quay came. He warned of floods.", "vane"),
    ("Erik Vane slept. A Westland adviser, Pavel Orsk, came. He warned of floods.", "Pavel Orsk"),
    ("Erik Vane slept. Roman, who is 58, came in. He warned of floods.", "Roman"),
    ("Erik Vane slept. Georgia, it is said, came in. He warned of floods.", "vane"),
    ("Erik Vane slept. Among them is Maksym, 16, from the quay. He warned of floods.", "Maksym"),
    ("Erik Vane slept. Then his school in Nova Torva closed. He warned of floods.", "vane"),
    ("Erik Vane slept. In Westland, 16, came. He warned of floods.", "vane"),
]


@pytest.mark.parametrize(("text", "wanted"), REPORTS)
def test_a_pronoun_means_whom_the_nearest_sentence_is_about(register: Register, text: str, wanted: str | None):
    pronoun = next(word for word in ("She", "He", "It warned", "he") if f" {word} " in text).split()[0]
    assert read(register, text, (pronoun, " ", "floods")) == [wanted]


def test_who_speaks_comes_before_who_is_named(register: Register):
    text = "In the hall of Pavel Orsk, Erik Vane told of snow. He warned of floods."
    assert read(register, text, ("Erik Vane", "", "snow"), ("He", "", "floods")) == ["vane", "vane"]


def test_nobody_is_a_pronoun_in_whose_own_words_he_stands(register: Register):
    text = "Lena Brandt came. Erik Vane promised her rain, she said."
    outer = ("she", ", ", "Erik Vane promised her rain")
    assert read(register, text, ("Erik Vane", "", "rain"), outer) == ["vane", "brandt"]


def test_whom_an_article_calls_he_is_not_she(register: Register):
    text = "A sailor told of snow. He told of rain. She told of floods."
    wanted = (("A sailor", "", "snow"), ("He", "", "rain"), ("She", "", "floods"))
    first, second, third = read(register, text, *wanted)
    assert (first, third) == (second, None)


def test_a_short_name_counts(register: Register):
    text = "Erik Vane and Pavel Orsk came.\nOrsk was late. He warned of floods."
    assert read(register, text, ("He", " ", "floods")) == ["Pavel Orsk"]


def test_who_goes_on_spoke_before(register: Register):
    text = "Erik Vane told of snow. Pavel Orsk slept. He added more floods."
    attributions = [
        Attribution("a1", ((0, 9),), ((10, 14),), ((18, 22),), "indirect", 0.9),
        Attribution("a2", ((42, 44),), ((45, 50),), ((56, 62),), "indirect", 0.9),
    ]
    assert [a and a.id for a in actors_of(document(text), attributions, register).values()] == ["vane", "vane"]


def test_i_is_the_speaker_of_the_words_that_hold_it(register: Register):
    text = "“I think it rains,” Erik Vane said."
    outer = ("Erik Vane", "", "“I think it rains,”")
    assert read(register, text, outer, ("I", "“", "it rains")) == ["vane", "vane"]


INTERVIEW = """The Herald interviews Pavel Orsk on floods

Why do you think it rains?

I think it is the wind.

Should I believe you expect snow?

No. I said it was the wind. “I never slept,” my father told me.
"""


def test_in_an_interview_i_is_the_one_asked_and_you_where_it_is_asked(register: Register):
    found = read(
        register,
        INTERVIEW,
        ("you", "Why do ", "it rains"),
        ("I", "\n", "it is the wind"),
        ("I", "Should ", "you expect"),
        ("you", "believe ", "snow"),
        ("I", "No. ", "it was the wind"),
        ("I", "“", "never slept"),
    )
    assert found == ["Pavel Orsk", "Pavel Orsk", None, "Pavel Orsk", "Pavel Orsk", None]


def test_who_tells_an_outlet_about_it_is_asked(register: Register):
    text = INTERVIEW.replace("The Herald interviews Pavel Orsk on floods", "Pavel Orsk tells Newsroom about floods")
    assert read(register, text, ("I", "\n", "it is the wind")) == ["Pavel Orsk"]


def test_a_long_answer_that_ends_in_a_question_is_no_question(register: Register):
    text = INTERVIEW.replace("I think it is the wind.", f"I think it is the wind. {'It blows. ' * 30}Who can stop it?")
    assert read(register, text, ("I", "\n", "it is the wind")) == ["Pavel Orsk"]


@pytest.mark.parametrize(
    "lead",
    ["The Herald interviews Pavel Orsk and Erik Vane on floods", "Pavel Orsk on floods", "An interview on floods"],
)
def test_where_it_is_not_said_who_is_asked_nobody_is(register: Register, lead: str):
    text = INTERVIEW.replace("The Herald interviews Pavel Orsk on floods", lead)
    assert read(register, text, ("I", "\n", "it is the wind")) == [None]


@pytest.mark.parametrize(
    "body", ["The Norland Intelligence Bureau of Norland", "The Norland Intelligence Bureau (NIB) of Norland"]
)
def test_which_after_a_body_of_a_country_means_the_body(register: Register, body: str):
    assert read(register, f"Snow fell. {body}, which warned of floods, slept.", ("which", ", ", "floods")) == ["nib"]


def test_they_are_the_people_that_the_sentence_before_tells_of(register: Register):
    text = "Norland and the PACT slept. Erik Vane said top security advisers of both met. They warned of floods."
    _, they = read(register, text, ("Erik Vane", "", "met"), ("They", "", "floods"))
    assert they == "top security advisers"
    text = text.replace("top security advisers", "troops")
    assert read(register, text, ("Erik Vane", "", "met"), ("They", "", "floods")) == ["vane", None]


def test_it_is_not_whom_the_sentence_s_it_deals_with(register: Register):
    text = "The NIB met. It thanked the Westland Fund for what it called a gift."
    assert read(register, text, ("it", "what ", "a gift")) == ["nib"]


def test_who_is_told_something_is_not_the_one_who_tells_it(register: Register):
    text = "Erik Vane told of snow. In a talk with a Westland blogger, he warned of floods."
    told = ("a Westland blogger", "with ", "floods")
    assert read(register, text, ("Erik Vane", "", "snow"), told, ("he", ", ", "floods"))[2] == "vane"


def test_who_is_behind_an_office_is_the_one_who_holds_it(register: Register):
    text = "It will snow, said Lena Brandt, a researcher at the Westland Fund, who fears floods."
    assert read(register, text, ("who", ", ", "floods")) == ["brandt"]
