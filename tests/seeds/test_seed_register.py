"""The register of known actors holds together."""

import re

import pytest
import yaml

from graph.ids import fold
from seeds import actors_path

KINDS = {"person", "organization", "outlet", "document", "group"}
FIELDS = {"id", "name", "kind", "pronoun", "aliases", "titles", "wikidata", "findings", "candidates", "roles"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
REGISTER = yaml.safe_load(actors_path().read_text(encoding="utf-8"))
BY_ID = {entry["id"]: entry for entry in REGISTER}


def names(entry):
    return [entry["name"], *entry.get("aliases", [])]


def test_ids_are_unique_and_well_formed():
    assert len(BY_ID) == len(REGISTER)
    assert [i for i in BY_ID if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_entries_have_known_fields_and_kinds():
    assert [e["id"] for e in REGISTER if e["kind"] not in KINDS or not set(e) <= FIELDS] == []
    assert [e["id"] for e in REGISTER if not re.fullmatch(r"Q[1-9]\d*", e.get("wikidata", "Q1"))] == []


def test_people_have_a_pronoun_and_nobody_else_has():
    assert [e["id"] for e in REGISTER if (e.get("pronoun") in {"he", "she"}) != (e["kind"] == "person")] == []


def test_names_are_texts():
    """YAML reads NO, ON and 1984 as something else."""
    assert [n for e in REGISTER for n in (*names(e), *e.get("titles", [])) if not isinstance(n, str) or not n] == []


def test_no_name_leads_to_two_entries():
    seen = {}
    for entry in REGISTER:
        for name in names(entry):
            assert seen.setdefault(fold(name), name) is name, f"{name} stands twice, again in {entry['id']}"


def test_references_resolve():
    wanted = [r["of"] for e in REGISTER for r in e.get("roles", [])]
    wanted += [c for e in REGISTER for c in e.get("candidates", [])]
    assert set(wanted) <= set(BY_ID)


def test_role_dates_are_edtf_and_in_order():
    for entry in REGISTER:
        for role in entry.get("roles", []):
            since, until = role["since"], role["until"]
            assert all(date is None or DATE.fullmatch(date) for date in (since, until)), entry["id"]
            assert not (since and until) or since < until, entry["id"]


def test_titles_have_a_role_that_dates_them():
    assert [e["id"] for e in REGISTER if e.get("titles") and not e.get("roles")] == []


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Volodymyr Zelensky", "zelenskyy"),
        ("Volodymyr Zelenskiy", "zelenskyy"),
        ("Mark Rutte", "rutte"),
        ("John Kirby", "kirby"),
        ("Sabrina Singh", "singh"),
        ("Patrick Ryder", "ryder"),
        ("Lloyd Austin", "austin"),
        ("Kyrylo Budanov", "budanov"),
        ("Yoon Suk Yeol", "yoon"),
        ("Kim Yong-hyun", "kim-yong-hyun"),
        ("Park Sun-won", "park-sun-won"),
        ("Oleksandr Khara", "khara"),
        ("Joe Biden", "biden"),
        ("Vladimir Putin", "putin"),
        ("HUR", "gur"),
        ("Defense Intelligence of Ukraine", "gur"),
        ("Ukraine’s Military Intelligence", "gur"),
        ("Main Intelligence Directorate", "gur"),
        ("Seoul's spy agency", "nis"),
        ("South Korean intelligence", "nis"),
        ("Pentagon", "us-dod"),
        ("NATO", "nato"),
        ("DPRK", "north-korea"),
        ("Pyongyang", "north-korea"),
        ("Espreso TV", "espreso"),
        ("Kyiv Post", "kyiv-post"),
        ("LBC", "lbc"),
    ],
)
def test_a_name_of_the_articles_is_known(name, actor):
    assert fold(name) in [fold(n) for n in names(BY_ID[actor])]


def test_ukrainian_intelligence_stays_in_doubt():
    assert BY_ID["ukrainian-intelligence"]["candidates"] == ["gur", "sbu", "szru"]


def test_the_pentagon_has_several_spokespeople_at_once():
    speakers = [e["id"] for e in REGISTER for r in e.get("roles", []) if r["of"] == "us-dod"]
    assert {"singh", "ryder"} <= set(speakers)
