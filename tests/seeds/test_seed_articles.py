"""The five articles and what a careful reader finds in them."""

import re

import pytest
import yaml

from seeds import actors_path, articles_dir, golden_dir

ARTICLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(articles_dir().glob("*.md"))}
GOLDEN = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(golden_dir().glob("*.yaml"))}
ENTRIES = [pytest.param(name, entry, id=f"{name}-{i}") for name, all_ in GOLDEN.items() for i, entry in enumerate(all_)]
ACTORS = {entry["id"] for entry in yaml.safe_load(actors_path().read_text(encoding="utf-8"))}
FIELDS = {"source", "cue", "content", "actor", "citing", "mode"}
EXTRA = {"unnamed", "of", "reported", "polarity", "occurrence"}


def front_matter(name):
    return yaml.safe_load(ARTICLES[name].split("---\n")[1])


def starts(name, words):
    """Where `words` stand as whole words in an article's file."""
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    return [match.start() for match in re.finditer(before + re.escape(words) + after, ARTICLES[name])]


def parts(entry):
    """Each of an entry's words with its role and the occurrence that is meant, None where it is not said."""
    said = entry.get("occurrence", {})
    for role in ("source", "cue"):
        if entry[role] is not None:
            yield role, entry[role], said.get(role)
    yield from (
        ("content", piece, n)
        for piece, n in zip(entry["content"], said.get("content", [None] * len(entry["content"])), strict=True)
    )


def test_five_articles_each_with_a_golden_reading():
    assert len(ARTICLES) == 5
    assert list(ARTICLES) == list(GOLDEN)


def test_two_articles_have_neither_outlet_nor_date():
    heads = [front_matter(name) for name in ARTICLES]
    assert len([h for h in heads if "outlet" not in h and "published" not in h]) == 2
    assert {h["outlet"] for h in heads if "outlet" in h} == {"Espreso TV", "LBC"}
    assert all(set(h) <= {"title", "outlet", "published", "url"} and h["title"] for h in heads)


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_words_stand_where_the_reading_says(name, entry):
    assert set(entry) >= FIELDS
    assert set(entry) <= FIELDS | EXTRA
    for role, words, occurrence in parts(entry):
        found = starts(name, words)
        assert found, f"{role} {words!r} is not in the article"
        assert occurrence is not None or len(found) == 1, f"{role} {words!r} stands {len(found)} times"
        assert 1 <= (occurrence or 1) <= len(found)


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_pieces_of_content_are_in_order_and_apart_from_the_cue(name, entry):
    spans = {"source": [], "cue": [], "content": []}
    for role, words, occurrence in parts(entry):
        start = starts(name, words)[(occurrence or 1) - 1]
        spans[role].append((start, start + len(words)))
    assert spans["content"] == sorted(spans["content"])
    cue = spans["cue"][0]
    assert all(end <= cue[0] or start >= cue[1] for start, end in spans["content"])


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_actors_exist_or_are_said_to_be_unnamed(name, entry):
    assert entry["mode"] in {"direct", "indirect", "mixed"}
    assert entry["actor"] is None or entry["actor"] in ACTORS
    assert entry["actor"] is not None or entry.get("unnamed", False) is (entry["source"] is not None)
    assert entry.get("of", "nis") in ACTORS
    assert entry["actor"] is None or "of" not in entry


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_mode_fits_the_quotation_marks(name, entry):
    quoted = any('"' in piece for piece in entry["content"])
    assert quoted == (entry["mode"] != "indirect")


@pytest.mark.parametrize(("name", "entry"), [p for p in ENTRIES if p.values[1]["citing"]])
def test_an_upstream_is_an_entry_of_its_own(name, entry):
    for cited in entry["citing"]:
        upstream = [e for e in GOLDEN[name] if cited in (e["actor"], e["source"], e["cue"]) and e.get("reported")]
        shared = [e for e in upstream if any(p in q for p in e["content"] for q in entry["content"])]
        assert shared, f"nothing that {cited} says is in {entry['content']}"


@pytest.mark.parametrize(
    ("name", "actor", "cited", "words"),
    [
        ("ten-thousand-to-russia", "rutte", "ukrainian-intelligence", "in the region by then"),
        ("world-war-warning", "zelenskyy", "intelligence", "27-28 October"),
        ("three-thousand-in-training", "park-sun-won", "nis", "1,500 more troops"),
        ("nato-confirms-kursk", "rutte", "South Korean intelligence officials", "watching this"),
        ("world-war-warning", "espreso", "khara", "third world war nearer"),
        ("nato-confirms-kursk", None, "gur", "mounting frustration"),
        ("nato-confirms-kursk", None, "gur", "what the f***"),
        ("zelenskyy-this-weekend", "kirby", "reportedly", "over 3,000"),
        ("zelenskyy-this-weekend", "zelenskyy", "ukrainian-intelligence", "pinpointed the time"),
    ],
)
def test_chains_of_the_five_articles(name, actor, cited, words):
    chains = [e for e in GOLDEN[name] if e["actor"] == actor and cited in e["citing"]]
    assert any(words in piece for e in chains for piece in e["content"])


def test_the_kyiv_post_report_and_ruttes_word_without_an_upstream():
    entries = GOLDEN["world-war-warning"]
    assert any("20 soldiers" in e["content"][0] for e in entries if e["actor"] == "kyiv-post")
    rutte = [e for e in entries if e["actor"] == "rutte"]
    assert len(rutte) == 3
    assert all(e["citing"] == [] for e in rutte)


@pytest.mark.parametrize(
    ("figure", "name"),
    [
        ("11,000", "world-war-warning"),
        ("2,600", "world-war-warning"),
        ("up to 12,000", "world-war-warning"),
        ("27-28 October", "world-war-warning"),
        ("about 10,000", "ten-thousand-to-russia"),
        ("at least 3,000", "three-thousand-in-training"),
        ("1,500 more", "three-thousand-in-training"),
        ("10,000 could be there by December", "three-thousand-in-training"),
        ("over 3,000", "zelenskyy-this-weekend"),
        ("this weekend", "zelenskyy-this-weekend"),
        ("more than 3,000", "nato-confirms-kursk"),
    ],
)
def test_numbers_and_dates_are_kept(figure, name):
    assert figure in ARTICLES[name]


def test_there_is_litter_for_a_loader_to_cut():
    assert "\nPicture: Alamy\n" in ARTICLES["nato-confirms-kursk"]
    tail = ARTICLES["world-war-warning"].split("\nRelated Posts\n")[1]
    assert "– Zelenskyy" in tail
    assert not any(piece in tail for e in GOLDEN["world-war-warning"] for piece in e["content"])
