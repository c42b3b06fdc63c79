"""`python -m queries trace …` is `whence trace …`, and so for every question."""

import sys

from whence.__main__ import cli, run

if __name__ == "__main__":
    sys.exit(run(cli, name="python -m queries"))
