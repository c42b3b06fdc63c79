"""Ids are content hashes: the same facts have the same id on any engine, in any order, on any machine."""

import hashlib
import json
import re
import unicodedata

SIZE = 20


def digest(*parts: object) -> str:
    """The first 80 bits, in hex, of the SHA-256 of the parts' JSON.

    >>> digest("a", 1) == digest("a", 1), digest("a", "1") == digest("a", 1), len(digest())
    (True, False, 20)
    """
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SIZE]


def slug(name: str, limit: int = 40) -> str:
    """Plain ASCII letters, digits and hyphens that hint at a name; may be empty.

    >>> slug("Volodymyr Zelenskyy"), slug("Ґ")
    ('volodymyr-zelenskyy', '')
    """
    plain = unicodedata.normalize("NFKD", name[: 4 * limit]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:limit].strip("-")


def fold(name: str) -> str:
    """A name as it is compared: NFKC, case folded, white space and apostrophes made one.

    >>> fold("Ukraine’s  GUR") == fold("ukraine's gur")
    True
    """
    flat = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("ʼ", "'")
    return " ".join(flat.split())
