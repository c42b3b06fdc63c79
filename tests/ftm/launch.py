"""The FollowTheMoney package in an environment of its own under .cache, made the first time from PyPI."""

import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "ftm"


class NoFollowTheMoney(Exception):
    """Why the package cannot be had here."""


def read_back(file):
    """What the package makes of a file of entities: its JSON on stdout, see reader.py."""
    command = [_python(), HERE / "reader.py", file]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def _python():
    requirements = HERE / "requirements.txt"
    wanted = sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()[:12]
    python = CACHE / wanted / "bin" / "python"
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "lock"):
        if not (CACHE / wanted / "done").exists():
            venv.create(CACHE / wanted, with_pip=True, clear=True)
            _install(python, requirements)
            (CACHE / wanted / "done").touch()
    return python


def _install(python, requirements):
    command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:"]
    done = subprocess.run([*command, "-r", requirements], capture_output=True, text=True)
    if done.returncode:
        raise NoFollowTheMoney(f"pip cannot get followthemoney: {done.stderr[:500]}")
