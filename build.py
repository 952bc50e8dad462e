"""Builds the site: `python build.py`, or `python build.py check`; `python build.py --help` says more."""

import sys

from duizhao.cli import main

if __name__ == "__main__":
    sys.exit(main())
