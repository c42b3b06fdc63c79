"""`python -m loaders FILE…` is `whence load FILE…`."""

import sys

from whence.__main__ import run
from whence.commands.load import load

if __name__ == "__main__":
    sys.exit(run(load, name="python -m loaders"))
