"""What the documents show is what happens."""

from pathlib import Path

import pytest

from tests.docs.blocks import load_seeds, rewritten

DOCS = Path(__file__).parents[2] / "docs"


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
