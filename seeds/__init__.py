"""What whence knows before it reads anything: the register of actors and five articles retold, with golden readings.

A golden reading, `golden_dir()/NAME.yaml`, lists by hand the attributions of `articles_dir()/NAME.md`, in the order of
the text. Its spans follow PolNeAR: a source is the whole noun phrase with title and apposition, a cue the verb group,
or the mark that stands for it in a headline; a content holds its "that" and its quotation marks and leaves the
sentence's own full stop outside.

    source      words, or null where the article names none
    cue         words
    content     pieces, in order
    actor       id in the register; null where nobody is named, or with `unnamed: true` for somebody without a name
    of          with `unnamed`: id of the body that the unnamed people belong to, where the words say so
    reported    true: known only through another attribution of the article
    polarity    negative: the source does not vouch for the content; else absent
    citing      upstream attributions, each an entry of its own: the actor's id, else the words of source or cue
    mode        direct | indirect | mixed
    occurrence  {source: N, cue: N, content: [N for each piece]}: which one is meant where words stand more than once as
                whole words in the file, from 1, front matter included
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def actors_path() -> Path:
    """The register of known actors, a YAML list; its own head explains the fields."""
    return HERE / "actors.yaml"


def articles_dir() -> Path:
    """The folder of the five retold articles, one Markdown file with front matter each."""
    return HERE / "articles"


def golden_dir() -> Path:
    """The folder of the golden readings, one YAML file beside each article of the same name."""
    return HERE / "golden"
