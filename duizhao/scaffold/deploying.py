"""The files by which a new site is checked and put on GitHub Pages at each push.

What a server of one's own needs is said in `docs/publish.md`.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

# The actions by their commits, as in this program's own workflows: a tag may be moved.
_WORKFLOW = """\
name: pages
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions: {}
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pages: read # configure-pages asks where the site stands
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0
        with:
          python-version: "3.11"
      - name: Install
        run: python -m pip install --requirement requirements.txt
      - name: Keep what a build remembers
        uses: actions/cache@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4
        with:
          path: .cache/duizhao
          key: duizhao-${{ github.sha }}
          restore-keys: duizhao-
      - name: Look for mistakes in the content
        run: duizhao check --format github
      - name: Build
        run: duizhao build
      - uses: actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: site
          include-hidden-files: true # .nojekyll
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1
"""
_REQUIREMENTS = """\
# What the site is built with, here and by .github/workflows/pages.yml. Another release, or a checkout of the program
# (duizhao @ git+https://…@commit), is named here.
{name}
"""


def deploying_files() -> dict[str, str]:
    """The workflow, and what it installs: the release that makes the site."""
    return {
        ".github/workflows/pages.yml": _WORKFLOW,
        "requirements.txt": _REQUIREMENTS.format(name=_release()),
    }


def _release() -> str:
    try:
        return f"duizhao=={version('duizhao')}"
    except PackageNotFoundError:  # run from its folder
        return "duizhao"
