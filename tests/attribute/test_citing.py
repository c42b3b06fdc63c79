"""Who is cited, who only tells, who speaks in a headline. The tagger has no part in this."""

import pytest

from loaders.attribute.chains import chain
from loaders.attribute.drafts import Draft, records
from loaders.attribute.headlines import read_headlines
from loaders.attribute.paragraphs import ranges
from loaders.attribute.selves import is_third
from loaders.attribute.speaking import follows, speaks
from loaders.records import Document

KNOWN = {"GUR", "Reuters"}


def spans(text, *words):
    return [(text.index(w), text.index(w) + len(w)) for w in words if w]


def read(text, *attributions):
    """(source, cue, content, rests on) in words of the attributions given so, after chaining."""
    drafts = [Draft(spans(text, s), spans(text, q), spans(text, *c), 0.9) for s, q, *c in attributions]
    found = records(chain(drafts, text, (0, len(text)), KNOWN.__contains__, KNOWN.__contains__), text)
    words = {a.id: [" … ".join(text[s:e] for s, e in part) for part in (a.source, a.cue, a.content)] for a in found}
    return {(*words[a.id], *(words[c.target][0] for c in a.sourced_from)) for a in found}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("two officials at the oil ministry", True), ("an internal memo of the general staff", True),
        ("residents of the villages along the canal", True), ("Reuters", True), ("its own engineers", True),
        ("Polish customs", True), ("the coastguard at Haugvik", True), ("court papers filed in Delaware", True),
        ("Article 5 of the treaty", False), ("the late hour", False), ("poor results and an empty stadium", False),
        ("Resolution 2166", False), ("the cold", False), ("1989", False), ("", False),
    ],
)  # fmt: skip
def test_who_can_be_cited(name, wanted):
    assert speaks(name, KNOWN.__contains__) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("custom", True), ("the plan of the engineers", True), ("size", True), ("the coastguard", False), ("GUR", False)],
)
def test_what_one_follows(name, wanted):
    assert follows(name) == wanted


def test_the_name_that_the_tagger_took_for_words_is_the_source():
    text = "The ceasefire was broken, the mission noted, citing residents of the town."
    said = ("the mission", "noted", "residents of the town"), ("the mission", "citing", "residents of the town")
    found = read(text, ("the mission", "noted", "The ceasefire was broken"), said[1])
    assert found == {
        ("the mission", "noted", "The ceasefire was broken", "residents of the town"),
        ("residents of the town", "citing", "The ceasefire was broken"),
    }


def test_what_the_citing_cue_ran_on_to_goes_back_to_the_verb():
    text = "Reuters reported, citing two officials, that exports would resume."
    found = read(text, ("", "reported"), ("Reuters", "citing", "two officials, that exports would resume"))
    assert found == {
        ("Reuters", "reported", "that exports would resume", "two officials"),
        ("two officials", "citing", "that exports would resume"),
    }


def test_quoted_as_saying_is_the_quoted_ones_word():
    text = "The broadcaster quoted a spokesman as saying that nine were hurt."
    assert read(text, ("The broadcaster", "quoted", "a spokesman as saying that nine were hurt")) == {
        ("The broadcaster", "quoted", "that nine were hurt", "a spokesman"),
        ("a spokesman", "as saying", "that nine were hurt"),
    }


def test_citing_no_one_leaves_nothing_of_it():
    text = "The club said it had parted from its coach, citing poor results."
    assert read(text, ("The club", "said", "it had parted from its coach, citing poor results")) == {
        ("The club", "said", "it had parted from its coach")
    }


def test_according_to_that_nobody_tagged_is_found():
    text = "Seven were saved, according to the coastguard at Haugvik."
    assert read(text) == {("the coastguard at Haugvik", "according to", "Seven were saved")}


def test_according_to_custom_is_nobodys_word():
    text = "According to custom, the oldest pours the wine."
    assert read(text, ("custom", "According to", "the oldest pours the wine")) == set()


@pytest.mark.parametrize(
    ("text", "tagged", "wanted"),
    [
        (
            "Forty men are believed to be at sea.",
            ("Forty men", "are believed", "to be at sea"),
            ("", "are believed", "Forty men … to be at sea"),
        ),
        (
            "It was reported that they had crossed.",
            ("It", "was reported", "that they had crossed"),
            ("", "was reported", "that they had crossed"),
        ),
        (
            "Ann Poe is said to be ill.",
            ("Ann Poe", "is said", "to be ill"),
            ("", "is said", "Ann Poe … to be ill"),
        ),
        (
            "It was reported by Reuters that they had crossed.",
            ("Reuters", "was reported", "that they had crossed"),
            ("Reuters", "was reported", "that they had crossed"),
        ),
    ],
)
def test_hearsay_has_no_source(text, tagged, wanted):
    assert wanted in read(text, tagged)


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("The quake claimed the lives of 240 people.", ("The quake", "claimed", "the lives of 240 people")),
        ("Her lawyers refused to comment.", ("Her lawyers", "refused", "to comment")),
        ("The ship, named “Hope”, left.", ("", "named", "“Hope”")),
    ],
)
def test_idioms_are_no_attributions(text, tagged):
    assert read(text, tagged) == set()


def test_what_looks_like_an_idiom_is_none():
    text = "Ann Poe called it “Hope”."
    assert read(text, ("Ann Poe", "called", "“Hope”")) == {("Ann Poe", "called", "“Hope”")}


def test_a_trailing_verb_says_all_that_stands_before():
    text = "The bank estimates that growth will end, Ann Poe said."
    found = read(text, ("The bank", "estimates", "that growth will end"), ("Ann Poe", "said"))
    assert ("Ann Poe", "said", "The bank estimates that growth will end", "The bank") in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("E-mails seen by Reuters show they knew.", ("Reuters", "seen by", "they knew", "E-mails seen by Reuters")),
        ("A diary found by the army says they knew.", ("A diary found by the army", "says", "they knew", "the army")),
    ],
)
def test_documents_and_who_has_seen_or_found_them(text, wanted):
    cue = "show" if "show" in text else "says"
    assert wanted in read(text, (text.split(f" {cue} ")[0], cue, "they knew"))


HEADLINES = [
    ("Grain deal to be signed on Monday – Foreign Ministry", "Foreign Ministry", "–"),
    ("Mine collapse kills 17: state media", "state media", ":"),
    ("Airline to cut 4,000 jobs, says union", "union", "says"),
    ("Minister: troops have crossed the border", "Minister", ":"),
    ("“We give up nothing”: Governor of Orlivka", "Governor of Orlivka", ":"),
]


def headline(text):
    document = Document("a", None, "", text, ranges(text))
    return read_headlines([], document, KNOWN.__contains__, KNOWN.__contains__)


@pytest.mark.parametrize(("text", "name", "cue"), HEADLINES)
def test_who_speaks_in_a_headline(text, name, cue):
    (found,) = headline(text + "\n\nThe rest is silence.")
    assert [text[s:e] for s, e in found.source] == [name]
    assert [text[s:e] for s, e in found.cue] == [cue]
    assert text[slice(*found.content[0])] in text.replace(name, "")


def test_a_headline_may_cite():
    found = headline("Chipmaker in talks to buy rival - Reuters, citing sources")
    assert [bool(d.rests_on) for d in found] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Storm Edda: how to dry wet papers",
        "A night of rain – and one of snow",
        "Cup final: the city waits for its team",
        "Mine collapse kills 17: state media said on Monday that it was a blast.",
        "North-South talks fail",
    ],
)
def test_a_headline_in_which_nobody_speaks(text):
    assert headline(text) == []


def test_the_headline_takes_the_place_of_what_was_tagged_in_it():
    text = "Airline to cut jobs, says union\n\nThe union said it was sorry."
    document = Document("a", None, "", text, ranges(text))
    wrong = Draft(spans(text, "Airline"), spans(text, "says"), [(25, 30)], 0.9)
    right = Draft(spans(text, "The union"), spans(text, "said"), spans(text, "it was sorry"), 0.9)
    found = read_headlines([wrong, right], document, KNOWN.__contains__, KNOWN.__contains__)
    assert wrong not in found
    assert right in found
    assert len(found) == 2


def test_as_confirmed_by_is_like_according_to_and_names_who_was_told():
    text = "Ann Poe will arrive on Monday, as confirmed by an official to Reuters."
    found = read(text, ("an official to Reuters", "as confirmed"))
    assert found == {
        ("an official", "as confirmed by", "Ann Poe will arrive on Monday"),
        ("Reuters", "as confirmed by", "Ann Poe will arrive on Monday", "an official"),
    }


def test_the_sentence_before_is_told_by_whom_the_next_one_names_and_passed_on_by_others():
    text = "Two ships have sunk.\nThis was reported by the coastguard, Reuters writes."
    assert read(text) == {
        ("the coastguard", "was reported by", "Two ships have sunk"),
        ("Reuters", "writes", "Two ships have sunk", "the coastguard"),
    }


def test_by_whom_it_was_reported_that_is_no_word_on_the_sentence_before():
    text = "Two ships have sunk.\nIt was reported by the coastguard that nobody died."
    assert read(text) == set()


def test_who_announced_this_said_what_stands_before():
    text = "Two ships have sunk.\nAnn Poe announced this in her address."
    assert read(text, ("Ann Poe", "announced", "this")) == {("Ann Poe", "announced", "Two ships have sunk")}


def test_a_content_goes_on_behind_a_relative_clause():
    text = "Ann Poe said the count of the union, which named ten, is too low."
    found = read(text, ("Ann Poe", "said", "the count of the union"), ("which", "named", "ten, is too low"))
    assert found == {
        ("Ann Poe", "said", "the count of the union, which named ten, is too low"),
        ("which", "named", "ten"),
    }


def test_a_present_tense_behind_and_is_what_was_said_too():
    text = "Ann Poe said it was late and shows no end."
    found = read(text, ("Ann Poe", "said", "it was late"), ("Ann Poe", "shows", "no end"))
    assert found == {("Ann Poe", "said", "it was late and shows no end")}


def test_a_quotation_that_another_brings_in_is_the_others():
    text = "“We will tell you,” Ann Poe said, while the reporter asked again: “But when will you tell us that?”"
    tagged = ("Ann Poe", "said", "“We will tell you,”", "“But when will you tell us that?”")
    assert read(text, tagged) == {
        ("Ann Poe", "said", "“We will tell you,”"),
        ("the reporter", "asked again", "“But when will you tell us that?”"),
    }


def test_a_briefing_told_of_in_a_sentence_of_its_own_is_where_the_words_come_from():
    text = "Poe said they knew. Poe spoke after a closed briefing by the army."
    assert read(text, ("Poe", "said", "they knew")) == {
        ("Poe", "said", "they knew", "the army"),
        ("the army", "after a closed briefing by", "they knew"),
    }


def test_a_heading_that_ends_in_a_known_name_is_that_ones():
    text = "Rain\n\nTwo ships have sunk — GUR\n\nTwo men drowned — nobody knows why"
    document = Document("a", None, "", text, ranges(text))
    (found,) = read_headlines([], document, KNOWN.__contains__, KNOWN.__contains__)
    assert [text[s:e] for s, e in (*found.source, *found.content)] == ["GUR", "Two ships have sunk"]


def test_the_name_of_a_series_is_nobody_who_speaks():
    text = "War briefing: ships sink off Haugvik\n\nIt rained."
    document = Document("a", None, "", text, ranges(text))
    wrong = Draft(spans(text, "War briefing"), spans(text, ":"), spans(text, "ships sink off Haugvik"), 0.9)
    assert read_headlines([wrong], document, KNOWN.__contains__, KNOWN.__contains__) == []


def test_who_cited_another_and_reported_passes_that_one_on():
    text = "Reuters cited Norland Railways and reported that a train was late."
    assert read(text, ("Reuters", "reported", "that a train was late")) == {
        ("Reuters", "reported", "that a train was late", "Norland Railways"),
        ("Norland Railways", "cited", "that a train was late"),
    }


def test_whom_agencies_quote_is_cited_with_office_and_name():
    text = "The force will grow, according to news agencies quoting the council secretary, Ivo Brenn, on Monday."
    found = read(
        text, ("news agencies quoting the council secretary, Ivo Brenn", "according to", "The force will grow")
    )
    assert ("news agencies", "according to", "The force will grow", "the council secretary, Ivo Brenn") in found


def test_referring_to_explains_a_quotation_and_cites_nobody():
    text = "“They are talking to investigators,” Ann Poe wrote, referring to the security service."
    tagged = ("Ann Poe", "wrote", "“They are talking to investigators,”")
    assert read(text, tagged) == {tagged}


def test_who_reports_what_he_said_this_points_back_to():
    text = "Ann Poe said it was late. She made this statement at noon, Reuters reports with reference to GUR."
    assert read(text, ("Ann Poe", "said", "it was late")) == {
        ("Ann Poe", "said", "it was late"),
        ("GUR", "with reference to", "it was late", "Ann Poe"),
        ("Reuters", "reports", "it was late", "GUR"),
    }


def test_a_figure_that_another_puts_is_the_others():
    text = "Ann Poe said that 3,000 had been hurt, while GUR put the figure at 1,000."
    assert read(text, ("Ann Poe", "said", "that 3,000 had been hurt, while GUR put the figure at 1,000")) == {
        ("Ann Poe", "said", "that 3,000 had been hurt"),
        ("GUR", "put", "the figure at 1,000"),
    }


def test_a_verb_takes_its_speaker_from_its_own_sentence():
    text = "The mayor blamed us. Ann Poe said it was late and added that it rained."
    added = Draft(spans(text, "The mayor"), spans(text, "added"), spans(text, "that it rained"), 0.9)
    said = Draft(spans(text, "Ann Poe"), spans(text, "said"), spans(text, "it was late"), 0.9)
    chain([said, added], text, (0, len(text)), KNOWN.__contains__, KNOWN.__contains__)
    assert added.source == said.source


def test_what_a_fronted_participle_asks_is_not_what_is_said():
    text = "Asking them to stop, Ann Poe said that it was late."
    found = read(text, ("Ann Poe", "said", "Asking them to stop", "that it was late"))
    assert found == {("Ann Poe", "said", "that it was late")}


def test_according_to_him_is_somebodys_word():
    text = "Ann Poe spoke. According to her, the clash was small."
    assert read(text, ("her", "According to", "the clash was small")) == {
        ("her", "According to", "the clash was small")
    }
    assert read(text) == {("her", "According to", "the clash was small")}


def test_by_whom_he_was_informed_is_where_the_words_before_come_from():
    text = "Ann Poe said it was late. She said that she was informed by the coastguard."
    told = ("Ann Poe", "said", "it was late"), ("She", "said that", "that she was informed by the coastguard")
    assert read(text, *told) == {
        ("Ann Poe", "said", "it was late", "the coastguard"),
        ("the coastguard", "was informed by", "it was late"),
        ("She", "said that", "that she was informed by the coastguard"),
    }


@pytest.mark.parametrize(
    "words",
    [
        ("Ann Poe", "did not disclose", "where the boats are"), ("Ann Poe", "was not able to verify", "the claims"),
        ("Ann Poe", "made no mention of", "the storm"), ("Ann Poe", "has remained silent on", "the matter"),
        ("Ann Poe", "may have told", "his deputies to leave"), ("Ann Poe", "has asked", "the ministry for comment"),
        ("Ann Poe", "posted", "pictures of the boats"), ("Ann Poe", "answered", "the reports on Sunday"),
        ("Ann Poe", "declined to comment on", "the storm"), ("Ann Poe", "commented on", "the maps of the coast"),
    ],
)  # fmt: skip
def test_saying_nothing_is_no_attribution(words):
    assert read(f"{' '.join(words)}.", words) == set()


@pytest.mark.parametrize(
    "words", [("Ann Poe", "did not rule out", "a strike"), ("Ann Poe", "did not deny", "that it rained")]
)
def test_saying_something_by_a_denial_is_one(words):
    assert read(f"{' '.join(words)}.", words) == {words}


def test_who_cites_in_a_clause_of_its_own_passes_on():
    text = "It rained, according to a report in the Courier that cited harbour officials."
    found = read(text, ("a report in the Courier that cited harbour officials", "according to", "It rained"))
    assert ("harbour officials", "that cited", "It rained") in found
    assert {upstream for *_, upstream in (f for f in found if len(f) > 3)} == {"harbour officials"}


def test_whom_another_quoted_as_saying_is_read_without_the_tagger():
    text = "The Courier, meanwhile, quoted two harbour officials as saying that it rained in the strait."
    assert read(text) == {
        ("The Courier", "quoted", "that it rained in the strait", "two harbour officials"),
        ("two harbour officials", "as saying", "that it rained in the strait"),
    }


def test_an_outlet_behind_carries_what_was_said():
    text = "Dockers said that it rained, according to Reuters."
    found = read(text, ("Dockers", "said", "that it rained"), ("Reuters", "according to"))
    assert found == {
        ("Reuters", "according to", "Dockers said that it rained", "Dockers"),
        ("Dockers", "said", "that it rained"),
    }


def test_all_that_stands_before_a_speaker_is_said():
    text = "The yard let the last of its crews go in the spring, Ann Poe said on Monday."
    assert read(text, ("Ann Poe", "said")) == {
        ("Ann Poe", "said", "The yard let the last of its crews go in the spring")
    }


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The army has put the land retaken in spring at 300 square kilometres.",
            "has put",
            "the land retaken in spring at 300 square kilometres",
        ),
        ("GUR puts the sum at nearly twice that.", "puts", "the sum at nearly twice that"),
        ("The ministry put the trial at 3 p.m. on Friday.", None, None),
        ("The ministry put the army at risk.", None, None),
    ],
)
def test_who_puts_anything_at_a_figure_says_so(text, cue, content):
    assert {found[1:3] for found in read(text)} == ({(cue, content)} if cue else set())


def test_what_the_article_makes_of_it_behind_the_speaker_is_not_said():
    text = "Losses have passed 3,000, Ann Poe said, a staggering toll in a war without a front."
    said = ("Ann Poe", "said", "Losses have passed 3,000", "a staggering toll in a war without a front")
    assert read(text, said) == {said[:3]}
    text = "Losses have passed 3,000, Ann Poe said, a man whom she met had counted them."
    said = ("Ann Poe", "said", "Losses have passed 3,000", "a man whom she met had counted them")
    assert read(text, said) == {("Ann Poe", "said", " … ".join(said[2:]))}


def test_a_quotation_is_not_cut_where_it_says_that_nothing_was_made():
    text = "“The driver did all of it right and it made no difference,” Ann Poe said."
    said = ("Ann Poe", "said", "“The driver did all of it right and it made no difference,”")
    assert read(text, said) == {said}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("The officials said he told them that it rained.", "The officials", True),
        ("He told them that it rained, an official said.", "an official", True),
        ("An official said he told them that it rained.", "An official", False),
        ("One of the officials said he told them that it rained.", "One of the officials", False),
        ("Police chief Ann Poe said he told them that it rained.", "Police chief Ann Poe", False),
        ("The officials said they told him that it rained.", "The officials", False),
    ],
)
def test_he_is_no_two_officials_and_nobody_who_comes_only_later(text, name, other):
    pronoun = next(word for word in ("He", "he", "they") if f"{word} told" in text)
    outer = Draft(spans(text, name), spans(text, "said"), spans(text, f"{pronoun} told"), 0.9)
    start = text.index(f"{pronoun} told")
    assert is_third((start, start + len(pronoun)), outer, text) is other


def test_a_figure_that_nobody_puts_is_who_stands_before_it():
    text = "It put the number of missing at 31."
    assert read(text, ("", "put", "the number of missing at 31")) == {("It", "put", "the number of missing at 31")}


@pytest.mark.parametrize(
    "attributions",
    [
        [("The mayor", "said", "he would stop"), ("the late hour", "citing", "he would stop")],
        [("The mayor", "said", "he would stop"), ("The mayor", "citing", "the late hour")],
    ],
)
def test_what_is_nobody_is_not_cited(attributions):
    text = "The mayor, citing the late hour, said he would stop."
    assert read(text, *attributions) == {("The mayor", "said", "he would stop")}


def test_what_is_cited_is_only_named_though_a_clause_stands_behind_it():
    text = "The allies sent ships, citing Article 5 for the first time since it was signed."
    assert read(text, ("The allies", "citing", "Article 5 for the first time since it was signed")) == set()


@pytest.mark.parametrize(
    ("cue", "content", "kept"),
    [
        ("did not confirm", "the number of the arrested", False),
        ("did not confirm", "that ten were arrested", True),
        ("referred to", "the mayor of Porto", False),
        ("referred to", "the mayor as a thief", True),
    ],
)
def test_what_is_not_confirmed_or_only_referred_to_is_not_said(cue, content, kept):
    text = f"The police {cue} {content}."
    assert bool(read(text, ("The police", cue, content))) is kept


def test_who_has_reportedly_done_something_does_not_tell_it():
    text = "Moscow has reportedly paired its officers with recruits."
    found = read(text, ("Moscow", "has reportedly", "paired its officers with recruits"))
    assert found == {("", "has reportedly", "Moscow … paired its officers with recruits")}


@pytest.mark.parametrize("name", ["current and retired officials", "local and United Nations officials"])
def test_whom_it_accords_with_may_be_two_kinds_of_people(name):
    text = f"The war will last, according to {name}."
    said = (name, "according to", "The war will last")
    assert read(text, said) == {said}
