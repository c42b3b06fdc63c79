"""The browser on this machine that pages are opened in."""

import os
import shutil
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def executable():
    named = os.environ.get("WHENCE_CHROMIUM")
    return named or next((path for path in map(shutil.which, BROWSERS) if path), MAC if Path(MAC).exists() else None)
