import codecs

import pytest

from loaders.read.decode import decode, mend

WORDS = "Міністр сказав, що війська вже прибули до регіону. Він додав, що це не так, і що все буде добре."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-u"])
def test_the_encoding_is_found(document, encoding):
    d = document("a.txt", WORDS.encode(encoding))
    assert (d.text, d.extracted) == (WORDS, False)
    assert d.body[0][0] == 0


def test_utf16_without_its_machine_order(document):
    assert document("a.txt", codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")).text == WORDS


def test_english_with_western_punctuation_in_an_older_encoding(document):
    text = "The minister said “yes” — it’s done here now, and all is well with the port and with the people in it."
    assert document("a.txt", text.encode("cp1252")).text == text


def test_text_that_was_garbled_before_is_mended_and_no_longer_the_file_itself(document):
    d = document("a.txt", "â€œWe know,â€\x9d she said.\r\nItâ€™s done in Kyiv.\r\n".encode())
    assert (d.text, d.extracted) == ("“We know,” she said.\r\nIt’s done in Kyiv.\r\n", True)


def test_garbled_markdown_is_still_markdown(document):
    d = document("a.md", "---\ntitle: Itâ€™s done\n---\n# Heading\n\nâ€œWe know,â€\x9d she said.\n".encode())
    assert (d.title, [d.text[a:b] for a, b in d.body]) == ("It’s done", ["Heading", "“We know,” she said."])


@pytest.mark.parametrize(
    "text", ["Â", "She said so.Â\nÂ\n", "Ângela Pâris said no.", "SÃO PAULO said yes.", "Bâle, Ãmil"]
)
def test_letters_that_only_look_garbled_stay(found, text):
    assert mend(decode(found("a.txt", text).content(), "a.txt")) == text
