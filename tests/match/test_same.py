"""Which claims are the same: against a table made by hand, and the rules that keep two apart."""

import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml

import seeds
from graph.model import Article, Claim
from loaders.match.claims import claims_of
from loaders.match.compound import statements
from loaders.match.same import match
from loaders.match.standalone import standalone
from loaders.read import Options, find, read
from loaders.resolve.evidence import Found, Told, assertion

TABLE = yaml.safe_load((Path(__file__).parent / "claims.yaml").read_text(encoding="utf-8"))


def spans(text, entry):
    """Where a golden entry's content stands."""
    words = entry["content"]
    which = entry.get("occurrence", {}).get("content", 1)
    which = which if isinstance(which, list) else [which] * len(words)
    edges = [[r"\b" if end.isalnum() else "" for end in (w[0], w[-1])] for w in words]
    found = [
        list(re.finditer(a + re.escape(w) + b, text))[n - 1].span()
        for w, n, (a, b) in zip(words, which, edges, strict=True)
    ]
    return tuple(found)


def golden_claims(name):
    """The claims of a seed article's golden assertions."""
    (document,) = read(next(iter(find([str(seeds.articles_dir() / f"{name}.md")]))), Options())
    d = document
    article = Article(name, d.title, None, None, d.published, None, d.sha256, d.text)
    entries = yaml.safe_load((seeds.golden_dir() / f"{name}.yaml").read_text(encoding="utf-8"))
    said = [assertion(article, Found(spans(d.text, e)), None, Told("indirect", "test", 1.0)) for e in entries]
    return claims_of(said, article)[0]


@pytest.fixture(scope="module")
def world():
    names = sorted(path.stem for path in seeds.golden_dir().glob("*.yaml"))
    return [(name, claim) for name in names for claim in golden_claims(name)]


def places(world, told):
    name, begins = told
    found = [k for k, (article, claim) in enumerate(world) if article == name and claim.text.startswith(begins)]
    assert found, told
    return found


def test_claims_of_the_seeds_are_joined_as_a_reader_joins_them(world):
    unsure = {k for told in TABLE["unsure"] for k in places(world, told)}
    same = {
        frozenset(pair)
        for group in TABLE["same"]
        for pair in combinations(sorted({k for told in group for k in places(world, told)}), 2)
    }
    matches = {
        frozenset((a, b)): match(world[a][1], world[b][1])
        for a, b in combinations(range(len(world)), 2)
        if not unsure & {a, b}
    }
    joined = {pair for pair, found in matches.items() if found and found.verdict == "same"}
    hinted = {pair for pair, found in matches.items() if found and found.verdict == "maybe"}
    assert len(joined & same) / len(joined) >= 0.95
    assert len(joined & same) / len(same) >= 0.7
    assert len((joined | hinted) & same) / len(same) >= 0.7
    assert not [found for found in matches.values() if found and found.verdict == "rival"]


def claim(text, said="2024-10-29", name=None):
    return Claim(name or text, text, said)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("North Korean soldiers are in Kursk", "DPRK troops have been seen in the Kursk region", "same"),
        ("about 10,000 North Korean troops are in Russia", "10,000 North Korean soldiers are in Russia", None),
        ("at least 3,000 North Koreans train in Russia", "over 3,000 North Korean troops train in Russia", "same"),
        ("3,000 North Korean troops are in Russia", "11,000 North Korean troops are in Russia", "rival"),
        ("North Korean troops are in Kursk", "North Korean troops will be in Kursk", None),
        ("North Korean troops are in Kursk", "North Korean troops are not in Kursk", "rival"),
        ("North Korean troops are in Kursk", "South Korean troops are in Kursk", None),
        ("North Korean troops are in Kursk", "North Korean troops are in Donetsk", None),
        ("North Korean troops", "the presence of North Korean troops", None),
        ("North Korean troops fight in Kursk", "2,000 North Korean troops fight in Kursk", "maybe"),
        ("“we will never give up this fight”", "that they “will never give up this fight”", "same"),
        ("“we will never give up this fight”", "“we will never give up”, he said of bread, salt and many things", None),
        ("they are ready", "it is ready", None),
        ("", "", None),
    ],
)
def test_what_sets_two_claims_apart_and_what_does_not(one, other, verdict):
    found = match(claim(one), claim(other))
    assert (found and found.verdict) == verdict
    assert found == match(claim(other), claim(one))
    if found:
        assert found.why
        assert 0 <= found.score <= 1


def test_a_figure_that_is_rounded_is_no_rival():
    assert match(claim("about 10,000 troops are in Kursk"), claim("10,200 troops are in Kursk")) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("troops went to Russia and some are already in Kursk", ["troops went to Russia", "some are already in Kursk"]),
        ("that he had left and that she would stay", ["that he had left", "that she would stay"]),
        (
            "dockers were seen in Torvik, having sailed for weeks",
            ["dockers were seen in Torvik", "having sailed for weeks"],
        ),
        ("the ferries, having a new engine, were late", None),
        ("he saw bread and butter were cheap", None),
        ("both Russia and Ukraine were ready to talk", None),
        ("it was watching and would go on", None),
        ("“they came and they have left”", None),
    ],
)
def test_compound_contents_are_several_statements(text, parts):
    found = [text[s:e] for ((s, e),) in statements(text, ((0, len(text)),))]
    assert found == (parts or [text])


@pytest.mark.parametrize(
    ("before", "words", "told"),
    [
        ("North Korean troops came. He said ", "that they could fight", "[North Korean troops] could fight"),
        (
            "North Korean troops came. He said ",
            "more than 3,000 of them trained",
            "more than 3,000 [North Korean troops] trained",
        ),
        ("It happened in the Kursk region. ", "the region is calm", "[Kursk region] is calm"),
        ("He came to Washington. ", "troops were there", "troops were there"),
        ("Nothing of note. ", "they could fight", "they could fight"),
        (
            "Russian troops met North Korean troops. ",
            "the Russian troops say they won",
            "the Russian troops say they won",
        ),
    ],
)
def test_what_stands_before_tells_who_they_are_and_where(before, words, told):
    text = before + words
    assert standalone(text, ((len(before), len(text)),)) == told
