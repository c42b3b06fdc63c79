"""Text from articles, made safe for a terminal: nothing in it moves the cursor, hides, or turns the line around."""

import unicodedata

_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " ")
_JOINERS = "\u200c\u200d"
_UNSEEN = {"Cc", "Cf", "Cs"}


def visible(text: str) -> str:
    r"""`text` in one line; line ends and tabs become spaces, control, format and bidi characters are written out.

    The joiners of Persian, Hindi and emoji (U+200C, U+200D) stay: words are spelt with them.

    >>> visible("a\x1b[2Jb\u202ec\nd")
    'a\\x1b[2Jb\\u202ec d'
    """
    return "".join(map(_shown, text.translate(_SPACES)))


def _shown(character: str) -> str:
    if character in _JOINERS or unicodedata.category(character) not in _UNSEEN:
        return character
    return character.encode("unicode_escape").decode()
