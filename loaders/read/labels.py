"""Lines that are no part of an article's text: labels, template keys, links, asides to the reader."""

import re

from loaders.read.dates import is_dateline

LONGEST = 300
_LABEL = re.compile(
    r"""
      exclusive | updated? | opinion | review | analysis | breaking(?:\ news)? | live(?:\ updates)? | video
    | gallery | watch(?:\ live)? | listen | ad | advertisements?(?:\ -\ scroll\ to\ continue)?
    | sponsored(?:\ content)? | promoted | (?:article|story)\ continues\ below(?:\ advertisement)? | continue\ reading
    | (?:read|show|load|see)\ more | loading
    | share(?:\ this)? | tweet | e-?mail | print | copy\ link | link\ copied | comments? | save | subscribe
    | follow(?:\ us)? | (?:sign|log)\ (?:up|in) | skip\ to(?:\ main)?\ content | menu | home | search | close
    | back\ to\ top | news | top\ stories | published | posted | by
    """,
    re.VERBOSE,
)
_EDGES = " \t:•·|*–—»›….>+"
_KEY = re.compile(
    r"\{\{.*\}\}|\$\{.*\}|<%.*%>|\[object Object\]|undefined|null|NaN|[\w-]+(?:[/.][\w-]+)*[/._][\w-]*_[\w-]+"
)
_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?|[\w.+-]+@[\w-]+\.[\w.]+")
_ASIDE = re.compile(
    r"""(?:
      share\ (?:this|on|via|with\ your) | follow\ (?:us|our|@\w+) | like\ us\ on | listen\ to\ this
    | join\ (?:us\ on|our\ (?:telegram|whatsapp|channel)) | subscribe\ (?:to|now|today|for)
    | sign\ up\ (?:to|for)\ (?:our|free) | by\ (?:continuing\ to\ (?:use|browse)|clicking|signing\ up)
    | click\ (?:here|to) | tap\ here | download\ (?:our|the)\ (?:\w+\ )?app | get\ (?:our|the\ latest)
    | we\ (?:and\ our\ partners\ )?use\ cookies | (?:this|our)\ (?:web)?site\ uses\ cookies | accept\ (?:all\ )?cookies
    | manage\ (?:cookies|preferences) | cookie\ (?:policy|settings) | (?:please\ )?enable\ javascript
    | copyright\ (?:©|\(c\)|\d{4}) | © | \(c\)\ \d{4} | (?:do\ you\ )?have\ (?:you\ )?(?:got\ )?an?\ (?:story|tip)
    | (?:skip|jump|scroll)\ to
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHTS = re.compile(r"\ball rights reserved\b", re.IGNORECASE)


def bare(text: str) -> str:
    """A line as labels are compared: without bullets, colons and dashes at its ends, in lower case."""
    return text.strip(_EDGES).casefold()


def is_label(text: str) -> bool:
    """A line that is nothing but a label ("Exclusive", "Share"), a date or a time."""
    return len(text) <= LONGEST and (_LABEL.fullmatch(bare(text)) is not None or is_dateline(text))


def is_litter(text: str) -> bool:
    """A line of no words, a template's key ("site/menu.list_title"), a bare link, or what is left of bad decoding."""
    if len(text) > LONGEST:
        return False
    wordless = not any(c.isalnum() for c in text.replace("Â", "").replace("Ã", ""))
    return wordless or bool(_KEY.fullmatch(text) or _LINK.fullmatch(text))


def is_aside(text: str) -> bool:
    """A line that asks the reader to share, subscribe or accept, or states a copyright; at most 40 words."""
    if len(text) > LONGEST or len(text.split()) > 40:
        return False
    return bool(_ASIDE.match(text.lstrip(_EDGES)) or (len(text) < 150 and _RIGHTS.search(text)))
