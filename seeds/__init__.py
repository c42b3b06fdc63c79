"""What whence knows before it reads anything: the register of actors and five articles retold, with their golden readings.

A golden reading, `golden_dir()/NAME.yaml`, lists by hand the attributions of `articles_dir()/NAME.md`, in the order of
their cues, after PolNeAR's conventions: a source is the whole noun phrase with title and apposition, a cue the verb
group, a content holds its "that" and its quotation marks and leaves the sentence's own full stop outside.

    source    words, or null where the article names none; a list of words where it stands in pieces
    cue       words; a list where it stands in pieces
    content   list of pieces, in order
    actor     id in the register, or null with `named: NAME` (known by name, not in the register) or `unnamed: true`
    of        with `unnamed`: the register's id of the body that the unnamed people belong to, where the words say so
    citing    upstream actors: ids in the register, else the words of the upstream's source
    mode      direct | indirect | mixed

Where words occur more than once `occurrence: {source: N, cue: N, content: N}` says which, from 1; a list gives one for each
piece. What is only known through another attribution is an entry of its own with `reported: true`.
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
