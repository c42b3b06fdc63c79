"""Bytes to text, exactly, or a refusal that says why not."""

import codecs
import re

from charset_normalizer import from_bytes
from ftfy import fix_encoding

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What news is kept in where it is not UTF-8; the detector's full list has exotic ones that win on short texts.
_OTHERS = ["cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "koi8_u", "iso8859_5"]
_OTHERS += ["gb18030", "big5", "cp932", "euc_jp", "cp949"]
CONTROL_SHARE = 1000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HALF = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_ÂÃ]")
_GARBLED = re.compile(
    r"â€[œ\x9d™˜“”\x93\x94\x99\x9c¦¢]|â\x80[\x90-\xa6]|Ã[\x80-\xbf¢€¼¶¤Ÿ][^\W\d_]|Ð[\x80-\xbf]Ð|Ñ[\x80-\xbf]Ð"
)
_LINE = re.compile(r"[^\r\n]+")


def decode(content: bytes, name: str) -> str:
    """The text of `content`, line ends as they are, a byte-order mark dropped.

    UTF-8 if it is that; UTF-16 and UTF-32 by their mark; else the likeliest older encoding. Raises InputError where it
    is empty, binary, broken, or in no encoding we know.
    """
    if not content:
        raise InputError(name, "empty")
    text = _decoded(content, name)
    if not text.strip():
        raise InputError(name, "nothing but white space")
    if _is_binary(text):
        raise InputError(name, "binary data, not text")
    return text


def checked(text: str, name: str) -> str:
    """An article's text itself; InputError where it holds no words or what no text holds."""
    if _is_binary(text):
        raise InputError(name, "binary data, not text")
    if _HALF.search(text):
        raise InputError(name, "half of a surrogate pair, not a character")
    if not _WORD.search(text):
        raise InputError(name, "no words in it")
    return text


def mend(text: str) -> str:
    """The text with what was decoded wrongly before it came to us put right; the same where nothing clearly was.

    >>> mend("â€œYesâ€\\x9d, she said."), mend("Â alone stays")
    ('“Yes”, she said.', 'Â alone stays')
    """
    if not _GARBLED.search(text):
        return text
    return _LINE.sub(lambda line: fix_encoding(line[0]) if _GARBLED.search(line[0]) else line[0], text)


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text)) * CONTROL_SHARE > len(text)


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, name)
    if b"\0" in content:
        raise InputError(name, "binary data, not text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _older(content, error, name)


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(name, f"broken {encoding.upper()} at byte {error.start}") from error


def _older(content: bytes, error: UnicodeDecodeError, name: str) -> str:
    """Text that is not UTF-8. Where most of its bytes beyond ASCII are good UTF-8, it is UTF-8 that was damaged."""
    loose = content.decode("utf-8", "surrogateescape")
    beyond = [character for character in loose if character > "\x7f"]
    broken = sum("\udc80" <= character <= "\udcff" for character in beyond)
    if broken < len(beyond) - broken:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(name, f"line {line}: broken UTF-8 at byte {error.start}")
    # Western punctuation in English text; too few bytes for the detector to go by.
    if broken * 20 < len(content):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(content, cp_isolation=_OTHERS).best()
    if best is None:
        raise InputError(name, "not text in any encoding we know")
    return str(best)
