"""Documents whose Python blocks are run, and whose text blocks say what those print.

`python -m tests.docs.blocks docs/analysis.md` runs one in a folder where the seeds are loaded and writes what is
printed now into it.
"""

import os
import re
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

import seeds

# A block of Python, and the block of what it prints, if there is one right after it.
BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?P<after>\n```text\n(?P<printed>.*?)```\n)?", re.DOTALL)


def load_seeds(folder):
    """The five seed articles in the store `.whence` of a folder, as `make demo` loads them."""
    command = [sys.executable, "-m", "whence", "load", os.path.relpath(seeds.articles_dir(), folder)]
    subprocess.run([*command, "--store", ".whence"], cwd=folder, check=True, capture_output=True)


def rewritten(text, folder):
    """The document with what its blocks, run one after another in a folder, print now."""
    names = {}

    def printed(found):
        out = StringIO()
        with redirect_stdout(out):
            exec(compile(found["code"], "a block", "exec"), names)
        after = f"\n```text\n{out.getvalue()}```\n" if out.getvalue() else ""
        return f"```python\n{found['code']}```\n{after}"

    with chdir(folder):
        return BLOCK.sub(printed, text)


def main(path):
    with tempfile.TemporaryDirectory() as folder:
        load_seeds(folder)
        path.write_text(rewritten(path.read_text(encoding="utf-8"), folder), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
