"""What the documents show is what happens."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

from tests.docs.blocks import load_seeds, rewritten

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EXAMPLES = [
    path.relative_to(ROOT)
    for package in ("graph", "loaders", "queries", "seeds", "whence")
    for path in sorted((ROOT / package).rglob("*.py"))
    if re.search(r">>>(?!.*\+SKIP)", path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    load_seeds(folder)
    return folder


@pytest.mark.parametrize("name", ["analysis.md"])
def test_the_blocks_print_what_the_document_says(name, seeded):
    """If it should print something else now: `python -m tests.docs.blocks docs/analysis.md`, and read it again."""
    text = (DOCS / name).read_text(encoding="utf-8")
    assert text.count("```text") >= 4
    assert rewritten(text, seeded) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=str)
def test_the_examples_in_the_docstrings_hold(path):
    results = doctest.testmod(import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__")))
    assert results.attempted
    assert not results.failed
