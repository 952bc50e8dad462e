"""The browser of the tests: the machine's Chromium, or one that is fetched. `python -m tests.browser` sees to it.

Where there is Chromium's headless shell it is taken: the same engine without the windows of a desktop about it, which
opens a page with a third of the work.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-noto-cjk"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # a page shares the process of those in the same window
)
HOW = (
    f"No browser was found. Install one and run `make test` again: on Debian `apt-get install {NAMES[0]} {FONTS}`, "
    "elsewhere `.venv/bin/python -m playwright install chromium`; or name one in DUIZHAO_CHROMIUM."
)


def browser_path() -> str | None:
    """The browser's file: what DUIZHAO_CHROMIUM names, one on the path, or Playwright's own."""
    named = os.environ.get("DUIZHAO_CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _own()


def _own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _fetch() -> None:
    """Tries the system's packages where that is allowed, then Playwright's own browser; says what it does."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        for package in NAMES[:2]:
            if browser_path() is None:
                print(f"installing {package} and {FONTS} with apt-get", flush=True)
                subprocess.run(["apt-get", "install", "-y", "-qq", package, FONTS], check=False, **quiet)
    if browser_path() is None:
        print("fetching Playwright's Chromium", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """0 if there is a browser, fetched if need be; 1 with instructions if there is none."""
    if browser_path() is None:
        _fetch()
    path = browser_path()
    print(f"browser: {path}" if path else HOW, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
