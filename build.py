"""Builds the site: `python build.py`, or `python build.py check`; `python build.py --help` says more."""

from duizhao.__main__ import program

if __name__ == "__main__":
    program()
