import pytest

LEAD = "Tidewater harbour will close in May, mayor Ilse Brandt said on Tuesday."
MORE = "The port authority declined to comment."


def kept(document, text):
    d = document("a.txt", text)
    assert not d.extracted
    return [d.text[a:b] for a, b in d.body]


def test_paragraphs_glued_with_single_line_ends_are_kept_apart(document):
    assert kept(document, f"{LEAD}\n{MORE}\n") == [LEAD, MORE]


def test_lines_wrapped_at_a_width_are_one_paragraph(document):
    text = (
        "The harbour of Tidewater will close its gates in May because the walls\n"
        "are weak, mayor Ilse Brandt said on Tuesday after she had met all the\n"
        "owners of the fishing fleet.\n\n"
        "The owners said that they would fight on, in the courts of Tidewater\n"
        "County if they have to.\n"
    )
    assert [words.count("\n") for words in kept(document, text)] == [2, 1]


def test_a_line_in_lower_case_goes_on_from_one_that_has_not_ended(document):
    assert kept(document, "The mayor said that\nthe harbour would close.\nshe left.") == [
        "The mayor said that\nthe harbour would close.",
        "she left.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_stay_as_they_are(document, end):
    d = document("a.txt", f"{LEAD}{end}{end}{MORE}{end}")
    assert d.text == f"{LEAD}{end}{end}{MORE}{end}"
    assert [d.text[a:b] for a, b in d.body] == [LEAD, MORE]


def test_a_picture_label_takes_its_agency_and_its_caption_along(document):
    caption = "Boats lie in the old harbour at dawn."
    assert kept(document, f"{LEAD}\n{caption}\nPicture:\nAlamy\n{MORE}\n") == [LEAD, MORE]
    assert kept(document, f"{LEAD}\n\n{caption}\n\nPhoto:\n\nPA\n\n{MORE}\n") == [LEAD, MORE]


def test_a_picture_label_does_not_take_a_paragraph_that_is_no_caption(document):
    two = "Boats lie in the harbour. They will go, she said."
    assert kept(document, f"{LEAD}\n{two}\nPicture:\nAlamy\n{MORE}\n") == [LEAD, two, MORE]
    assert kept(document, f"{LEAD}\n\nPicture:\nAlamy\n{MORE}\n") == [LEAD, MORE]
    assert kept(document, f"{LEAD}\nPicture:\n{MORE}\n") == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jo Park/Tidewater Post",
        "Image credit: Getty Images",
        "Boats at dawn. (Photo by Jo Park)",
        "The old harbour (AP Photo/Jo Park)",
        "The harbour in 1990. Picture: PA",
        "The mayor / Getty Images",
        "Boats (file photo)",
        "Boats at dawn, 2 May. (Reuters/Jo Park)",
    ],
)
def test_credits_are_left_out(document, line):
    assert kept(document, f"{LEAD}\n{line}\n{MORE}\n") == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "The photo by the gate shows her, she said.",
        "“Picture this: a port without boats,” she said.",
        "She said it (again) to Reuters.",
        "The news agency reported it first (Reuters is a customer of ours).",
        "Image is everything, the mayor said.",
        "The mayor said so (see also the picture that we drew of her in April when she was new).",
    ],
)
def test_words_about_pictures_are_kept(document, line):
    assert kept(document, f"{LEAD}\n{line}\n{MORE}\n") == [LEAD, line, MORE]


def test_a_short_line_twice_is_a_caption_and_a_sentence_twice_is_not(document):
    assert kept(document, f"{LEAD}\nU.S. Harbour Office\nU.S. Harbour Office\n{MORE}") == [LEAD, MORE]
    assert kept(document, f"{LEAD}\n{MORE}\n{MORE}") == [LEAD, MORE, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Exclusive",
        "UPDATED",
        "OPINION",
        "• News",
        "Advertisement",
        "Share",
        "13:29",
        "5 February",
        "2025, Wednesday",
        "site/menu.list_title",
        "{{ article.title }}",
        "https://a.example/b?c=d",
        "desk@tidewater.example",
        "Â",
        "* * *",
        "—",
        "Share this article on any network",
        "Follow us on the network of your choice.",
        "Subscribe to our newsletter",
        "We use cookies to make this site better.",
        "© 2023 Tidewater Post",
        "Copyright 2023 Tidewater. All rights reserved.",
        "Sign up to our free newsletter",
        "Click here to read on",
        "Do you have a story for us?",
        "Tags: harbour, mayor",
        "Read also: Mayor buys new boat",
        "Advertisement - scroll to continue",
    ],
)
def test_labels_litter_and_asides_are_left_out(document, line):
    assert kept(document, f"{LEAD}\n\n{line}\n\n{MORE}\n") == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Why the harbour matters",
        "Share prices fell, the bank said.",
        "Follow-up talks are planned, she said.",
        "10,000 boats, no port",
        "By continuing the dig, the city broke the law, a judge said.",
        "Exclusive rights were sold, she said.",
        "and/or",
        "Copyright law is at fault, the mayor said.",
        "Live, they said, and let live.",
    ],
)
def test_words_that_only_begin_like_litter_are_kept(document, line):
    assert kept(document, f"{LEAD}\n\n{line}\n\n{MORE}\n") == [LEAD, line, MORE]


def test_a_stray_letter_at_the_end_of_a_paragraph_is_left_out_but_stays_in_the_text(document):
    d = document("a.txt", f"{LEAD}Â\n{MORE} Â\nÂ\n")
    assert [d.text[a:b] for a, b in d.body] == [LEAD, MORE]
    assert d.text.count("Â") == 3
    assert kept(document, "She lives in MÂ") == ["She lives in MÂ"]


@pytest.mark.parametrize(
    "heading", ["Related Posts", "Read also:", "More news", "Most read", "Editor's picks", "You may also like"]
)
def test_a_tail_of_headlines_is_left_out(document, heading):
    tail = "Mayor buys a new boat – aide\nWill the boat float?\nOPINION\nWhy boats matter. Column by Jo Park"
    assert kept(document, f"{LEAD}\n{MORE}\n\n{heading}\n{tail}\n") == [LEAD, MORE]


def test_links_between_paragraphs_end_where_a_sentence_stands(document):
    assert kept(document, f"{LEAD}\nRead also:\nMayor buys a new boat – aide\n{MORE}\n") == [LEAD, MORE]


def test_a_timeline_of_headlines_is_left_out(document):
    tail = "13:29\nMayor buys boat – aide\n13:02\nUpdated\nBoat sinks, says aide\n12:40\nNo boat left\n"
    assert kept(document, f"{LEAD}\n{MORE}\n{tail}") == [LEAD, MORE]
    assert kept(document, f"{LEAD}\n{MORE}\n13:29 Mayor buys boat\n13:02 Boat sinks\n12:40 No boat left") == [
        LEAD,
        MORE,
    ]


def test_a_timeline_of_sentences_is_kept(document):
    told = ["Brandt told the council that she would go.", "The council said no.", "Brandt said that she would stay."]
    assert kept(document, f"{LEAD}\n13:29\n{told[0]}\n13:02\n{told[1]}\n12:40\n{told[2]}\n") == [LEAD, *told]
    told[1] = "The council has said no, as it always does"
    assert kept(document, f"{LEAD}\n13:29\n{told[0]}\n13:02\n{told[1]}\n12:40\n{told[2]}\n") == [LEAD, *told]


def test_bulleted_headlines_at_the_end_are_left_out_and_bulleted_sentences_kept(document):
    assert kept(document, f"{LEAD}\n• Mayor buys new boat\n• Boat sinks in port\n• No boat is left\n") == [LEAD]
    points = ["• The mayor said no.", "• The port said yes.", "• The fleet said nothing."]
    assert kept(document, "\n".join([LEAD, *points])) == [LEAD, *points]


def test_where_nothing_would_be_left_all_is_kept(document):
    assert kept(document, "Exclusive\n13:29\n") == ["Exclusive", "13:29"]
