"""The register's files: what is refused, and in which words."""

from pathlib import Path

import pytest

import seeds
from graph.errors import InputError
from loaders.resolve import Register
from loaders.resolve.tokens import tokens

GOOD = "- {id: a, name: Alpha, kind: organization}\n"


def write(folder: Path, text: str, name: str = "r.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("- {id: b, name: Beta, kind: person, colour: red}", "line 2 (b): unknown key 'colour'"),
        ("- {id: b, kind: person}", "line 2 (b): name is missing"),
        ("- {name: Beta, kind: person}", "line 2: id is missing"),
        ("- {id: b, name: Beta, kind: unnamed}", "kind 'unnamed' is not one of"),
        ("- {id: B b, name: Beta, kind: person}", "the id 'B b'"),
        ("- {id: a, name: Beta, kind: person}", "the id 'a' stands twice"),
        ("- {id: b, name: Beta, kind: person, aliases: [alpha]}", "the name 'alpha' is a's too"),
        ("- {id: b, name: Beta, kind: person, aliases: Bee}", "aliases is not a list"),
        ("- {id: b, name: Beta, kind: person, candidates: [zz]}", "the candidate 'zz'"),
        ("- {id: b, name: Beta, kind: person, roles: [{role: head, of: zz}]}", "a role of 'zz'"),
        ("- {id: b, name: Beta, kind: person, roles: [{role: head, of: a, since: 2024-13}]}", "since '2024-13'"),
        ("- {id: b, name: Beta, kind: person, roles: [{role: head, of: a, until: soon}]}", "until 'soon'"),
        (
            "- {id: b, name: Beta, kind: person, roles: [{role: x, of: a, since: 2024, until: 2020}]}",
            "before it is taken",
        ),
        ("- {id: b, name: Beta, kind: person, findings: perhaps}", "findings 'perhaps'"),
        ("- {id: b, name: Beta, kind: person, wikidata: '42'}", "wikidata '42'"),
        ("- {id: b, id: c, name: Beta, kind: person}", "the key 'id' stands twice"),
        ("- {id: b, name: '...', kind: person}", "has no word in it"),
        ("- just words", "line 2: an entry is a mapping"),
        ("- {id: b", "is not YAML"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(tmp_path: Path, entry: str, what: str):
    path = write(tmp_path, GOOD + entry)
    with pytest.raises(InputError) as caught:
        Register.read([path])
    assert what in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_list_is_refused(tmp_path: Path):
    for path in (tmp_path / "none.yaml", write(tmp_path, "a: b")):
        with pytest.raises(InputError, match=path.name):
            Register.read([path])


def test_later_files_add_and_override_by_id(tmp_path: Path):
    more = write(tmp_path, "- {id: a, name: Alef, kind: group}\n- {id: b, name: Beta, kind: outlet}\n", "more.yaml")
    register = Register.read([write(tmp_path, GOOD), more, write(tmp_path, "", "empty.yaml")])
    assert {name: entry.actor.name for name, entry in register.entries.items()} == {"a": "Alef", "b": "Beta"}
    assert register.is_outlet("the Beta")
    assert not register.knows("Alpha")


def test_dates_keep_their_precision_and_words_stay_words(tmp_path: Path):
    text = (
        GOOD
        + "- {id: b, name: No, kind: person, aliases: [Yes], roles: [{role: head, of: a, since: 2024-10, until: 2025}]}"
    )
    register = Register.read([write(tmp_path, text)])
    role = register.entries["b"].roles[0]
    assert (role.since, role.until) == ("2024-10", "2025")
    assert register.named("Yes") == register.actor("b")
    assert [role.may_hold(day) for day in ("2024-09-30", "2024-10-31", "2025-12-31", "2026-01-01")] == [
        False,
        True,
        True,
        False,
    ]


def test_names_are_known_as_written(register: Register):
    assert register.knows("the Stone House")
    assert register.knows("Norland’s  Defence Ministry")
    assert register.knows("Vane")
    assert register.named("Vane") is None
    assert not register.knows("us")
    assert register.knows("U.S.")
    assert not register.is_outlet("the Herald")
    assert register.is_outlet("The Herald")
    assert not register.knows("")


def test_a_name_that_begins_a_longer_alias_is_found_at_the_end_of_a_text(tmp_path):
    path = tmp_path / "actors.yaml"
    path.write_text("- {id: lbc, name: LBC, kind: outlet, aliases: [LBC News]}\n", encoding="utf-8")
    register = Register.read([path])
    assert register.named("LBC") == register.named("the LBC News") == register.actor("lbc")
    assert register.is_outlet("LBC")
    assert register.named("LBC Weather") is None


def test_a_country_s_seat_stands_for_it_in_a_title(tmp_path):
    path = tmp_path / "actors.yaml"
    path.write_text(
        """
- {id: korea, name: Government of South Korea, kind: organization, aliases: [South Korea, Seoul]}
- id: kim
  name: Kim Dae-su
  kind: person
  titles: [South Korea's defence minister]
  roles: [{role: minister, of: korea, since: "2020", until: null}]
""",
        encoding="utf-8",
    )
    register = Register.read([path])
    found = register.find(tokens("Seoul's defence minister"), 0)
    assert found is not None
    assert (found.ids, found.title, found.length) == (("kim",), True, 4)


@pytest.mark.parametrize("name", ["RFE/RL", "the RFE/RL", "S&P Global", "Ukrainska Pravda (UP)", "Radio Liberty,"])
def test_a_name_with_marks_in_it_is_known(name):
    assert Register.read([seeds.actors_path()]).is_outlet(name)
