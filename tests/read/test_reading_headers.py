import pytest

LEAD = "Tidewater harbour will close in May, mayor Ilse Brandt said on Tuesday."
HEADLINE = "Harbour to close in May - Tidewater mayor"


def headline(d):
    return d.headline and d.text[slice(*d.headline)]


def test_a_page_that_was_pasted_with_its_header(document):
    d = document("a.txt", f"Tidewater. Daily\nExclusive\n\n{HEADLINE}\n\n2 May, 2023 Tuesday\n10:06\n\n{LEAD}\n")
    assert (headline(d), d.title, d.published, d.outlet) == (HEADLINE, HEADLINE, "2023-05-02T10:06", None)
    assert [d.text[a:b] for a, b in d.body] == [HEADLINE, LEAD]


def test_a_date_line_alone(document):
    d = document("a.txt", f"2 May 2023, 07:31\n{LEAD}\n")
    assert (d.published, d.title, d.headline) == ("2023-05-02T07:31", None, None)
    assert [d.text[a:b] for a, b in d.body] == [LEAD]


def test_a_text_that_says_nothing_of_itself(document):
    d = document("a.txt", f"{LEAD}\nThe mayor spoke on 2 May 2023 in the town hall.\n")
    assert (d.title, d.headline, d.outlet, d.url, d.published, d.language) == (None,) * 6


@pytest.mark.parametrize(
    "first",
    [
        "Why the harbour must close, by one who knows:",
        "The mayor said that it will close,",
        "It closes now…",
        "Harbour shut",
    ],
)
def test_what_is_no_headline(document, first):
    assert document("a.txt", f"{first}\n\n{LEAD}\n").headline is None


def test_a_headline_needs_a_blank_line_or_a_date_line_after_it(document):
    assert headline(document("a.txt", f"{HEADLINE}\n{LEAD}\n")) is None
    assert headline(document("a.txt", f"{HEADLINE}\n2 May 2023\n{LEAD}\n")) == HEADLINE


def test_the_byline_is_not_read(document):
    d = document("a.txt", f"{HEADLINE}\n\nBy Jo Park, Tidewater\n\n{LEAD}\n")
    assert [d.text[a:b] for a, b in d.body] == [HEADLINE, LEAD]


def test_the_date_of_a_change_is_not_that_of_publication(document):
    assert document("a.txt", f"{HEADLINE}\n\nUpdated: 3 May 2023\n2 May 2023\n{LEAD}\n").published == "2023-05-02"
    assert document("a.txt", f"{HEADLINE}\n\nUpdated: 3 May 2023\n{LEAD}\n").published is None


def test_the_dates_of_a_chronicle_are_not_that_of_publication(document):
    assert document("a.txt", f"{LEAD}\n2 May 2023\nBoats left.\n3 May 2023\nBoats came.\n").published is None


def test_a_date_far_down_is_not_that_of_publication(document):
    assert document("a.txt", f"{LEAD}\n" * 9 + "2 May 2023\n").published is None


def test_a_date_that_could_be_two_stays_unknown(document):
    assert document("a.txt", f"{HEADLINE}\n\n01/02/2023\n\n{LEAD}\n").published is None


def test_what_the_user_says_wins(document):
    said = {"title": "T", "outlet": "O", "url": "https://o.example/a", "published": "1 May 2023", "language": "en"}
    for name, content in [
        ("a.txt", f"{HEADLINE}\n\n2 May 2023\n\n{LEAD}"),
        ("a.md", f"---\ntitle: x\noutlet: y\n---\n{LEAD}"),
    ]:
        d = document(name, content, **said)
        assert (d.title, d.outlet, d.url, d.published, d.language) == (
            "T",
            "O",
            "https://o.example/a",
            "2023-05-01",
            "en",
        )
