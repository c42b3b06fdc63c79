"""Lines that are no part of an article's text: labels, template keys, links, asides to the reader."""

import re

from loaders.read.dates import is_dateline

LONGEST = 300
LABELS = frozenset(
    line.strip()
    for line in """
    exclusive | updated | update | opinion | review | analysis | breaking | breaking news | live | live updates
    video | watch | watch live | gallery | advertisement | advertisements | ad | sponsored | sponsored content | promoted
    advertisement - scroll to continue | article continues below | story continues below | continue reading
    read more | show more | load more | loading | see more | share | share this | tweet | email | print | copy link
    link copied | comments | comment | save | subscribe | sign up | log in | sign in | listen | follow us | follow
    skip to content | skip to main content | menu | home | search | back to top | close | news | top stories
    published | posted | by
    """.replace("\n", "|").split("|")
    if line.strip()
)
_EDGES = " \t:•·|*–—»›….>+"
_KEY = re.compile(
    r"\{\{.*\}\}|\$\{.*\}|<%.*%>|\[object Object\]|undefined|null|NaN|[\w-]+(?:[/.][\w-]+)*[/._][\w-]*_[\w-]+"
)
_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?|[\w.+-]+@[\w-]+\.[\w.]+")
_ASIDE = re.compile(
    r"(?:share (?:this|on|via|with)|follow (?:us|@\w+|our)|subscribe (?:to|now|today|for)|sign up (?:to|for) (?:our|the|a|free)"
    r"|join (?:us on|our (?:telegram|whatsapp|channel|newsletter))|click (?:here|to)|tap here|download (?:our|the) \w* ?app"
    r"|like us on|get (?:our|the latest)|support our|we (?:and our partners )?use cookies|(?:this|our) (?:web)?site uses cookies"
    r"|by (?:continuing|clicking|signing up)|accept (?:all )?cookies|manage (?:cookies|preferences)|cookie (?:policy|settings)"
    r"|©|\(c\) \d{4}|copyright (?:©|\(c\)|\d{4})|all rights reserved|do you have (?:a|any) (?:story|tip|information)"
    r"|have you (?:a|got a) story|scroll (?:down|to)|skip to|jump to|listen to this|enable javascript|please enable)\b",
    re.I,
)
_RIGHTS = re.compile(r"\ball rights reserved\b", re.I)


def bare(text: str) -> str:
    """A line as labels are compared: without bullets, colons and dashes at its ends, in lower case."""
    return text.strip(_EDGES).casefold()


def is_label(text: str) -> bool:
    """A line that is nothing but a label ("Exclusive", "Share"), a date or a time."""
    return len(text) <= LONGEST and (bare(text) in LABELS or is_dateline(text))


def is_litter(text: str) -> bool:
    """A line of no words, a template's key ("client/title.list_title"), a bare link, or what is left of bad decoding."""
    if len(text) > LONGEST:
        return False
    wordless = not any(c.isalnum() for c in text.replace("Â", "").replace("Ã", ""))
    return wordless or bool(_KEY.fullmatch(text) or _LINK.fullmatch(text))


def is_aside(text: str) -> bool:
    """A line that asks the reader to share, subscribe or accept, or states a copyright; at most 40 words."""
    if len(text) > LONGEST or len(text.split()) > 40:
        return False
    return bool(_ASIDE.match(text.lstrip(_EDGES)) or (len(text) < 150 and _RIGHTS.search(text)))
